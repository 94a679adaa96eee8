import type { IStyleData } from "@univerjs/core";

/** What of a table's look a cell takes part in. */
export interface TablePart {
  /** Excel's name: "TableStyleMedium2". */
  style: string | null;
  isHeader: boolean;
  isTotals: boolean;
  isFirstRow: boolean;
  isLastRow: boolean;
  isFirstColumn: boolean;
  isLastColumn: boolean;
  /** Rows counted from the first below the headings; every second is shaded where the table has bands. */
  isBanded: boolean;
}

/**
 * How a cell in a table looks before its own format: an approach to Excel's table styles in the colours of Office's theme.
 * Null where the table has no style.
 */
export function tableStyle(part: TablePart): IStyleData | null {
  const name = /^TableStyle(Light|Medium|Dark)(\d+)$/.exec(part.style ?? "");
  if (!name) return null;
  const number = Number(name[2]) - 1;
  const accent = ACCENTS[number % 7] ?? "#000000";
  const isFilled = name[1] !== "Light" || (number >= 7 && number < 14);
  const hasGrid = name[1] === "Light" ? number >= 14 : false;
  const band =
    part.isBanded && !part.isHeader && !part.isTotals ? tint(accent, isFilled || hasGrid ? 0.8 : 0.85) : null;
  const fill = part.isHeader && isFilled ? accent : band;
  const edge = line(accent);
  const outer = hasGrid || isFilled;
  return {
    ...(part.isHeader || part.isTotals ? { bl: 1 } : {}),
    ...(part.isHeader && isFilled ? { cl: { rgb: "#ffffff" } } : {}),
    ...(fill ? { bg: { rgb: fill } } : {}),
    bd: {
      ...(part.isFirstRow || hasGrid ? { t: edge } : {}),
      ...(part.isHeader || part.isLastRow || hasGrid ? { b: edge } : {}),
      ...(part.isTotals && !part.isFirstRow ? { t: edge } : {}),
      ...((part.isFirstColumn && outer) || hasGrid ? { l: edge } : {}),
      ...((part.isLastColumn && outer) || hasGrid ? { r: edge } : {}),
    },
  };
}

/** Black and the six accents of Office's theme; the numbers of the styles go round them. */
const ACCENTS = ["#000000", "#4472c4", "#ed7d31", "#a5a5a5", "#ffc000", "#5b9bd5", "#70ad47"];

function line(color: string): { s: number; cl: { rgb: string } } {
  return { s: 1, cl: { rgb: color } };
}

/** A colour made lighter: 0 as it is, 1 white. */
function tint(color: string, share: number): string {
  const parts = [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16));
  return `#${parts
    .map((part) =>
      Math.round(part + (255 - part) * share)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}
