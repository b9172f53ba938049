/* Names in the reader's script, and text in one spelling for the search. Pure functions.
   "Sevcenko", "Ševčenko" and "Шевченко" are one word here. */
"use strict";

const spelling = (() => {
  const LANGUAGES = ["en", "sq", "sr-Latn", "sr-Cyrl"];
  /* Serbian first, for the rules of Russian would spoil it; then what other alphabets have besides. */
  const LATIN = {
    а: "a", б: "b", в: "v", г: "g", д: "d", ђ: "đ", е: "e", ж: "ž", з: "z", и: "i", ј: "j", к: "k",
    л: "l", љ: "lj", м: "m", н: "n", њ: "nj", о: "o", п: "p", р: "r", с: "s", т: "t", ћ: "ć", у: "u",
    ф: "f", х: "h", ц: "c", ч: "č", џ: "dž", ш: "š",
    ѓ: "gj", ѕ: "dz", ќ: "kj", й: "j", щ: "shch", ъ: "", ы: "y", ь: "", э: "e", ю: "yu", я: "ya",
    ё: "e", є: "ye", і: "i", ї: "yi", ґ: "g", ў: "u",
  };
  const PLAIN = { đ: "dj", ł: "l", ø: "o", ß: "ss", æ: "ae", œ: "oe", ı: "i", þ: "th", ð: "d" };
  const CYRILLIC = /[\u0400-\u04ff]/u;
  const WORDS = /[^\p{L}\p{N}]+/gu;

  function letters(text, table) {
    let told = "";
    for (const letter of text) told += table[letter] ?? letter;
    return told;
  }

  /** Cyrillic in Latin letters, as Serbian writes it: "Брњак" → "Brnjak". */
  function latin(text) {
    if (!CYRILLIC.test(text)) return text;
    return [...text].map((letter) => {
      const small = letter.toLowerCase();
      const told = LATIN[small];
      if (told === undefined) return letter;
      return small === letter ? told : told.charAt(0).toUpperCase() + told.slice(1);
    }).join("");
  }

  /** One spelling for the search: small Latin letters without marks, words apart by one space. */
  function fold(text) {
    if (/^[a-z0-9 ]*$/.test(text)) return text.trim().replace(/ +/g, " ");
    const small = letters(latin(String(text)).toLowerCase(), PLAIN);
    return small.normalize("NFKD").replace(/\p{M}+/gu, "").replace(WORDS, " ").trim();
  }

  /** All spellings a text is found by: "Đakovica" is looked for as "djakovica" and "dakovica". */
  function keys(text) {
    const first = fold(text);
    if (!/[đĐђЂ]/.test(text)) return first;
    return `${first} ${fold(String(text).replace(/[đђ]/g, "d").replace(/[ĐЂ]/g, "D"))}`;
  }

  /** Whether each word of a folded query begins a word of a folded text. */
  function holds(text, query) {
    const whole = ` ${text}`;
    return query.split(" ").every((word) => whole.includes(` ${word}`));
  }

  /** The name in a language, else the nearest there is. */
  function name(names, language, fallback) {
    const own = names || {};
    if (Object.hasOwn(own, language) && own[language]) return own[language];
    if (language === "sr-Latn" && own["sr-Cyrl"]) return latin(own["sr-Cyrl"]);
    if (language.startsWith("sr") && own.sr) return language === "sr-Latn" ? latin(own.sr) : own.sr;
    return fallback || own.en || Object.values(own)[0] || "";
  }

  return { LANGUAGES, fold, holds, keys, latin, name };
})();
