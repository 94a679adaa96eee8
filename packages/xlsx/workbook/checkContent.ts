import type { WorkbookContent } from "../content";
import { MAXIMUM_COLUMNS, MAXIMUM_ROWS, addressOf } from "../sheet/address";
import { XlsxError } from "../xlsxError";

const LONGEST_TEXT = 32_767;
const LONGEST_FORMULA = 8_192;

/**
 * Refuses content that Excel could not open; throws an XlsxError that names the sheet, cell or name. What stood so in the
 * file (`before`) is another maker's doing and does not keep the rest from being saved.
 */
export function checkContent(before: WorkbookContent, content: WorkbookContent): void {
  const isVisible = ({ sheets }: WorkbookContent) => sheets.some(({ visibility }) => visibility === "visible");
  if (!isVisible(content) && isVisible(before)) {
    throw new XlsxError("A workbook needs at least one visible sheet.");
  }
  const sheetNames = new Set<string>();
  const partIds = new Set<string>();
  for (const { name, partId, cells } of content.sheets) {
    const old = before.sheets.find((sheet) => partId !== null && sheet.partId === partId);
    checkSheetName(name, sheetNames, old?.name === name);
    if (partId !== null && partIds.has(partId)) {
      throw new XlsxError(`The sheet "${name}" is a copy that claims another sheet's place in the file.`);
    }
    if (partId !== null) partIds.add(partId);
    for (const [row, columns] of cells) {
      const oldColumns = old?.cells.get(row);
      for (const [column, { value, formula }] of columns) {
        const was = oldColumns?.get(column);
        if (was && was.value === value && was.formula === formula) continue;
        if (row < 0 || row >= MAXIMUM_ROWS || column < 0 || column >= MAXIMUM_COLUMNS) {
          throw new XlsxError(
            `The sheet "${name}" has a cell outside the grid, in row ${row + 1} and column ${column + 1}.`,
          );
        }
        if (typeof value === "string" && value.length > LONGEST_TEXT) {
          throw new XlsxError(
            `The text in ${name}!${addressOf(row, column)} is longer than ${LONGEST_TEXT} characters.`,
          );
        }
        if (formula !== undefined && formula.length > LONGEST_FORMULA) {
          throw new XlsxError(
            `The formula in ${name}!${addressOf(row, column)} is longer than ${LONGEST_FORMULA} characters.`,
          );
        }
      }
    }
  }
  checkTableNames(before, content);
}

function checkSheetName(name: string, taken: Set<string>, isOld: boolean): void {
  const problem = isOld
    ? null
    : name === "" || name.length > 31
      ? "a sheet's name has 1 to 31 characters"
      : /[[\]:*?/\\]/.test(name)
        ? "a sheet's name may not hold [ ] : * ? / or \\"
        : name.startsWith("'") || name.endsWith("'")
          ? "a sheet's name may not begin or end with an apostrophe"
          : taken.has(name.toLowerCase())
            ? "another sheet has the same name"
            : null;
  if (problem) throw new XlsxError(`The sheet "${name}" cannot be saved: ${problem}.`);
  taken.add(name.toLowerCase());
}

function checkTableNames(before: WorkbookContent, content: WorkbookContent): void {
  const old = new Map(before.sheets.flatMap(({ tables }) => tables.map(({ partId, name }) => [partId, name])));
  const taken = new Set<string>();
  for (const { name, partId } of content.sheets.flatMap(({ tables }) => tables)) {
    const isOld = partId !== null && old.get(partId) === name;
    if (taken.has(name.toLowerCase()) && !isOld)
      throw new XlsxError(`Two tables are called "${name}"; each needs a name of its own.`);
    taken.add(name.toLowerCase());
  }
}
