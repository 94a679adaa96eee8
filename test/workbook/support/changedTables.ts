import type { OutputTable } from "../../../src/plan/report/outputTable";

/**
 * Another result of the same scenario: a lever less, a lever more, in another order, one year more and, on request and where no chart
 * is drawn of it, a column less.
 */
export function changedTables(tables: readonly OutputTable[], { withoutColumn = -1 } = {}): OutputTable[] {
  return tables.map((table) => {
    const [first, ...others] = table.rows;
    if (!first || others.length === 0) return table;
    const added = first.map((cell, column) =>
      column === 0 ? "Something new" : typeof cell === "number" ? cell + 1 : cell,
    );
    const kept = <T>(line: readonly T[]) =>
      line.filter((_, column) => table.chart !== undefined || column !== withoutColumn);
    const rows = [...others.slice(1).reverse(), added, first].map((row) => [...kept(row), 42]);
    return {
      ...table,
      title: `${table.title}, changed`,
      header: [...kept(table.header), "2031/32"],
      rows,
      numberFormats: rows.map((row) => row.map(() => "0.00")),
    };
  });
}
