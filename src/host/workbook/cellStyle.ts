import type { BorderContent, StyleContent } from "../../xlsx/content";
import { DEFAULT_STYLE } from "../../xlsx/styles/readStyles";
import type { EngineStyle } from "./calculation";

/** Pixels of padding that one step of indentation takes in the grid. */
const indentStep = 9;
const horizontals: StyleContent["horizontal"][] = ["general", "left", "center", "right"];
const verticals: StyleContent["vertical"][] = ["bottom", "top", "center", "bottom"];
/** Univer's numbers for the line styles of a border, by their names in Excel's files. */
const borderNumbers: Record<string, number> = {
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
};

/** The engine's form of some properties of a style; null in the result takes a property away. */
export function toEngineStyle(style: Partial<StyleContent>): EngineStyle {
  const engine: Record<string, unknown> = {};
  if (style.numberFormat !== undefined)
    engine["n"] = style.numberFormat === "General" ? null : { pattern: style.numberFormat };
  if (style.fontName !== undefined) engine["ff"] = style.fontName;
  if (style.fontSize !== undefined) engine["fs"] = style.fontSize;
  if (style.bold !== undefined) engine["bl"] = style.bold ? 1 : 0;
  if (style.italic !== undefined) engine["it"] = style.italic ? 1 : 0;
  if (style.underline !== undefined) engine["ul"] = style.underline ? { s: 1 } : null;
  if (style.fontColor !== undefined) engine["cl"] = style.fontColor === null ? null : { rgb: style.fontColor };
  if (style.fillColor !== undefined) engine["bg"] = style.fillColor === null ? null : { rgb: style.fillColor };
  if (style.horizontal !== undefined) engine["ht"] = horizontals.indexOf(style.horizontal);
  if (style.vertical !== undefined) engine["vt"] = { top: 1, center: 2, bottom: 3 }[style.vertical];
  if (style.wrap !== undefined) engine["tb"] = style.wrap ? 3 : 1;
  if (style.indent !== undefined)
    engine["pd"] = style.indent === 0 ? null : { l: style.indent * indentStep + 2, t: 0, b: 1, r: 2 };
  if (style.borders !== undefined) {
    const { top, bottom, left, right } = style.borders;
    engine["bd"] = { t: engineBorder(top), b: engineBorder(bottom), l: engineBorder(left), r: engineBorder(right) };
  }
  return engine as EngineStyle;
}

/** The whole style from the engine's form, what is not set as in a cell that nobody has formatted. */
export function fromEngineStyle(engine: EngineStyle | null | undefined): StyleContent {
  if (!engine) return DEFAULT_STYLE;
  return {
    numberFormat: engine.n?.pattern ?? DEFAULT_STYLE.numberFormat,
    fontName: engine.ff ?? DEFAULT_STYLE.fontName,
    fontSize: engine.fs ?? DEFAULT_STYLE.fontSize,
    bold: engine.bl === 1,
    italic: engine.it === 1,
    underline: engine.ul?.s === 1,
    fontColor: engine.cl?.rgb ? hexColor(engine.cl.rgb) : null,
    fillColor: engine.bg?.rgb ? hexColor(engine.bg.rgb) : null,
    horizontal: horizontals[engine.ht ?? 0] ?? "general",
    vertical: verticals[engine.vt ?? 0] ?? "bottom",
    wrap: engine.tb === 3,
    indent: engine.pd?.l ? Math.max(0, Math.round((engine.pd.l - 2) / indentStep)) : 0,
    borders: {
      top: borderOf(engine.bd?.t as EngineBorder),
      bottom: borderOf(engine.bd?.b as EngineBorder),
      left: borderOf(engine.bd?.l as EngineBorder),
      right: borderOf(engine.bd?.r as EngineBorder),
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

const namedColors: Record<string, string> = {
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
};

function engineBorder(border: BorderContent): { s: number; cl: { rgb: string } } | null {
  return border ? { s: borderNumbers[border.style] ?? 1, cl: { rgb: border.color ?? "#000000" } } : null;
}

type EngineBorder = { s: number; cl: { rgb?: string | null | undefined } } | null | undefined;

function borderOf(engine: EngineBorder): BorderContent {
  if (!engine || engine.s === 0) return null;
  const style = Object.keys(borderNumbers).find((name) => borderNumbers[name] === engine.s) ?? "thin";
  return { style, color: engine.cl?.rgb ? hexColor(engine.cl.rgb) : null };
}
