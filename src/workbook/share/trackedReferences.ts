import { parseA1Ref, stringifyA1Ref, tokenize } from "@borgar/fx";
import type { AreaContent } from "@workbooks/xlsx/content";
import { areaReference } from "@workbooks/xlsx/sheet/address";
import { quotedSheet, splitAddress } from "../../cells/address";

type Token = ReturnType<typeof tokenize>[number];

/**
 * The formula of a hidden name that goes where a formula's cells go: the formula's own area and all that it refers to, with their sheets,
 * `(Plan!$D$4,Plan!$B$4,Rates!$A:$A)`. Rows that are put in, and sheets that are renamed, change it as Excel changes formulas.
 */
export function trackingFormula(sheet: string, area: AreaContent, formula: string): string {
  const own = `${quotedSheet(sheet)}!${absolute(areaReference(area))}`;
  return `(${[own, ...referencesIn(formula).map(({ value }) => withSheet(value, sheet))].join(",")})`;
}

/** Where the formula's area and its references are now; null where the area is gone. */
export interface Tracked {
  sheet: string;
  reference: string;
  references: string[];
}

export function readTracking(formula: string): Tracked | null {
  const parts = (tokenize(formula.startsWith("=") ? formula : `=${formula}`) as Token[]).filter(
    ({ type }) => type.startsWith("range") || type === "error",
  );
  const [own, ...references] = parts.map(({ value }) => value);
  const sheet = own === undefined ? null : splitAddress(own).sheet;
  if (!own || !sheet || own.includes("#REF!")) return null;
  return { sheet, reference: own.slice(own.lastIndexOf("!") + 1).replaceAll("$", ""), references };
}

/** The formula with its references where they are now, each as relative as it was; null where one is gone or the tracking does not fit. */
export function moved(formula: string, { sheet, references }: Tracked): string | null {
  const tokens = (tokenize(`=${formula}`) as Token[]).map((token) => ({ ...token }));
  const places = referencesOf(tokens);
  if (places.length !== references.length) return null;
  for (const [index, token] of places.entries()) {
    const [before, now] = [splitAddress(token.value), splitAddress(references[index]!)];
    const [was, is] = [parseA1Ref(addressIn(token.value)), parseA1Ref(now.area)];
    if (!was || !is || !("range" in was) || !("range" in is) || !was.range || !is.range) return null;
    const { $top = false, $left = false, $bottom = false, $right = false } = was.range;
    const isNamed = before.sheet !== null || now.sheet !== sheet;
    const { top, left, bottom, right } = is.range;
    const range = { top, left, bottom, right, $top, $left, $bottom, $right };
    token.value =
      (isNamed && now.sheet !== null ? `${quotedSheet(now.sheet)}!` : "") + stringifyA1Ref({ range } as never);
  }
  return tokens
    .slice(1)
    .map(({ value }) => value)
    .join("");
}

/** References to cells of this workbook; those to other workbooks and over several sheets stay as they are written. */
function referencesIn(formula: string): Token[] {
  return referencesOf(tokenize(`=${formula}`) as Token[]);
}

function referencesOf(tokens: Token[]): Token[] {
  return tokens.filter(({ type, value }) => {
    if (type !== "range" && type !== "range_beam") return false;
    const parsed = parseA1Ref(value);
    return parsed !== undefined && parsed !== null && !value.includes("[") && !/:.*!/.test(value);
  });
}

function withSheet(reference: string, sheet: string): string {
  const bang = reference.lastIndexOf("!");
  const address = absolute(reference.slice(bang + 1));
  return bang < 0 ? `${quotedSheet(sheet)}!${address}` : `${reference.slice(0, bang)}!${address}`;
}

function addressIn(reference: string): string {
  return reference.slice(reference.lastIndexOf("!") + 1);
}

/** "B4:C9" is "$B$4:$C$9", "A:A" is "$A:$A". */
function absolute(address: string): string {
  return address
    .replaceAll("$", "")
    .split(":")
    .map((end) => {
      const letters = /^[A-Za-z]*/.exec(end)![0];
      const digits = end.slice(letters.length);
      return `${letters === "" ? "" : `$${letters}`}${digits === "" ? "" : `$${digits}`}`;
    })
    .join(":");
}
