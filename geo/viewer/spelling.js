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
  /* How else Cyrillic is written in Latin letters: Харків is Kharkiv, Горлівка Horlivka, Жуков Zhukov. A
     Russian е or a Ukrainian я that begins a word is another one than within it. */
  const EAST = { ж: "zh", й: "y", х: "kh", ц: "ts", ч: "ch", ш: "sh" };
  const UKRAINIAN = { ...EAST, г: "h", и: "y" };
  const ROMAN = [
    [EAST, {}],
    [{ ...EAST, ё: "yo" }, { е: "ye" }],
    [{ ...UKRAINIAN, є: "ie", ї: "i", й: "i", ю: "iu", я: "ia" }, { є: "ye", ї: "yi", й: "y", ю: "yu", я: "ya" }],
    [UKRAINIAN, {}],
  ];
  const TOWN = /[ое]в$/u; // Russian for what Ukrainian has as -ів: Харьков is Харків, Львов Львів
  const PLAIN = { đ: "dj", ł: "l", ø: "o", ß: "ss", æ: "ae", œ: "oe", ı: "i", þ: "th", ð: "d" };
  const CYRILLIC = /[\u0400-\u04ff]/u;
  const WORDS = /[^\p{L}\p{N}]+/gu;
  const GAPS = /[^\p{L}\p{N}\p{M}]+/u; // a mark belongs to its letter
  const APOSTROPHE = /(?<=[\u0400-\u04ff])['’ʼ](?=[\u0400-\u04ff])/gu; // Слов'янськ is one word

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

  /** A word in every spelling it may have, folded; the Serbian one first. */
  function spellings(word) {
    if (!CYRILLIC.test(word)) return [fold(word)];
    const small = word.toLowerCase();
    const forms = new Set([small, small.replace(TOWN, "ів")]);
    const others = [...forms].flatMap((form) => ROMAN.map(([table, first]) => (
      fold((first[form[0]] ?? table[form[0]] ?? form[0]) + letters(form.slice(1), table)))));
    return [...new Set([fold(word), ...others])];
  }

  const wordsOf = (text) => String(text).replace(APOSTROPHE, "").split(GAPS).filter(Boolean);

  /** All spellings a text is found by: "Đakovica" is looked for as "djakovica" and "dakovica". */
  function keys(text) {
    const whole = String(text);
    const told = [fold(whole)];
    if (CYRILLIC.test(whole)) told.push(...new Set(wordsOf(whole).filter((word) => CYRILLIC.test(word)).flatMap(spellings)));
    if (/[đĐђЂ]/.test(whole)) told.push(fold(whole.replace(/[đђ]/g, "d").replace(/[ĐЂ]/g, "D")));
    return told.join(" ");
  }

  /** What is looked for: each word in all its spellings; empty if there is no letter and no digit. */
  function query(text) {
    return wordsOf(text).map((word) => spellings(word).filter(Boolean)).filter((word) => word.length);
  }

  /** Whether each word of a query begins, in one of its spellings, a word of a text's keys. */
  function holds(text, asked) {
    const whole = ` ${text}`;
    return asked.every((word) => word.some((spelled) => whole.includes(` ${spelled}`)));
  }

  /** The name in a language, else the nearest there is. */
  function name(names, language, fallback) {
    const own = names || {};
    if (Object.hasOwn(own, language) && own[language]) return own[language];
    if (language === "sr-Latn" && own["sr-Cyrl"]) return latin(own["sr-Cyrl"]);
    if (language.startsWith("sr") && own.sr) return language === "sr-Latn" ? latin(own.sr) : own.sr;
    return fallback || own.en || Object.values(own)[0] || "";
  }

  return { LANGUAGES, fold, holds, keys, latin, name, query };
})();
