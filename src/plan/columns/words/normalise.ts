import { withoutUnit } from "../../reading/cells/units";

/** A heading as headings are compared: lower case, without unit and price basis, "%" and "#" as the words percent and number, punctuation as spaces. */
export function normalise(heading: string): string {
  return withoutUnit(heading)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/#/g, " number ")
    .replace(/%|\bper cent\b|\bpct\b/g, " percent ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
