import type { BorderContent, StyleContent } from "@workbooks/xlsx/content";
import { hexColor } from "../../calculation/univerStyle";
import { wordTable } from "@workbooks/xlsx/xml/wordTable";

export type Declarations = Record<string, string>;

/** "color:red; mso-number-format:'0\.0%'" as names and values. */
export function declarationsOf(css: string): Declarations {
  const found: Declarations = {};
  // A value may be quoted and then hold anything.
  for (const [, name, value] of css.matchAll(/([a-z-]+)\s*:\s*((?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^;"'])*)/gi))
    found[(name ?? "").toLowerCase()] = (value ?? "").trim();
  return found;
}

/** The format of a cell that such declarations describe; what they do not mention is left out. */
export function styleFromCss(css: Declarations): Partial<StyleContent> {
  const style: Partial<StyleContent> = {};
  const weight = css["font-weight"];
  if (weight !== undefined) style.bold = weight === "bold" || Number(weight) >= 600;
  if (css["font-style"] !== undefined) style.italic = css["font-style"] === "italic";
  if (css["text-decoration"] !== undefined) style.underline = css["text-decoration"].includes("underline");
  const family = css["font-family"]?.split(",")[0]?.replace(/^["']|["']$/g, "");
  if (family) style.fontName = family;
  const size = /^([\d.]+)(pt|px)$/.exec(css["font-size"] ?? "");
  if (size) style.fontSize = Math.round(Number(size[1]) * (size[2] === "px" ? 0.75 : 1) * 2) / 2;
  if (css["color"] !== undefined) style.fontColor = colour(css["color"]);
  const fill = css["background"] ?? css["background-color"];
  if (fill !== undefined) style.fillColor = colour(fill.split(/\s+(?!.*\))/)[0] ?? "");
  const horizontal = css["text-align"] as StyleContent["horizontal"] | undefined;
  if (horizontal && ["general", "left", "center", "right"].includes(horizontal)) style.horizontal = horizontal;
  const vertical = css["vertical-align"];
  if (vertical === "top" || vertical === "bottom") style.vertical = vertical;
  else if (vertical === "middle") style.vertical = "center";
  if (css["white-space"] !== undefined) style.wrap = css["white-space"] === "normal";
  const format = css["mso-number-format"];
  if (format !== undefined) style.numberFormat = numberFormat(format);
  const borders = Object.fromEntries(
    (["top", "bottom", "left", "right"] as const).map((side) => [side, border(css[`border-${side}`] ?? css["border"])]),
  ) as unknown as StyleContent["borders"];
  if (Object.values(borders).some((line) => line !== null)) style.borders = borders;
  return style;
}

/** Excel's formats in CSS: quoted, with a backslash before what CSS would read, four hexadecimal digits for the rest. */
function numberFormat(css: string): string {
  const text = css
    .replace(/^["']|["']$/g, "")
    .replace(/\\([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\(.)/g, "$1");
  return NAMED_FORMATS[text] ?? text;
}

const NAMED_FORMATS = wordTable<string>({
  Percent: "0.00%",
  Fixed: "0.00",
  Standard: "#,##0.00",
  Scientific: "0.00E+00",
  "Short Date": "m/d/yyyy",
  "Medium Date": "d-mmm-yy",
  "Long Date": "dddd, mmmm d, yyyy",
  "Short Time": "hh:mm",
  "Medium Time": "h:mm AM/PM",
  "Long Time": "h:mm:ss AM/PM",
});

function colour(css: string): string | null {
  const isPlain = /^(#[0-9a-f]{3}|#[0-9a-f]{6}|rgba?\(.*\)|[a-z]+)$/i.test(css);
  if (!isPlain || /^(windowtext|auto|none|transparent|inherit|initial|black)$/i.test(css)) return null;
  const hex = hexColor(css);
  return /^#[0-9A-F]{6}$/.test(hex) ? hex : null;
}

function border(css: string | undefined): BorderContent {
  const parts = /^([\d.]+)(?:pt|px)\s+(\w+)\s*(.*)$/.exec(css ?? "");
  if (!parts || Number(parts[1]) === 0 || parts[2] === "none") return null;
  const kind = parts[2] ?? "";
  const width = Number(parts[1]);
  const style =
    kind === "double" || kind === "dashed" || kind === "dotted"
      ? kind
      : kind === "hairline"
        ? "hair"
        : width >= 1.5
          ? "thick"
          : width >= 1
            ? "medium"
            : "thin";
  return { style, color: colour(parts[3] ?? "") };
}
