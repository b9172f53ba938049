/* Days as numbers, counted from 1970-01-01 by the calendar's own arithmetic. Pure functions.
   No Date object: one made of "2011-10-19" is the day before, west of Greenwich. */
"use strict";

const days = (() => {
  const UNITS = ["day", "week", "month", "quarter", "year", "decade", "century"];
  const LENGTH = { day: 1, week: 7, month: 30.44, quarter: 91.3, year: 365.25, decade: 3652.5, century: 36525 };
  const MONTHS = { month: 1, quarter: 3, year: 12, decade: 120, century: 1200 };
  const SHAPE = /^(\d{4})-(\d\d)-(\d\d)$/;

  /** Day number of a date in the Gregorian calendar, running backwards as well. */
  function of(year, month, day) {
    const y = month <= 2 ? year - 1 : year;
    const era = Math.floor(y / 400);
    const inEra = y - era * 400;
    const inYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
    return era * 146097 + inEra * 365 + Math.floor(inEra / 4) - Math.floor(inEra / 100) + inYear - 719468;
  }

  /** {year, month, day} of a day number. */
  function parts(number) {
    const z = number + 719468;
    const era = Math.floor(z / 146097);
    const inEra = z - era * 146097;
    const years = Math.floor((inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36524) - Math.floor(inEra / 146096)) / 365);
    const inYear = inEra - (365 * years + Math.floor(years / 4) - Math.floor(years / 100));
    const m = Math.floor((5 * inYear + 2) / 153);
    const month = m + (m < 10 ? 3 : -9);
    return { year: years + era * 400 + (month <= 2 ? 1 : 0), month, day: inYear - Math.floor((153 * m + 2) / 5) + 1 };
  }

  /** Day number of an ISO day; NaN for anything else, 2011-02-30 included. */
  function number(iso) {
    const found = SHAPE.exec(iso || "");
    if (!found) return NaN;
    const [year, month, day] = found.slice(1).map(Number);
    if (month < 1 || month > 12 || day < 1 || day > 31) return NaN;
    const told = of(year, month, day);
    return parts(told).day === day ? told : NaN;
  }

  const pad = (value, width) => String(value).padStart(width, "0");

  function iso(number) {
    const { year, month, day } = parts(number);
    return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  }

  /** The first day of the week, month, … that a day lies in; weeks begin on Monday. */
  function floor(number, unit) {
    if (unit === "day") return number;
    if (unit === "week") return number - ((((number + 3) % 7) + 7) % 7);
    const { year, month } = parts(number);
    return fromMonths(Math.floor((year * 12 + month - 1) / MONTHS[unit]) * MONTHS[unit]);
  }

  /** The first day of the next one. */
  function next(start, unit) {
    if (unit === "day" || unit === "week") return start + LENGTH[unit];
    const { year, month } = parts(start);
    return fromMonths(year * 12 + month - 1 + MONTHS[unit]);
  }

  function fromMonths(months) {
    return of(Math.floor(months / 12), (((months % 12) + 12) % 12) + 1, 1);
  }

  /** The finest unit of which at most `most` cover the days from first to last. */
  function unit(first, last, most) {
    return UNITS.find((one) => (last - first + 1) / LENGTH[one] <= most) || "century";
  }

  /** Starts of all units from the one that holds `first` to the end of that which holds `last`. */
  function edges(first, last, one) {
    const found = [floor(first, one)];
    while (found[found.length - 1] <= last) found.push(next(found[found.length - 1], one));
    return found;
  }

  return { UNITS, edges, floor, iso, next, number, of, parts, unit };
})();
