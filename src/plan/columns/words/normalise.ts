import { withoutUnit } from "../../reading/cells/units";

/** A heading as headings are compared: lower case, without unit and price basis, "%" and "#" as the words percent and number, punctuation as spaces. */
export function normalise(heading: string): string {
  const before = known.get(heading);
  if (before !== undefined) return before;
  const words = normaliseAnew(heading);
  if (known.size >= mostKnown) known.clear();
  known.set(heading, words);
  return words;
}

/** A heading is looked at as one of each kind of table, and again at every reading. */
const known = new Map<string, string>();
const mostKnown = 20_000;

function normaliseAnew(heading: string): string {
  return withoutUnit(heading)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/#/g, " number ")
    .replace(/%|\bper cent\b|\bpct\b/g, " percent ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
