import type { AreaContent, StyleContent } from "@workbooks/xlsx/content";
import { lastColumnCount, lastRowCount } from "../../../workbook/address";
import { shownNumber } from "../../../calculation/shownNumber";
import { apiNotFound, invalidArgument } from "../../../workbook/excelError";
import { cellsOf, type Sheet } from "../../../workbook/sheet";
import { asColor, asFlag, asNumber, asSize, asText, oneOf } from "../../arguments";
import { defineClass, objectOf } from "../../registry";
import type { Property } from "../../table";
import type { AreasTarget } from "../../targets";
import { assertWritable } from "./rangeValues";

/** A property of a cell's style; null where the cells differ. */
function styleProperty<K extends keyof StyleContent>(
  key: K,
  out: (value: StyleContent[K]) => unknown,
  into: (value: unknown) => StyleContent[K],
): Property<AreasTarget> {
  return {
    get: (target) => common(target, (style) => out(style[key])),
    set: (target, value) => setStyle(target, { [key]: into(value) }),
  };
}

/** @throws AccessDenied on a protected sheet */
function setStyle({ sheet, areas }: AreasTarget, style: Partial<StyleContent>): void {
  assertWritable(sheet);
  for (const area of areas) sheet.format(area, style);
}

/** What all cells have in common, else null. */
function common<V>({ sheet, areas }: AreasTarget, read: (style: StyleContent) => V): V | null {
  const [{ row, column } = { row: 0, column: 0 }] = areas;
  const first = read(sheet.style(row, column));
  return areas.every((area) => isAlike(sheet, area, (style) => read(style) === first)) ? first : null;
}

/** Whether all cells of an area pass; of whole rows and columns those that hold something, and one that does not. */
function isAlike(sheet: Sheet, area: AreaContent, test: (style: StyleContent) => boolean): boolean {
  const isUnbounded = area.rowCount === lastRowCount || area.columnCount === lastColumnCount;
  if (isUnbounded) {
    const used = sheet.usedArea(false, area);
    const row =
      used && area.rowCount === lastRowCount ? Math.min(used.row + used.rowCount, lastRowCount - 1) : area.row;
    // Columns have formats of their own, under the cells that hold something.
    for (let i = 0; i < area.columnCount; i++) {
      const column = area.column + i;
      if (
        !(used && column < used.column + used.columnCount && area.rowCount < lastRowCount) &&
        !test(sheet.style(row, column))
      )
        return false;
    }
    return used === null || isAlike(sheet, used, test);
  }
  for (let row = area.row; row < area.row + area.rowCount; row++) {
    for (let column = area.column; column < area.column + area.columnCount; column++)
      if (!test(sheet.style(row, column))) return false;
  }
  return true;
}

defineClass("RangeFill", {
  properties: {
    color: styleProperty(
      "fillColor",
      (color) => color ?? "#FFFFFF",
      (value) => (value === "" ? null : asColor(value)),
    ),
  },
  methods: {
    clear: {
      call: (target) => setStyle(target, { fillColor: null }),
    },
  },
});

defineClass("RangeFont", {
  properties: {
    bold: styleProperty("bold", (bold) => bold, asFlag),
    italic: styleProperty("italic", (italic) => italic, asFlag),
    color: styleProperty(
      "fontColor",
      (color) => color ?? "#000000",
      (value) => asColor(value),
    ),
    size: styleProperty("fontSize", (size) => size, asNumber),
    name: styleProperty("fontName", (name) => name, asText),
    underline: styleProperty(
      "underline",
      (underline) => (underline ? "Single" : "None"),
      (value) => {
        const wanted = oneOf(value, ["None", "Single", "Double", "SingleAccountant", "DoubleAccountant"]);
        if (wanted !== "None" && wanted !== "Single") throw apiNotFound(`RangeFont.underline "${wanted}"`);
        return wanted === "Single";
      },
    ),
  },
});

/** Wide enough for the longest text of the column, as Excel's own autofit roughly does. */
function autofitColumns({ sheet, areas }: AreasTarget): void {
  assertWritable(sheet);
  const longest = new Map<number, number>();
  for (const area of areas) {
    sheet.eachCell(area, (row, column) => {
      const length = Math.max(
        ...shownText(sheet, row, column)
          .split("\n")
          .map((line) => line.length),
      );
      longest.set(column, Math.max(longest.get(column) ?? 0, Math.min(length, 60)));
    });
  }
  for (const [column, length] of longest) sheet.setColumnWidth(column, 1, (length * 7 + 12) * 0.75);
}

/** High enough for the lines of each row's cells; a row without any gets the standard height. */
function autofitRows({ sheet, areas }: AreasTarget): void {
  assertWritable(sheet);
  for (const area of areas) {
    const heights = new Map<number, number>();
    const rows = { ...area, column: 0, columnCount: lastColumnCount };
    sheet.eachCell(rows, (row, column) => {
      const { wrap, fontSize } = sheet.style(row, column);
      const perLine = wrap ? Math.max(1, Math.floor((sheet.columnWidth(column) / 0.75 - 5) / 7)) : Infinity;
      const lines = shownText(sheet, row, column).split("\n");
      const count = lines.reduce((sum, line) => sum + (wrap ? Math.max(1, Math.ceil(line.length / perLine)) : 0), 0);
      heights.set(row, Math.max(heights.get(row) ?? 0, Math.max(1, count) * fontSize * 1.36));
    });
    sheet.fitRows(area.row, area.rowCount, heights);
  }
}

function shownText(sheet: Sheet, row: number, column: number): string {
  const value = sheet.value(row, column);
  if (value === null) return "";
  if (typeof value === "number") return shownNumber(value, sheet.style(row, column).numberFormat);
  return String(typeof value === "object" ? value.error : value);
}

/** What all columns (or rows) of the areas have in common, else null. */
function commonSize({ areas }: AreasTarget, axis: "column" | "row", size: (index: number) => number): number | null {
  const first = size(areas[0]?.[axis] ?? 0);
  for (const area of areas) {
    const count = axis === "column" ? Math.min(area.columnCount, 500) : Math.min(area.rowCount, 5000);
    for (let i = 0; i < count; i++) if (size(area[axis] + i) !== first) return null;
  }
  return first;
}

const horizontals = { general: "General", left: "Left", center: "Center", right: "Right" } as const;
const verticals = { top: "Top", center: "Center", bottom: "Bottom" } as const;

/** An alignment that cells can have here; Excel's others are refused by name. */
function alignment<K extends string>(value: unknown, known: Record<K, string>, others: string[]): K {
  const wanted = oneOf(value, [...Object.values<string>(known), ...others]);
  const found = (Object.keys(known) as K[]).find((key) => known[key] === wanted);
  if (!found) throw apiNotFound(`RangeFormat alignment "${wanted}"`);
  return found;
}

defineClass("RangeFormat", {
  properties: {
    fill: { object: (target) => objectOf("RangeFill", target) },
    font: { object: (target) => objectOf("RangeFont", target) },
    borders: { object: (target) => objectOf("RangeBorderCollection", target) },
    horizontalAlignment: styleProperty(
      "horizontal",
      (value) => horizontals[value],
      (value) => alignment(value, horizontals, ["Fill", "Justify", "CenterAcrossSelection", "Distributed"]),
    ),
    verticalAlignment: styleProperty(
      "vertical",
      (value) => verticals[value],
      (value) => alignment(value, verticals, ["Justify", "Distributed"]),
    ),
    wrapText: styleProperty("wrap", (wrap) => wrap, asFlag),
    indentLevel: styleProperty("indent", (indent) => indent, indentOf),
    columnWidth: {
      get: (target) => commonSize(target, "column", (column) => target.sheet.columnWidth(column)),
      set: ({ sheet, areas }, value) => {
        assertWritable(sheet);
        for (const area of areas) sheet.setColumnWidth(area.column, area.columnCount, sizeOf(value, 255 * 7));
      },
    },
    rowHeight: {
      get: (target) => commonSize(target, "row", (row) => target.sheet.rowHeight(row)),
      set: ({ sheet, areas }, value) => {
        assertWritable(sheet);
        for (const area of areas) sheet.setRowHeight(area.row, area.rowCount, sizeOf(value, 409.5));
      },
    },
    useStandardWidth: {
      get: (target) =>
        commonSize(target, "column", (column) =>
          Number(target.sheet.columnWidth(column) === target.sheet.standardSize.width),
        ) === 1,
      set: ({ sheet, areas }, value) => {
        assertWritable(sheet);
        if (!asFlag(value)) return;
        for (const area of areas) sheet.setColumnWidth(area.column, area.columnCount, sheet.standardSize.width);
      },
    },
    useStandardHeight: {
      get: (target) =>
        commonSize(target, "row", (row) => Number(target.sheet.rowHeight(row) === target.sheet.standardSize.height)) ===
        1,
      set: ({ sheet, areas }, value) => {
        assertWritable(sheet);
        if (!asFlag(value)) return;
        for (const area of areas) sheet.fitRows(area.row, area.rowCount, new Map());
      },
    },
  },
  methods: {
    autofitColumns: { call: autofitColumns, reads: true },
    autofitRows: { call: autofitRows, reads: true },
    adjustIndent: {
      call: ({ sheet, areas }, [amount]) => {
        assertWritable(sheet);
        for (const area of areas) {
          if (area.rowCount === lastRowCount || area.columnCount === lastColumnCount)
            throw apiNotFound("RangeFormat.adjustIndent of whole rows and columns");
          sheet.write(
            cellsOf(area).map(([row, column]) => {
              const indent = sheet.style(row, column).indent + asNumber(amount);
              return { row, column, style: { indent: Math.min(250, Math.max(0, indent)) } };
            }),
          );
        }
      },
    },
  },
});

function indentOf(value: unknown): number {
  const indent = asNumber(value);
  if (!Number.isInteger(indent) || indent < 0 || indent > 250) throw invalidArgument();
  return indent;
}

function sizeOf(value: unknown, most: number): number {
  const size = asSize(value);
  if (size > most) throw invalidArgument();
  return size;
}
