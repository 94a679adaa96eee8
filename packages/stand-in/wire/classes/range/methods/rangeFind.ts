import type { AreaContent } from "@workbooks/xlsx/content";
import { intersection } from "../../../../workbook/address";
import { assertArraysWhole } from "../../../../workbook/cells/arrayFormulas";
import { invalidArgument, itemNotFound } from "../../../../workbook/excelError";
import { wholeSheet, type Sheet } from "../../../../workbook/sheet";
import type { Workbook } from "../../../../workbook/workbook";
import { asText, oneOf } from "../../../arguments";
import type { Method, WireObject } from "../../../table";
import type { RangeTarget } from "../../../targets";
import { rangeAreasOf, rangeOf } from "../rangeObjects";
import { assertWritable, readFormula, readText, writeTyped } from "../rangeValues";
import { rectangles } from "./rangeSpecialCells";

/** Texts found and replaced in a range. */
export const findMethods: Record<string, Method<RangeTarget>> = {
  find: { call: find, reads: true, orNull: true },
  replaceAll: {
    reads: true,
    call: ({ sheet, area }, args, { workbook }) => replaceAll(workbook, sheet, area, args),
  },
};

/** The same on a whole worksheet. */
export const sheetFindMethods: Record<string, Method<Sheet>> = {
  findAll: {
    reads: true,
    orNull: true,
    call: (sheet, [text, criteria]) =>
      rangeAreasOf(sheet, rectangles(cellsWith(sheet, wholeSheet, matcherOf(text, criteria)))),
  },
  replaceAll: { reads: true, call: (sheet, args, { workbook }) => replaceAll(workbook, sheet, wholeSheet, args) },
};

interface Criteria {
  completeMatch?: boolean | null;
  matchCase?: boolean | null;
  searchDirection?: string | null;
}

/** In one cell the search is of the whole sheet, from the cell on and round its end; else of the range from its start, or end. */
function find({ sheet, area }: RangeTarget, [text, criteria]: unknown[]): WireObject {
  const { searchDirection } = (criteria ?? {}) as Criteria;
  const isBackwards = oneOf(searchDirection ?? "Forward", ["Forward", "Backwards"]) === "Backwards";
  const isSingle = area.rowCount === 1 && area.columnCount === 1;
  const found = cellsWith(sheet, isSingle ? wholeSheet : area, matcherOf(text, criteria));
  if (isBackwards) found.reverse();
  const order = ([row, column]: [number, number]) => (row - area.row) * wholeSheet.columnCount + column - area.column;
  const beyond = isSingle ? found.find((cell) => (isBackwards ? order(cell) < 0 : order(cell) > 0)) : undefined;
  const [row, column] = beyond ?? found[0] ?? [];
  if (row === undefined || column === undefined) throw itemNotFound();
  return rangeOf(sheet, { row, column, rowCount: 1, columnCount: 1 });
}

/** By rows, the cells whose shown text matches. What hides behind a formula is found by its result. */
function cellsWith(sheet: Sheet, area: AreaContent, matches: RegExp): [number, number][] {
  const used = sheet.usedArea(true);
  const part = used && intersection(area, used);
  const found: [number, number][] = [];
  if (!part) return found;
  for (let row = part.row; row < part.row + part.rowCount; row++) {
    for (let column = part.column; column < part.column + part.columnCount; column++) {
      matches.lastIndex = 0;
      const text = readText(sheet, row, column);
      if (text !== "" && matches.test(text)) found.push([row, column]);
    }
  }
  return found;
}

/**
 * Replaces in what is entered: the formula, where a cell has one. The new text is entered as if typed. Answers how many
 * cells have changed, which is what Excel's own dialogue counts; Office.js says no more than "replacements".
 */
function replaceAll(
  workbook: Workbook,
  sheet: Sheet,
  area: AreaContent,
  [text, replacement, criteria]: unknown[],
): number {
  assertWritable(sheet);
  const matches = matcherOf(text, criteria);
  const into = asText(replacement);
  const changed: [number, number, string][] = [];
  sheet.eachCell(area, (row, column) => {
    const before = String(readFormula(sheet, row, column));
    matches.lastIndex = 0;
    if (before !== "" && matches.test(before)) changed.push([row, column, before.replace(matches, () => into)]);
  });
  const cells = changed.map(([row, column]) => ({ row, column, rowCount: 1, columnCount: 1 }));
  assertArraysWhole(workbook, sheet, cells);
  cells.forEach((cell, i) => writeTyped({ sheet, area: cell }, changed[i]?.[2]));
  return changed.length;
}

/** Excel's wildcards: * any text, ? any one sign, ~ takes the next sign as it is. */
function matcherOf(text: unknown, criteria: unknown): RegExp {
  const { completeMatch, matchCase } = (criteria ?? {}) as Criteria;
  const wanted = asText(text);
  if (wanted === "" || wanted.length > 255) throw invalidArgument();
  const pattern = wanted.replace(/~([?*~])|([?*])|[\\^$.|+()[\]{}/]/g, (found, literal?: string, wildcard?: string) => {
    if (wildcard) return wildcard === "?" ? "[^]" : "[^]*";
    return `\\${literal ?? found}`;
  });
  return new RegExp(completeMatch === true ? `^(?:${pattern})$` : pattern, matchCase === true ? "g" : "gi");
}
