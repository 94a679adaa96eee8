/** "'Forward view'!B6" → sheet "Forward view", area "B6"; without a sheet, sheet is null. Dollar signs are dropped. */
export function splitAddress(address: string): { sheet: string | null; area: string } {
  const text = address.trim().replace(/^=/, "");
  const bang = text.lastIndexOf("!");
  if (bang < 0) return { sheet: null, area: text.replaceAll("$", "") };
  const sheet = text.slice(0, bang);
  const isQuoted = sheet.startsWith("'") && sheet.endsWith("'") && sheet.length >= 2;
  return {
    sheet: isQuoted ? sheet.slice(1, -1).replaceAll("''", "'") : sheet,
    area: text.slice(bang + 1).replaceAll("$", ""),
  };
}

/** The sheet's name as a formula writes it, always quoted. */
export function quoteSheet(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}

/** Address as users read it, quoted only where Excel would: "Levers!D7", "'Forward view'!B6:P31". Zero-based row and column. */
export function addressOf(sheet: string, row: number, column: number, rowCount = 1, columnCount = 1): string {
  const name = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) ? sheet : quoteSheet(sheet);
  const first = `${columnName(column)}${row + 1}`;
  if (rowCount === 1 && columnCount === 1) return `${name}!${first}`;
  return `${name}!${first}:${columnName(column + columnCount - 1)}${row + rowCount}`;
}

/** 0 → "A", 26 → "AA". */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}
