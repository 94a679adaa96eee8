import { Fault, mayBeBlank, describeCell, plainValue } from "./cells";
import type { Element } from "./elements";

/** Labels the years that follow: 0 is the first. */
type YearLabels = (offset: number) => number | string;

/** A first year that counts up: a whole number (2015) or a fiscal year ("2015/16"). Blank is 0. */
export function yearLabel(): Element<YearLabels> {
  return {
    kind: "year",
    domain: 'a whole number (2015) or a fiscal year ("2015/16")',
    outside: [2015.5, "soon", "2015/17"],
    blankRefused: false,
    read(cell) {
      const value = plainValue(cell);
      if (mayBeBlank(value)) return (offset) => offset;
      if (typeof value === "number" && Number.isSafeInteger(value)) return (offset) => value + offset;
      return (
        (typeof value === "string" && fiscalYears(value.trim())) || new Fault(`is ${describeCell(value)}; ${wanted}`)
      );
    },
  };
}

const wanted = 'a whole number such as 2015 or a fiscal year such as "2015/16" is needed';

/** "2015/16", "2015-16" and "2015/2016" count up in the form they were given. */
function fiscalYears(text: string): YearLabels | undefined {
  const first = Number(text.slice(0, 4));
  const separator = text.charAt(4);
  const second = text.slice(5);
  if (!/^\d{4}[/–-](\d{2}|\d{4})$/u.test(text)) return undefined;
  const next = (offset: number): string => String(first + offset + 1).slice(-second.length);
  return next(0) === second ? (offset) => `${first + offset}${separator}${next(offset)}` : undefined;
}
