import type { AreaContent } from "@workbooks/xlsx/content";
import { apiNotFound, invalidArgument } from "../../../../workbook/excelError";
import { isObjectOf, objectOf, targetOf } from "../../../registry";
import { ownMember, type Context, type Method, type WireObject } from "../../../table";
import type { BorderTarget, RangeTarget } from "../../../targets";
import { rangeOf } from "../rangeObjects";
import { isUnbounded, wrongSize } from "../rangeValues";

type Asked = Record<string, unknown>;

/** Properties of many cells, rows or columns in one call, by the names that the same properties have on a range. */
export const cellMethods: Record<string, Method<RangeTarget>> = {
  getCellProperties: {
    reads: true,
    call: (target, [asked], context) => {
      if (isUnbounded(target)) throw invalidArgument();
      return upTo(target.area.rowCount).map((i) =>
        upTo(target.area.columnCount).map((j) => read(cellOf(target, i, j), asked as Asked, context)),
      );
    },
  },
  getRowProperties: {
    reads: true,
    call: (target, [asked], context) =>
      linesOf(target, "row").map((line) => read(rangeOf(target.sheet, line), asked as Asked, context)),
  },
  getColumnProperties: {
    reads: true,
    call: (target, [asked], context) =>
      linesOf(target, "column").map((line) => read(rangeOf(target.sheet, line), asked as Asked, context)),
  },
  setCellProperties: {
    call: async (target, [data], context) => {
      const { rowCount, columnCount } = target.area;
      const rows = listOf(data, rowCount) as unknown[];
      const cells = rows.map((row) => listOf(row, columnCount));
      for (const [i, row] of cells.entries())
        for (const [j, cell] of row.entries()) await write(cellOf(target, i, j), cell as Asked, context);
    },
  },
  setRowProperties: { call: (target, [data], context) => writeLines(target, "row", data, context) },
  setColumnProperties: { call: (target, [data], context) => writeLines(target, "column", data, context) },
};

async function writeLines(target: RangeTarget, axis: "row" | "column", data: unknown, context: Context): Promise<void> {
  const lines = linesOf(target, axis);
  const values = listOf(data, lines.length);
  for (const [i, line] of lines.entries()) await write(rangeOf(target.sheet, line), values[i] as Asked, context);
}

function linesOf({ area }: RangeTarget, axis: "row" | "column"): AreaContent[] {
  const count = axis === "row" ? area.rowCount : area.columnCount;
  if (count > 100_000) throw invalidArgument();
  return upTo(count).map((i) =>
    axis === "row" ? { ...area, row: area.row + i, rowCount: 1 } : { ...area, column: area.column + i, columnCount: 1 },
  );
}

/** @throws InvalidArgument for a list of another length */
function listOf(data: unknown, length: number): unknown[] {
  if (!Array.isArray(data) || data.length !== length) throw invalidArgument(wrongSize);
  return data;
}

/** Borders have names of their own here. */
const sides: Record<string, BorderTarget["side"]> = {
  bottom: "EdgeBottom",
  diagonalDown: "DiagonalDown",
  diagonalUp: "DiagonalUp",
  horizontal: "InsideHorizontal",
  left: "EdgeLeft",
  right: "EdgeRight",
  top: "EdgeTop",
  vertical: "InsideVertical",
};

/** Diagonal borders are refused. */
const cellSides = ["bottom", "left", "right", "top"];

/** The object that a property leads to, or a side of borders. @throws ApiNotFound for what the stand-in does not have */
function childOf(object: WireObject, name: string, context: Context): WireObject | null {
  if (isObjectOf(object, "RangeBorderCollection")) {
    const side = ownMember(sides, name);
    if (side) return objectOf("RangeBorder", { format: targetOf(object, "RangeBorderCollection"), side });
  }
  const property = ownMember(object.type.properties, name);
  if (!property) throw apiNotFound(`${object.type.name}.${name}`);
  return property.object?.(object.target as never, context) ?? null;
}

function read(object: WireObject, asked: Asked | null | undefined, context: Context): Asked {
  const answer: Asked = {};
  // What is asked of borders is asked of every side of a cell.
  if (
    isObjectOf(object, "RangeBorderCollection") &&
    Object.keys(asked ?? {}).every((name) => !ownMember(sides, name))
  ) {
    for (const side of cellSides) answer[side] = read(childOf(object, side, context) as WireObject, asked, context);
    return answer;
  }
  for (const [name, wanted] of Object.entries(asked ?? {})) {
    if (wanted === undefined || wanted === null || wanted === false) continue;
    const child = childOf(object, name, context);
    if (child) answer[name] = read(child, typeof wanted === "object" ? (wanted as Asked) : {}, context);
    else answer[name] = ownMember(object.type.properties, name)?.get?.(object.target as never, context) ?? null;
  }
  return answer;
}

async function write(object: WireObject, values: Asked | null | undefined, context: Context): Promise<void> {
  for (const [name, value] of Object.entries(values ?? {})) {
    if (value === undefined || value === null) continue;
    const child = childOf(object, name, context);
    if (child) {
      await write(child, value as Asked, context);
      continue;
    }
    const property = ownMember(object.type.properties, name);
    if (!property?.set) throw apiNotFound(`${object.type.name}.${name} (to be set)`);
    await property.set(object.target as never, value, context);
  }
}

function cellOf({ sheet, area }: RangeTarget, i: number, j: number): WireObject {
  return objectOf("Range", {
    sheet,
    area: { row: area.row + i, column: area.column + j, rowCount: 1, columnCount: 1 },
  });
}

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}
