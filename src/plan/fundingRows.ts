import { cellAddress } from "./address";
import { cellAt, textOf } from "./cells";
import type { OpenTable } from "./openTable";

/**
 * Takes the funding out of a Spending table that has it as a row of its own ("Funding" under the categories), where no Funding table stands apart.
 * The gap that such a table works out is left out too. Null where there is no such row; the spending then stays as it is.
 */
export function splitFundingRows(spending: OpenTable): { spending: OpenTable; funding: OpenTable } | null {
  const { header, key, rows } = spending;
  if (!key) return null;
  const nameOf = (row: number): string => textOf(cellAt(header.grid, row, key.column));
  const funded = rows.rows.filter((row) => fundingName.test(nameOf(row)));
  if (funded.length === 0 || funded.length === rows.rows.length) return null;
  const results = rows.rows.filter((row) => gapName.test(nameOf(row)));
  const warn = (row: number, message: string) => ({
    level: "warning" as const,
    cell: cellAddress(header.grid.sheet, row, key.column),
    message,
  });
  const findings = [
    ...spending.findings,
    ...funded.map((row) => warn(row, `'${nameOf(row)}' in the Spending table was read as funding`)),
    ...results.map((row) =>
      warn(row, `'${nameOf(row)}' in the Spending table was left out: the gap is worked out anew`),
    ),
  ];
  const categories = rows.rows.filter((row) => !funded.includes(row) && !results.includes(row));
  return {
    spending: { ...spending, findings, rows: { ...rows, rows: categories } },
    funding: { ...spending, kind: "funding", findings: [], rows: { ...rows, rows: funded } },
  };
}

const fundingName =
  /^((total|available|planned|expected|assumed|net)\s+)*(funding|allocations?|resources?( limit)?|funding available|funding envelope|budget available)\s*:?$/i;
const gapName =
  /^(((funding|affordability|remaining|total|net)\s+)*(gap|shortfall|deficit)|surplus\s*\/?\s*\(?deficit\)?)\s*:?$/i;
