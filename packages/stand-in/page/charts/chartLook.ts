import type { ChartContent, ChartFontContent } from "@workbooks/xlsx/content";

/** What a chart is drawn in where nobody has chosen a colour. */
export interface ChartLook {
  surface: string;
  text: string;
  faint: string;
  line: string;
  grid: string;
  /** Only the system's colours: letters and backgrounds that were chosen are not. */
  isContrast: boolean;
}

export const chartLooks: Record<"light" | "dark" | "contrast", ChartLook> = {
  light: { surface: "#FFFFFF", text: "#242424", faint: "#595959", line: "#BFBFBF", grid: "#E6E6E6", isContrast: false },
  dark: { surface: "#1F1F1F", text: "#FFFFFF", faint: "#D6D6D6", line: "#7A7A7A", grid: "#3D3D3D", isContrast: false },
  contrast: {
    surface: "#000000",
    text: "#FFFFFF",
    faint: "#FFFFFF",
    line: "#FFFFFF",
    grid: "#7F7F7F",
    isContrast: true,
  },
};

/** The look of one chart: that of the page, unless the chart has a background of its own. */
export function lookOf(chart: ChartContent, page: ChartLook): ChartLook {
  const fill = chart.format?.fill;
  if (page.isContrast || fill === undefined || fill === "none") return page;
  return { ...(luminance(fill) > 0.4 ? chartLooks.light : chartLooks.dark), surface: fill };
}

/** Letters as they were chosen, in a colour that can be read on the chart's background. */
export function textStyle(
  look: ChartLook,
  font: ChartFontContent | undefined,
  size: number,
  color = look.faint,
): object {
  const chosen = font?.color;
  const isReadable = chosen !== undefined && !look.isContrast && contrast(chosen, look.surface) >= 3;
  return {
    color: isReadable ? chosen : color,
    fontFamily: font?.name === undefined ? FONT : `"${font.name}", ${FONT}`,
    fontSize: pixels(font?.size ?? size),
    fontWeight: font?.bold ? "bold" : "normal",
    fontStyle: font?.italic ? "italic" : "normal",
  };
}

/** A background that was chosen for a part of the chart; undefined for none. */
export function background(look: ChartLook, fill: string | undefined): string | undefined {
  return fill === undefined || fill === "none" || look.isContrast ? undefined : fill;
}

/** Points, in which Office.js measures, as pixels. */
export function pixels(points: number): number {
  return (points * 96) / 72;
}

export const FONT = '"Segoe UI", system-ui, sans-serif';

/** A colour chosen to be seen, rather than a light grey that only keeps lines faint on white. */
export function isMarked(color: string, look: ChartLook): boolean {
  return luminance(look.surface) > 0.4 ? contrast(color, look.surface) >= 1.5 : luminance(color) < 0.6;
}

/** By WCAG 2: 1 for the same colour, 21 for black on white. */
function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((from) => {
    const share = parseInt(color.slice(from, from + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
