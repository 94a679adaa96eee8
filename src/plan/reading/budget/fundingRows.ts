import { cellAddress } from "../../../cells/address";
import { textOf } from "../../../cells/cell";
import type { OpenTable } from "../openTable";
import { gapNames, isFundingName, isFundingSection, isTotalName } from "../extent/rowNames";
import { amountAt, totalIn } from "../extent/totals/rowSums";
import { cellAt } from "../sheetGrid";

/**
 * Takes the funding out of a Spending table that has it as a row of its own ("Funding" under the categories), or as rows under a heading or over a total
 * so named: it is the funding where no Funding table
 * stands apart, and is left out beside one. The gap that such a table works out is left out too. Null where there is no such row.
 */
export function splitFundingRows(
  spending: OpenTable,
  hasFundingTable: boolean,
): { spending: OpenTable; funding: OpenTable } | null {
  const { header, key, rows } = spending;
  if (!key) return null;
  const nameOf = (row: number): string => textOf(cellAt(header.grid, row, key.column));
  const named = rows.rows.filter((row) => isFundingName(nameOf(row)));
  const inSection = rows.rows.filter((row) => isFundingSection(rows.sectionOf.get(row) ?? ""));
  const summed = [
    ...named.flatMap((row) => partsOf(spending, row)),
    ...rows.totals.flatMap(({ name, of }) => (isFundingSection(name) ? of : [])),
  ].filter((row) => rows.rows.includes(row));
  const parts = [...new Set([...inSection.filter((row) => !named.includes(row)), ...summed])];
  // A total of funding rows stands for none of its own.
  const sums = parts.length > 0 ? named.filter((row) => isTotalName(nameOf(row), "exact")) : [];
  const funded = rows.rows.filter((row) => parts.includes(row) || (named.includes(row) && !sums.includes(row)));
  if (funded.length === 0 || funded.length + sums.length === rows.rows.length) return null;
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
  const others = new Set([...funded, ...sums, ...results]);
  const categories = rows.rows.filter((row) => !others.has(row));
  const totals = [...rows.totals, ...sums.map((row) => ({ row, name: nameOf(row), of: funded }))];
  return {
    spending: { ...spending, findings, rows: { ...rows, rows: categories, totals } },
    funding: { ...spending, kind: "funding", findings: [], rows: { ...rows, rows: funded, totals } },
  };
}

/** Whether sections or totals of a table say that it holds what is spent beside what pays for it. */
export function saysSpending({ rows }: OpenTable): boolean {
  return [...rows.sections.map(({ text }) => text), ...rows.totals.map(({ name }) => name)].some((text) =>
    /^(total )?(net |gross |operating )*(expenditure|expenses|spend|spending|costs)\b/i.test(text),
  );
}

/** The rows above one named as a total of funding that it sums, back to the total before it. */
function partsOf({ header, columns, rows, key }: OpenTable, total: number): number[] {
  const name = key ? textOf(cellAt(header.grid, total, key.column)) : "";
  if (!isTotalName(name, "exact")) return [];
  const before = Math.max(-1, ...rows.totals.map(({ row }) => row).filter((row) => row < total));
  const parts = rows.rows.filter((row) => row > before && row < total);
  const source = { grid: header.grid };
  const amounts = columns.filter(({ meaning }) => meaning === "year" || meaning === "base");
  const isSum = amounts.every(({ column }) => {
    const sum = totalIn(source, parts, column);
    return Math.abs(sum - (amountAt(source, total, column) ?? 0)) <= 1e-6 * Math.max(1, Math.abs(sum));
  });
  return parts.length > 0 && amounts.length > 0 && isSum ? parts : [];
}
