import { cellAddress } from "../../../cells/address";
import { textOf } from "../../../cells/cell";
import type { OpenTable } from "../openTable";
import { gapNames, isFundingName, isFundingSection } from "../extent/rowNames";
import { cellAt } from "../sheetGrid";

/**
 * Takes the funding out of a Spending table that has it as a row of its own ("Funding" under the categories): it is the funding where no Funding table
 * stands apart, and is left out beside one. The gap that such a table works out is left out too. Null where there is no such row.
 */
export function splitFundingRows(
  spending: OpenTable,
  hasFundingTable: boolean,
): { spending: OpenTable; funding: OpenTable } | null {
  const { header, key, rows } = spending;
  if (!key) return null;
  const nameOf = (row: number): string => textOf(cellAt(header.grid, row, key.column));
  const inSection = rows.rows.filter((row) => isFundingSection(rows.sectionOf.get(row) ?? ""));
  // Under a heading of its own the funding may have a total of its own.
  const parts = inSection.filter((row) => !/^total\b/i.test(nameOf(row)));
  const funded = parts.length > 0 ? parts : rows.rows.filter((row) => isFundingName(nameOf(row)));
  const ownTotals = inSection.filter((row) => !funded.includes(row));
  if (funded.length === 0 || funded.length === rows.rows.length) return null;
  const results = rows.rows.filter((row) => gapNames.test(nameOf(row)));
  const warn = (row: number, message: string) => ({
    level: "warning" as const,
    cell: cellAddress(header.grid.sheet, row, key.column),
    message,
  });
  const how = hasFundingTable ? "was left out, since there is a Funding table" : "was read as funding";
  const findings = [
    ...spending.findings,
    ...funded.map((row) => warn(row, `'${nameOf(row)}' in the Spending table ${how}`)),
    ...results.map((row) =>
      warn(row, `'${nameOf(row)}' in the Spending table was left out: the gap is worked out anew`),
    ),
  ];
  const categories = rows.rows.filter(
    (row) => !funded.includes(row) && !results.includes(row) && !ownTotals.includes(row),
  );
  return {
    spending: { ...spending, findings, rows: { ...rows, rows: categories } },
    funding: { ...spending, kind: "funding", findings: [], rows: { ...rows, rows: funded } },
  };
}
