import { meaningName } from "../../columns/meanings";
import type { Corrections, PlanReading } from "../../reading/planReading";
import { tableNames, type SideKind, type TableKind } from "../../tableKinds";
import { withUnit } from "../words/withUnit";

/** What the user corrected, a line each, in the sheet's words; `textAt` is what stands in a cell. */
export function correctionLines(
  corrections: Corrections,
  reading: Pick<PlanReading, "spending" | "funding" | "registers" | "plan">,
  textAt: (address: string) => string,
): string[] {
  const tables = [...reading.registers, reading.spending, reading.funding].flatMap((table) => table ?? []);
  const columns = tables.flatMap((table) => table.columns.map((column) => ({ ...column, kind: table.kind })));
  const nameOf = (address: string): string => {
    const text = columns.find((column) => column.address === address)?.heading ?? textAt(address);
    return text === "" ? address : `'${text}' (${address})`;
  };
  const meaningOf = (address: string, meaning: string): string =>
    meaningName(columns.find((column) => column.address === address)?.kind ?? null, meaning);
  const of = <T>(part: Record<string, T> | undefined): [string, T][] => Object.entries(part ?? {});
  return [
    ...of(corrections.tables).map(
      ([kind, reference]) => `${reference} is the ${tableNames[kind as TableKind | SideKind]} table`,
    ),
    ...of(corrections.headings).map(([address, meaning]) =>
      meaning === "ignored"
        ? `${nameOf(address)} takes no part`
        : `${nameOf(address)} is ${meaningOf(address, meaning)}`,
    ),
    ...of(corrections.carried).map(([address]) => `${nameOf(address)} stands beside the levers in the Breakdown`),
    ...of(corrections.words).flatMap(([address, words]) =>
      of(words).map(([word, ours]) => `'${word}' in ${nameOf(address)} is ${ours}`),
    ),
    ...of(corrections.rows).map(
      ([address, word]) => `the row ${nameOf(address)} ${word === "counts" ? "counts" : "is left out"}`,
    ),
    ...wholePlanLines(corrections, reading.plan?.unit ?? ""),
  ];
}

/** What is said of the plan as a whole; `planUnit`: of its amounts. */
function wholePlanLines({ target, unit, priceBasis, bareYear }: Corrections, planUnit: string): string[] {
  return [
    target === undefined
      ? ""
      : `the savings required in the last year are ${withUnit(target.toLocaleString("en-GB", inFull), planUnit)}`,
    unit ? `amounts are in ${unit}` : "",
    priceBasis ? `the price basis is ${priceBasis}` : "",
    bareYear === undefined ? "" : bareYearLines[bareYear],
  ].filter((line) => line !== "");
}

const inFull = { maximumFractionDigits: 20 };

const bareYearLines = {
  start: "a year such as 2016 is the one that starts in it, 2016/17",
  end: "a year such as 2016 is the one that ends in it, 2015/16",
};
