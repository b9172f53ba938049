/* Words for what the data says. Pure functions from values to text: no page, no clock.
   Dates stay strings: a Date object would turn a day into the day before, west of Greenwich. */
"use strict";

const words = (() => {
  const MONTHS = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ];
  const LANGUAGES = {
    en: "English", sq: "Albanian", sr: "Serbian", "sr-Latn": "Serbian, Latin",
    "sr-Cyrl": "Serbian, Cyrillic", mk: "Macedonian", uk: "Ukrainian", ru: "Russian",
    hy: "Armenian", ka: "Georgian", az: "Azerbaijani", ar: "Arabic", he: "Hebrew", tr: "Turkish",
    bs: "Bosnian", hr: "Croatian", de: "German", fr: "French", es: "Spanish", old: "Old spelling",
  };
  const HIGH = 0.8, FAIR = 0.5; // confidence that is called so; below, it is low
  const PLACE_PRECISION = {
    1: "the place itself",
    2: "a part of the area, or near the place",
    3: "a wide area only",
  };
  const FAMILIES = {
    violence: "Violence",
    protest: "Protest and blockade",
    detention: "Arrest and raid",
    forces: "Movement of forces",
    control: "Seizure and control",
    property: "Property and robbery",
    politics: "Talk and politics",
    other: "Other",
  };

  /** What a table says of a word from outside: "constructor" is none of its own. */
  function lookUp(table, key, otherwise) {
    return Object.hasOwn(table, key) ? table[key] : otherwise;
  }

  /** Split an ISO day into numbers, or null. */
  function split(iso) {
    const found = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso || "");
    if (!found) return null;
    const [year, month, day] = found.slice(1).map(Number);
    return month >= 1 && month <= 12 ? { year, month, day } : null;
  }

  function month(number, short) {
    const name = MONTHS[number - 1];
    return short && name.length > 3 ? name.slice(0, 3) : name;
  }

  /** "18 October 2011", or with `short` "18 Oct 2011"; text that is no date stays as it is. */
  function day(iso, short = false) {
    const at = split(iso);
    return at ? `${at.day} ${month(at.month, short)} ${at.year}` : String(iso || "");
  }

  /** "27 September – 3 October 2011": what both ends share is said once. */
  function interval(first, last, short) {
    const a = split(first), b = split(last);
    if (!a || !b || first === last) return day(first || last, short);
    const end = `${b.day} ${month(b.month, short)} ${b.year}`;
    if (a.year !== b.year) return `${day(first, short)} – ${end}`;
    if (a.month !== b.month) return `${a.day} ${month(a.month, short)} – ${end}`;
    return `${a.day}–${end}`;
  }

  /** When it happened, as precisely as is known and no more: "July 2011 (month)". */
  function when(incident, short = false) {
    const first = incident.date_start || incident.date_end;
    const last = incident.date_end || incident.date_start;
    const a = split(first), b = split(last);
    if (!a || !b) return "date unknown";
    const precision = incident.date_precision;
    if (precision === "year" && a.year === b.year) return `${a.year} (year)`;
    const whole = a.year === b.year && a.month === b.month;
    if (precision === "month" && whole) return `${month(a.month, short)} ${a.year} (month)`;
    if (precision === "week") return `${interval(first, last, short)} (week)`;
    if (first !== last && precision !== "range") {
      return `${interval(first, last, short)} (within these days)`;
    }
    return interval(first, last, short);
  }

  /** The span of a whole set, by months: "Oct 2011 – Jan 2023". */
  function span(first, last) {
    const a = split(first), b = split(last);
    if (!a || !b) return "";
    const end = `${month(b.month, true)} ${b.year}`;
    const start = `${month(a.month, true)} ${a.year}`;
    return start === end ? end : `${start} – ${end}`;
  }

  /** "2", "2–4", "at least 2", "about 200"; empty when nothing was said. */
  function count(minimum, maximum, approximate) {
    if (minimum === undefined && maximum === undefined) return "";
    if (minimum === undefined) return `up to ${maximum}`;
    if (maximum === undefined) return `at least ${minimum}`;
    const number = minimum === maximum ? `${minimum}` : `${minimum}–${maximum}`;
    return approximate ? `about ${number}` : number;
  }

  /** "300 m", "1.2 km", "15 km". */
  function distance(metres) {
    if (metres < 950) return `${Math.max(10, Math.round(metres / 10) * 10)} m`;
    const km = metres / 1000;
    return `${km < 9.5 ? Math.round(km * 10) / 10 : Math.round(km)} km`;
  }

  /** The class of a confidence; what says nothing has none. */
  function confidence(value) {
    if (!(value >= 0)) return "";
    if (value >= HIGH) return "high";
    return value >= FAIR ? "fair" : "low";
  }

  /** A quote in three parts, the trigger in the middle; offsets count letters as Python does. */
  function marked({ quote, start, trigger_start: from, trigger_end: to }) {
    const letters = [...String(quote)];
    const sound = [start, from, to].every(Number.isInteger) && from >= start && to > from && to - start <= letters.length;
    if (!sound) return [letters.join(""), "", ""];
    const cut = (a, b) => letters.slice(a, b).join("");
    return [cut(0, from - start), cut(from - start, to - start), cut(to - start)];
  }

  /** "12,000", wherever the reader lives. */
  function number(value) {
    return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
  }

  /** The day number of what somebody typed: "2011-07-31"; of "2011-07" or "2011" the first day, or
      with `last` the last one; null of nothing, NaN of what is no day. */
  function typedDay(text, last) {
    const told = text.trim().replace(/[./]/g, "-");
    if (!told) return null;
    const found = /^(\d{4})(?:-(\d\d?))?(?:-(\d\d?))?$/.exec(told);
    if (!found) return NaN;
    const [, year, month_, day_] = found;
    const first = days.number(`${year}-${(month_ || "1").padStart(2, "0")}-${(day_ || "1").padStart(2, "0")}`);
    return day_ || !last ? first : days.next(first, month_ ? "month" : "year") - 1;
  }

  /** A day on an axis whose marks are a unit apart. */
  function tick(at, unit) {
    if (["year", "decade", "century"].includes(unit)) return String(at.year);
    const named = `${month(at.month, true)} ${at.year}`;
    return unit === "month" || unit === "quarter" ? named : `${at.day} ${named}`;
  }

  /** "999", "1.2k", "12k": for a marker. */
  function short(value) {
    if (value < 1000) return String(value);
    const thousands = value / 1000;
    return `${thousands < 9.95 ? Math.round(thousands * 10) / 10 : Math.round(thousands)}k`;
  }

  function plural(count, one, many = `${one}s`) {
    return `${number(count)} ${count === 1 ? one : many}`;
  }

  function capital(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
  }

  /** The address if it is one that may be opened, else null: never javascript: or data:. */
  function link(address) {
    try {
      const url = new URL(String(address));
      return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
    } catch {
      return null;
    }
  }

  /** Names in other languages than the one shown: [[name, [tags]], …], each name once. */
  function others(names, shown) {
    const found = new Map();
    for (const [tag, name] of Object.entries(names || {})) {
      if (name && name !== shown) found.set(name, [...(found.get(name) || []), tag]);
    }
    return [...found];
  }

  return {
    FAIR, FAMILIES, HIGH, LANGUAGES, PLACE_PRECISION,
    capital, confidence, count, day, distance, interval, link, lookUp, marked, number, others, plural, short, span, tick, typedDay, when,
  };
})();
