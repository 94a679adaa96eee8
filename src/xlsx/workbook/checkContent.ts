import type { WorkbookContent } from "../content";
import { MAXIMUM_COLUMNS, MAXIMUM_ROWS, addressOf } from "../sheet/address";
import { XlsxError } from "../xlsxError";

const LONGEST_TEXT = 32_767;
const LONGEST_FORMULA = 8_192;

/** Refuses content that Excel could not open; throws an XlsxError that names the sheet, cell or name. */
export function checkContent(content: WorkbookContent): void {
  if (!content.sheets.some(({ visibility }) => visibility === "visible")) {
    throw new XlsxError("A workbook needs at least one visible sheet.");
  }
  const sheetNames = new Set<string>();
  const partIds = new Set<string>();
  for (const { name, partId, cells } of content.sheets) {
    checkSheetName(name, sheetNames);
    if (partId !== null && partIds.has(partId)) {
      throw new XlsxError(`The sheet "${name}" is a copy that claims another sheet's place in the file.`);
    }
    if (partId !== null) partIds.add(partId);
    for (const [row, columns] of cells) {
      for (const [column, { value, formula }] of columns) {
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
  checkTableNames(content);
}

function checkSheetName(name: string, taken: Set<string>): void {
  const problem =
    name === "" || name.length > 31
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

function checkTableNames(content: WorkbookContent): void {
  const taken = new Set<string>();
  for (const { name } of content.sheets.flatMap(({ tables }) => tables)) {
    if (taken.has(name.toLowerCase()))
      throw new XlsxError(`Two tables are called "${name}"; each needs a name of its own.`);
    taken.add(name.toLowerCase());
  }
}
