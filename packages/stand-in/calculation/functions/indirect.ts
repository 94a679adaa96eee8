import { translateFormulaToA1 } from "@borgar/fx";
import {
  type BaseFunction,
  type BaseValueObject,
  type IFunctionService,
  StringValueObject,
} from "@univerjs/engine-formula";
import { columnName, formatArea, lastColumnCount, parseArea, quotedSheet, splitSheet } from "../../workbook/address";
import type { DefinedNames } from "../reading/definedNames";
import type { Dialect } from "../reading/formulaDialect";
import { plainReference } from "../reading/structuredReferences";
import { replaceCalculation } from "./nativeFunctions";

/** Names may lead to names, but no longer than this. */
const deepestName = 10;

/**
 * Univer's INDIRECT knows cells, areas and whole columns by their addresses. Here it also follows what Excel does: a table
 * and its columns, whole rows, names for any of these, and addresses that count from the cell in R1C1 style.
 */
export function mendIndirect(functions: IFunctionService, names: DefinedNames, dialect: Dialect): void {
  const executor = functions.getExecutor("INDIRECT") as BaseFunction | undefined;
  replaceCalculation(functions, "INDIRECT", ([text, style, ...rest], before) => {
    const single = text?.isArray() ? only(text) : text;
    if (!single?.isString() || style?.isError()) return before([text, style, ...rest].filter(isGiven));
    const isR1C1 = style !== undefined && !truth(style);
    const at = { row: executor?.row ?? 0, column: executor?.column ?? 0 };
    const typed = String(single.getValue()).trim();
    const plain = plainAddress(isR1C1 ? inA1(typed, at) : typed, at, names, dialect, 0);
    return before([StringValueObject.create(plain)]);
  });
}

function plainAddress(
  text: string,
  at: { row: number; column: number },
  names: DefinedNames,
  dialect: Dialect,
  depth: number,
): string {
  const name = depth < deepestName ? names.find(text) : null;
  if (name) return plainAddress(name.formulaOrRefString.replace(/^=/, ""), at, names, dialect, depth + 1);
  const ofTable = plainReference(text, (table) => dialect.findTable(table));
  if (ofTable !== null) return ownRow(ofTable, at.row);
  // A spilled array: Univer would read its first cell.
  return text.endsWith("#") || !isThere(text, dialect) ? "#REF!" : wholeRows(text);
}

/** Whether a reference leads to a sheet that there is, and to columns that there are. */
function isThere(text: string, dialect: Dialect): boolean {
  const { sheet, address } = splitSheet(text);
  const isSheet = sheet === null || dialect.sheetNames().some((name) => name.toLowerCase() === sheet.toLowerCase());
  const columns = [...address.toUpperCase().matchAll(/(?:^|:)\$?([A-Z]{3})(?=[\d$:]|$)/g)];
  return isSheet && columns.every(([, letters = ""]) => letters <= columnName(lastColumnCount - 1));
}

/** "THISROW(Data!$J$2:$J$6)", of a table's own row, as the cell of that column in this row. */
function ownRow(reference: string, row: number): string {
  const inner = /^THISROW\((.*)\)$/.exec(reference)?.[1];
  if (inner === undefined) return reference;
  const { sheet, address } = splitSheet(inner);
  const area = parseArea(address);
  if (row < area.row || row >= area.row + area.rowCount) return "#VALUE!";
  return withSheet(sheet, formatArea({ ...area, row, rowCount: 1 }));
}

/** "1:3" as the cells from the first column to the last. */
function wholeRows(text: string): string {
  const { sheet, address } = splitSheet(text);
  const rows = /^\$?(\d{1,7}):\$?(\d{1,7})$/.exec(address);
  return rows ? withSheet(sheet, `A${rows[1]}:${columnName(lastColumnCount - 1)}${rows[2]}`) : text;
}

function inA1(text: string, { row, column }: { row: number; column: number }): string {
  try {
    return translateFormulaToA1(`=${text}`, `${columnName(column)}${row + 1}`).slice(1);
  } catch {
    return text;
  }
}

function withSheet(sheet: string | null, address: string): string {
  return sheet === null ? address : `${quotedSheet(sheet)}!${address}`;
}

function only(value: BaseValueObject): BaseValueObject | undefined {
  const array = value as unknown as {
    getRowCount(): number;
    getColumnCount(): number;
    getFirstCell(): BaseValueObject;
  };
  return array.getRowCount() * array.getColumnCount() === 1 ? array.getFirstCell() : undefined;
}

function truth(style: BaseValueObject): boolean {
  const value = (style.isArray() ? only(style) : style)?.getValue();
  return value !== 0 && value !== false && !/^false$/i.test(String(value ?? 0));
}

function isGiven(value: BaseValueObject | undefined): value is BaseValueObject {
  return value !== undefined;
}
