import type { FormulaPart, OutputCell, OutputTable } from "../../outputTable";

/** Columns of the inputs of which no row has anything are left out. */
export function withoutEmptyColumns(tables: OutputTable[]): OutputTable[] {
  const places = new Map<OutputTable["id"], number[]>();
  for (const { id, header, rows } of tables) {
    if (id !== "inputs") continue;
    let next = 0;
    const years = header.indexOf("Full year");
    places.set(
      id,
      header.map((_, column) => {
        const isKept =
          column < 4 || rows.some((row) => (row[column] ?? "") !== "") || (column < years && column > years - 1);
        return isKept ? next++ : -1;
      }),
    );
  }
  const moved = (part: FormulaPart): FormulaPart => {
    const place = typeof part === "string" ? undefined : places.get(part.table);
    if (typeof part === "string" || !place) return part;
    const last = place[part.column + part.columnCount - 1] ?? part.column;
    const column = place[part.column] ?? part.column;
    return { ...part, column, columnCount: last - column + 1 };
  };
  const cell = (value: OutputCell): OutputCell =>
    value !== null && typeof value === "object" && typeof value.formula !== "string"
      ? { formula: value.formula.map(moved) }
      : value;
  return tables.map((table): OutputTable => {
    const kept = places.get(table.id);
    const only = <T>(line: readonly T[]): T[] =>
      kept ? line.filter((_, column) => (kept[column] ?? -1) >= 0) : [...line];
    return {
      ...table,
      header: only(table.header),
      rows: table.rows.map((row) => only(row).map(cell)),
      numberFormats: table.numberFormats.map(only),
      noteLines: table.noteLines.map((line) => cell(line)) as OutputTable["noteLines"],
      ...(table.page && {
        page: { ...table.page, rows: table.page.rows.map((row) => ({ ...row, cells: row.cells.map(cell) })) },
      }),
    };
  });
}
