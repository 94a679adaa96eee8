import type { BorderContent, StyleContent } from "@workbooks/xlsx/content";
import { DEFAULT_STYLE } from "@workbooks/xlsx/styles/readStyles";
import type { UniverStyle } from "./calculation";
import { wordTable } from "@workbooks/xlsx/xml/wordTable";

/** Pixels of padding that one step of indentation takes in the grid. */
const indentStep = 9;
const horizontals: StyleContent["horizontal"][] = ["general", "left", "center", "right"];
const verticals: StyleContent["vertical"][] = ["bottom", "top", "center", "bottom"];
/** Univer's numbers for the line styles of a border, by their names in Excel's files. */
const borderNumbers = wordTable<number>({
  thin: 1,
  hair: 2,
  dotted: 3,
  dashed: 4,
  dashDot: 5,
  dashDotDot: 6,
  double: 7,
  medium: 8,
  mediumDashed: 9,
  mediumDashDot: 10,
  mediumDashDotDot: 11,
  slantDashDot: 12,
  thick: 13,
});

/** Univer's form of some properties of a style; null in the result takes a property away. */
export function toUniverStyle(style: Partial<StyleContent>): UniverStyle {
  const univer: Record<string, unknown> = {};
  if (style.numberFormat !== undefined)
    univer["n"] = style.numberFormat === "General" ? null : { pattern: style.numberFormat };
  if (style.fontName !== undefined) univer["ff"] = style.fontName;
  if (style.fontSize !== undefined) univer["fs"] = style.fontSize;
  if (style.bold !== undefined) univer["bl"] = style.bold ? 1 : 0;
  if (style.italic !== undefined) univer["it"] = style.italic ? 1 : 0;
  if (style.underline !== undefined) univer["ul"] = style.underline ? { s: 1 } : null;
  if (style.fontColor !== undefined) univer["cl"] = style.fontColor === null ? null : { rgb: style.fontColor };
  if (style.fillColor !== undefined) univer["bg"] = style.fillColor === null ? null : { rgb: style.fillColor };
  if (style.horizontal !== undefined) univer["ht"] = horizontals.indexOf(style.horizontal);
  if (style.vertical !== undefined) univer["vt"] = { top: 1, center: 2, bottom: 3 }[style.vertical];
  if (style.wrap !== undefined) univer["tb"] = style.wrap ? 3 : 1;
  if (style.indent !== undefined)
    univer["pd"] = style.indent === 0 ? null : { l: style.indent * indentStep + 2, t: 0, b: 1, r: 2 };
  if (style.borders !== undefined) {
    const { top, bottom, left, right } = style.borders;
    univer["bd"] = { t: univerBorder(top), b: univerBorder(bottom), l: univerBorder(left), r: univerBorder(right) };
  }
  return univer as UniverStyle;
}

/** The whole style from Univer's form, what is not set as in a cell that nobody has formatted. */
export function fromUniverStyle(univer: UniverStyle | null | undefined): StyleContent {
  if (!univer) return DEFAULT_STYLE;
  return {
    numberFormat: univer.n?.pattern ?? DEFAULT_STYLE.numberFormat,
    fontName: univer.ff ?? DEFAULT_STYLE.fontName,
    fontSize: univer.fs ?? DEFAULT_STYLE.fontSize,
    bold: univer.bl === 1,
    italic: univer.it === 1,
    underline: univer.ul?.s === 1,
    fontColor: univer.cl?.rgb ? hexColor(univer.cl.rgb) : null,
    fillColor: univer.bg?.rgb ? hexColor(univer.bg.rgb) : null,
    horizontal: horizontals[univer.ht ?? 0] ?? "general",
    vertical: verticals[univer.vt ?? 0] ?? "bottom",
    wrap: univer.tb === 3,
    indent: univer.pd?.l ? Math.max(0, Math.round((univer.pd.l - 2) / indentStep)) : 0,
    borders: {
      top: borderOf(univer.bd?.t as UniverBorder),
      bottom: borderOf(univer.bd?.b as UniverBorder),
      left: borderOf(univer.bd?.l as UniverBorder),
      right: borderOf(univer.bd?.r as UniverBorder),
    },
  };
}

/** "#RRGGBB" of what Office.js and the grid take for a colour: "#rgb", "rgb(1,2,3)" and the common names. */
export function hexColor(color: string): string {
  const text = color.trim().toLowerCase();
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(text);
  if (short) return `#${[1, 2, 3].map((i) => `${short[i]}${short[i]}`).join("")}`.toUpperCase();
  const parts = /^rgba?\((\d+),\s*(\d+),\s*(\d+)/.exec(text);
  if (parts) return `#${[1, 2, 3].map((i) => Number(parts[i]).toString(16).padStart(2, "0")).join("")}`.toUpperCase();
  if (namedColors[text]) return namedColors[text];
  return (text.startsWith("#") ? text : `#${text}`).toUpperCase();
}

const namedColors = wordTable<string>({
  black: "#000000",
  white: "#FFFFFF",
  red: "#FF0000",
  green: "#008000",
  blue: "#0000FF",
  yellow: "#FFFF00",
  orange: "#FFA500",
  purple: "#800080",
  grey: "#808080",
  gray: "#808080",
  lightgrey: "#D3D3D3",
  lightgray: "#D3D3D3",
  darkblue: "#00008B",
  darkgreen: "#006400",
  darkred: "#8B0000",
  navy: "#000080",
  teal: "#008080",
});

function univerBorder(border: BorderContent): { s: number; cl: { rgb: string } } | null {
  return border ? { s: borderNumbers[border.style] ?? 1, cl: { rgb: border.color ?? "#000000" } } : null;
}

type UniverBorder = { s: number; cl: { rgb?: string | null | undefined } } | null | undefined;

function borderOf(univer: UniverBorder): BorderContent {
  if (!univer || univer.s === 0) return null;
  const style = Object.keys(borderNumbers).find((name) => borderNumbers[name] === univer.s) ?? "thin";
  return { style, color: univer.cl?.rgb ? hexColor(univer.cl.rgb) : null };
}

/** Univer takes null for what is to be taken out; of a style that stands alone it is nothing. */
export function withoutNulls(style: UniverStyle): UniverStyle {
  return Object.fromEntries(Object.entries(style).filter(([, value]) => value !== null)) as UniverStyle;
}
