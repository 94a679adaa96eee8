import { itemNotFound } from "../../../../workbook/excelError";
import { dependentsOf, precedentsOf } from "../../../../workbook/formulas/precedents";
import { objectOf } from "../../../registry";
import type { Context, Method, WireObject } from "../../../table";
import type { AreasTarget, RangeTarget } from "../../../targets";
import { rectangles } from "./rangeSpecialCells";

/** What formulas read, and who reads a cell. */
export const traceMethods: Record<string, Method<RangeTarget>> = {
  getDirectPrecedents: { call: (target, _args, context) => precedents(target, context, false), reads: true },
  getPrecedents: { call: (target, _args, context) => precedents(target, context, true), reads: true },
  getDirectDependents: { call: (target, _args, context) => dependents(target, context, false), reads: true },
  getDependents: { call: (target, _args, context) => dependents(target, context, true), reads: true },
};

function precedents(target: RangeTarget, { workbook }: Context, all: boolean): WireObject {
  const found = precedentsOf(workbook, target, all);
  return bySheet(
    workbook.sheets.map((sheet) => ({
      sheet,
      areas: found.filter((each) => each.sheet === sheet).map(({ area }) => area),
    })),
  );
}

function dependents(target: RangeTarget, { workbook }: Context, all: boolean): WireObject {
  return bySheet(dependentsOf(workbook, target, all).map(({ sheet, cells }) => ({ sheet, areas: rectangles(cells) })));
}

/** @throws ItemNotFound where there is none */
function bySheet(parts: AreasTarget[]): WireObject {
  const filled = parts.filter(({ areas }) => areas.length > 0);
  if (filled.length === 0) throw itemNotFound();
  return objectOf("WorkbookRangeAreas", filled);
}
