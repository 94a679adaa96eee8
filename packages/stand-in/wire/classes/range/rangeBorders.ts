import type { AreaContent, BorderContent } from "@workbooks/xlsx/content";
import { lastColumnCount, lastRowCount } from "../../../workbook/address";
import { apiNotFound, itemNotFound } from "../../../workbook/excelError";
import { cellsOf, type CellEdit } from "../../../workbook/sheet";
import { asColor, asNumber, oneOf } from "../../arguments";
import { defineClass, objectOf } from "../../registry";
import type { BorderTarget } from "../../targets";
import { assertWritable } from "./rangeValues";
import { wordTable } from "@workbooks/xlsx/xml/wordTable";

const sides: readonly BorderTarget["side"][] = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideVertical",
  "InsideHorizontal",
  "DiagonalDown",
  "DiagonalUp",
];

/** Office.js's line style and weight, by the name of the style in files. */
const lines = wordTable<{ style: string; weight: string }>({
  hair: { style: "Continuous", weight: "Hairline" },
  thin: { style: "Continuous", weight: "Thin" },
  medium: { style: "Continuous", weight: "Medium" },
  thick: { style: "Continuous", weight: "Thick" },
  dashed: { style: "Dash", weight: "Thin" },
  mediumDashed: { style: "Dash", weight: "Medium" },
  dotted: { style: "Dot", weight: "Thin" },
  double: { style: "Double", weight: "Thick" },
  mediumDashDot: { style: "DashDot", weight: "Medium" },
  mediumDashDotDot: { style: "DashDotDot", weight: "Medium" },
  slantDashDot: { style: "SlantDashDot", weight: "Medium" },
  dashDot: { style: "DashDot", weight: "Thin" },
  dashDotDot: { style: "DashDotDot", weight: "Thin" },
});

/** The cells along a side, and which of their own borders make it up. */
function cellsAlong(
  area: AreaContent,
  side: BorderTarget["side"],
): { cells: AreaContent; own: ("top" | "bottom" | "left" | "right")[] }[] {
  if (area.rowCount === lastRowCount || area.columnCount === lastColumnCount)
    throw apiNotFound("RangeBorder of whole rows and columns");
  const { row, column, rowCount, columnCount } = area;
  switch (side) {
    case "EdgeTop":
      return [{ cells: { ...area, rowCount: 1 }, own: ["top"] }];
    case "EdgeBottom":
      return [{ cells: { ...area, row: row + rowCount - 1, rowCount: 1 }, own: ["bottom"] }];
    case "EdgeLeft":
      return [{ cells: { ...area, columnCount: 1 }, own: ["left"] }];
    case "EdgeRight":
      return [{ cells: { ...area, column: column + columnCount - 1, columnCount: 1 }, own: ["right"] }];
    case "InsideHorizontal":
      return [
        { cells: { ...area, rowCount: rowCount - 1 }, own: ["bottom"] },
        { cells: { ...area, row: row + 1, rowCount: rowCount - 1 }, own: ["top"] },
      ];
    case "InsideVertical":
      return [
        { cells: { ...area, columnCount: columnCount - 1 }, own: ["right"] },
        { cells: { ...area, column: column + 1, columnCount: columnCount - 1 }, own: ["left"] },
      ];
    default:
      throw apiNotFound(`RangeBorder "${side}"`);
  }
}

/** The border that a side has all along, else undefined. */
function borderAt({ format, side }: BorderTarget): BorderContent | undefined {
  if (side.startsWith("Diagonal")) return null;
  let found: BorderContent | undefined;
  for (const area of format.areas) {
    const [part] = cellsAlong(area, side);
    for (const [row, column] of part ? cellsOf(part.cells) : []) {
      const border = format.sheet.style(row, column).borders[part?.own[0] ?? "top"];
      if (found !== undefined && JSON.stringify(found) !== JSON.stringify(border)) return undefined;
      found = border;
    }
  }
  return found ?? null;
}

function setBorder({ format, side }: BorderTarget, change: (before: BorderContent) => BorderContent): void {
  assertWritable(format.sheet);
  const edits = new Map<string, CellEdit>();
  for (const area of format.areas) {
    for (const { cells, own } of cellsAlong(area, side)) {
      for (const [row, column] of cellsOf(cells)) {
        const edit = edits.get(`${row},${column}`);
        const borders = { ...(edit?.style?.borders ?? format.sheet.style(row, column).borders) };
        for (const each of own) borders[each] = change(borders[each]);
        edits.set(`${row},${column}`, { row, column, style: { borders } });
      }
    }
  }
  format.sheet.write([...edits.values()]);
}

function changeBorder(target: BorderTarget, style: string | null, weight: string | null, color: string | null): void {
  setBorder(target, (before) => {
    if (style === "None") return null;
    const now = (before && lines[before.style]) ?? { style: "Continuous", weight: "Thin" };
    const wanted = { style: style ?? now.style, weight: weight ?? now.weight };
    const name =
      Object.keys(lines).find((key) => lines[key]?.style === wanted.style && lines[key]?.weight === wanted.weight) ??
      Object.keys(lines).find((key) => lines[key]?.style === wanted.style) ??
      "thin";
    return { style: name, color: color ?? before?.color ?? null };
  });
}

/** One of Office.js's words for the border of a side; null where it differs along the side. */
function told<V>(target: BorderTarget, tell: (border: BorderContent) => V): V | null {
  const border = borderAt(target);
  return border === undefined ? null : tell(border);
}

defineClass("RangeBorder", {
  id: ({ side }) => side,
  properties: {
    sideIndex: { get: ({ side }) => side },
    style: {
      get: (target) => told(target, (border) => (border ? (lines[border.style]?.style ?? "Continuous") : "None")),
      set: (target, value) =>
        changeBorder(
          target,
          oneOf(value, ["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot", "Double", "SlantDashDot"]),
          null,
          null,
        ),
    },
    weight: {
      get: (target) => told(target, (border) => (border && lines[border.style]?.weight) ?? "Thin"),
      set: (target, value) => changeBorder(target, null, oneOf(value, ["Hairline", "Thin", "Medium", "Thick"]), null),
    },
    color: {
      get: (target) => told(target, (border) => border?.color ?? "#000000"),
      set: (target, value) => changeBorder(target, null, null, asColor(value)),
    },
  },
});

defineClass("RangeBorderCollection", {
  properties: { count: { get: () => sides.length } },
  items: (format) => sides.map((side) => objectOf("RangeBorder", { format, side })),
  methods: {
    getItem: { call: (format, [side]) => objectOf("RangeBorder", { format, side: oneOf(side, sides) }) },
    getItemAt: {
      call: (format, [index]) => {
        const side = sides[asNumber(index)];
        if (!side) throw itemNotFound();
        return objectOf("RangeBorder", { format, side });
      },
    },
  },
});
