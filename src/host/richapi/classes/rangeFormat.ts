import type { BorderContent, StyleContent } from "../../../xlsx/content";
import { invalidArgument } from "../../workbook/excelError";
import { asColor, asFlag, asNumber, asSize, asText, defineClass, oneOf, type Property, type ClassEntry } from "../table";
import { assertWritable, isUnbounded, type RangeTarget } from "./rangeValues";

/** A property of a cell's style; null where the cells of the range differ. */
function styleProperty<K extends keyof StyleContent>(
  key: K,
  out: (value: StyleContent[K]) => unknown,
  into: (value: unknown) => StyleContent[K],
): Property<RangeTarget> {
  return {
    get: (target) => common(target, (style) => out(style[key])),
    set: (target, value) => {
      assertWritable(target.sheet);
      target.sheet.format(target.area, { [key]: into(value) });
    },
  };
}

/** What all cells of the range have in common, else null. */
function common<V>(target: RangeTarget, read: (style: StyleContent) => V): V | null {
  const { row, column, rowCount, columnCount } = target.area;
  const first = read(target.sheet.style(row, column));
  if (isUnbounded(target)) return first;
  for (let i = 0; i < rowCount; i++) {
    for (let j = 0; j < columnCount; j++) if (read(target.sheet.style(row + i, column + j)) !== first) return null;
  }
  return first;
}

export const rangeFill = defineClass<RangeTarget>("RangeFill", {
  properties: {
    color: styleProperty(
      "fillColor",
      (color) => color ?? "#FFFFFF",
      (value) => (value === "" ? null : asColor(value)),
    ),
  },
  methods: {
    clear: {
      call: (target) => {
        assertWritable(target.sheet);
        target.sheet.format(target.area, { fillColor: null });
      },
    },
  },
});

export const rangeFont = defineClass<RangeTarget>("RangeFont", {
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
      (value) => oneOf(value, ["None", "Single", "Double", "SingleAccountant", "DoubleAccountant"]) !== "None",
    ),
  },
});

const sides = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideVertical",
  "InsideHorizontal",
  "DiagonalDown",
  "DiagonalUp",
] as const;
type Side = (typeof sides)[number];

/** Office.js's line style and weight, by the name of the style in files. */
const lines: Record<string, { style: string; weight: string }> = {
  hair: { style: "Continuous", weight: "Hairline" },
  thin: { style: "Continuous", weight: "Thin" },
  medium: { style: "Continuous", weight: "Medium" },
  thick: { style: "Continuous", weight: "Thick" },
  dashed: { style: "Dash", weight: "Thin" },
  mediumDashed: { style: "Dash", weight: "Medium" },
  dotted: { style: "Dot", weight: "Thin" },
  double: { style: "Double", weight: "Thick" },
  dashDot: { style: "DashDot", weight: "Thin" },
  dashDotDot: { style: "DashDotDot", weight: "Thin" },
};

interface BorderTarget {
  range: RangeTarget;
  side: Side;
}

function borderAt({ range, side }: BorderTarget): BorderContent {
  const { row, column, rowCount, columnCount } = range.area;
  const { borders } = range.sheet.style(
    side === "EdgeBottom" ? row + rowCount - 1 : row,
    side === "EdgeRight" ? column + columnCount - 1 : column,
  );
  return {
    EdgeTop: borders.top,
    EdgeBottom: borders.bottom,
    EdgeLeft: borders.left,
    EdgeRight: borders.right,
    InsideVertical: borders.right,
    InsideHorizontal: borders.bottom,
    DiagonalDown: null,
    DiagonalUp: null,
  }[side];
}

function setBorder({ range, side }: BorderTarget, border: BorderContent): void {
  assertWritable(range.sheet);
  if (side.startsWith("Diagonal")) throw invalidArgument();
  const { row, column, rowCount, columnCount } = range.area;
  const [lastRow, lastColumn] = [row + rowCount - 1, column + columnCount - 1];
  const edits = [];
  for (let r = row; r <= lastRow; r++) {
    for (let c = column; c <= lastColumn; c++) {
      const borders = { ...range.sheet.style(r, c).borders };
      if ((side === "EdgeTop" && r === row) || (side === "InsideHorizontal" && r > row)) borders.top = border;
      if ((side === "EdgeBottom" && r === lastRow) || (side === "InsideHorizontal" && r < lastRow))
        borders.bottom = border;
      if ((side === "EdgeLeft" && c === column) || (side === "InsideVertical" && c > column)) borders.left = border;
      if ((side === "EdgeRight" && c === lastColumn) || (side === "InsideVertical" && c < lastColumn))
        borders.right = border;
      edits.push({ row: r, column: c, style: { borders } });
    }
  }
  range.sheet.write(edits);
}

function changeBorder(target: BorderTarget, style: string | null, weight: string | null, color: string | null): void {
  const before = borderAt(target);
  const now = before
    ? (lines[before.style] ?? { style: "Continuous", weight: "Thin" })
    : { style: "Continuous", weight: "Thin" };
  if (style === "None") return setBorder(target, null);
  const wanted = { style: style ?? now.style, weight: weight ?? now.weight };
  const name =
    Object.keys(lines).find((key) => lines[key]?.style === wanted.style && lines[key]?.weight === wanted.weight) ??
    Object.keys(lines).find((key) => lines[key]?.style === wanted.style) ??
    "thin";
  setBorder(target, { style: name, color: color ?? before?.color ?? null });
}

const rangeBorder = defineClass<BorderTarget>("RangeBorder", {
  id: ({ side }) => side,
  properties: {
    sideIndex: { get: ({ side }) => side },
    style: {
      get: (target) => (borderAt(target) ? (lines[borderAt(target)?.style ?? ""]?.style ?? "Continuous") : "None"),
      set: (target, value) =>
        changeBorder(
          target,
          oneOf(value, ["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot", "Double", "SlantDashDot"]),
          null,
          null,
        ),
    },
    weight: {
      get: (target) => lines[borderAt(target)?.style ?? ""]?.weight ?? "Thin",
      set: (target, value) => changeBorder(target, null, oneOf(value, ["Hairline", "Thin", "Medium", "Thick"]), null),
    },
    color: {
      get: (target) => borderAt(target)?.color ?? "#000000",
      set: (target, value) => changeBorder(target, null, null, asColor(value)),
    },
  },
});

const rangeBorders = defineClass<RangeTarget>("RangeBorderCollection", {
  properties: { count: { get: () => sides.length } },
  items: (range) => sides.map((side) => rangeBorder.of({ range, side })),
  methods: {
    getItem: { call: (range, [side]) => rangeBorder.of({ range, side: oneOf(side, sides) }) },
    getItemAt: { call: (range, [index]) => rangeBorder.of({ range, side: sides[asNumber(index)] ?? "EdgeTop" }) },
  },
});

/** Wide enough for the longest text of the column, as Excel's own autofit roughly does. */
function autofit({ sheet, area }: RangeTarget): void {
  const longest = new Map<number, number>();
  sheet.eachCell(area, (row, column) => {
    const value = sheet.value(row, column);
    const length = value === null ? 0 : String(typeof value === "object" ? value.error : value).length;
    longest.set(column, Math.max(longest.get(column) ?? 0, Math.min(length, 60)));
  });
  for (const [column, length] of longest) sheet.setColumnWidth(column, 1, (length * 7 + 12) * 0.75);
}

export const rangeFormat = defineClass<RangeTarget>("RangeFormat", {
  properties: {
    fill: { object: (target) => rangeFill.of(target) },
    font: { object: (target) => rangeFont.of(target) },
    borders: { object: (target) => rangeBorders.of(target) },
    horizontalAlignment: styleProperty(
      "horizontal",
      (value) => ({ general: "General", left: "Left", center: "Center", right: "Right" })[value],
      (value) =>
        oneOf(value, [
          "General",
          "Left",
          "Center",
          "Right",
          "Fill",
          "Justify",
          "CenterAcrossSelection",
          "Distributed",
        ]).toLowerCase() as StyleContent["horizontal"],
    ),
    verticalAlignment: styleProperty(
      "vertical",
      (value) => ({ top: "Top", center: "Center", bottom: "Bottom" })[value],
      (value) =>
        oneOf(value, ["Top", "Center", "Bottom", "Justify", "Distributed"]).toLowerCase() as StyleContent["vertical"],
    ),
    wrapText: styleProperty("wrap", (wrap) => wrap, asFlag),
    indentLevel: styleProperty("indent", (indent) => indent, asNumber),
    columnWidth: {
      get: ({ sheet, area }) => {
        const width = sheet.columnWidth(area.column);
        for (let i = 1; i < Math.min(area.columnCount, 500); i++)
          if (sheet.columnWidth(area.column + i) !== width) return null;
        return width;
      },
      set: ({ sheet, area }, value) => {
        assertWritable(sheet);
        sheet.setColumnWidth(area.column, area.columnCount, asSize(value));
      },
    },
    rowHeight: {
      get: ({ sheet, area }) => {
        const height = sheet.rowHeight(area.row);
        for (let i = 1; i < Math.min(area.rowCount, 5000); i++)
          if (sheet.rowHeight(area.row + i) !== height) return null;
        return height;
      },
      set: ({ sheet, area }, value) => {
        assertWritable(sheet);
        sheet.setRowHeight(area.row, area.rowCount, asSize(value));
      },
    },
  },
  methods: { autofitColumns: { call: autofit, reads: true }, autofitRows: { call: () => undefined } },
});

export const rangeFormatClasses = [
  rangeFill,
  rangeFont,
  rangeBorder,
  rangeBorders,
  rangeFormat,
] as unknown as ClassEntry[];
