import type { OutputTable } from "../plan/outputTables";

/** Columns of a written table that get the same width. */
export interface ColumnWidth {
  from: number;
  count: number;
  points: number;
  wraps: boolean;
}

/** Widths that show headings and cells as far as a column should go; long texts wrap. */
export function columnWidths({ header, rows, numberFormats }: OutputTable): ColumnWidth[] {
  const widths: ColumnWidth[] = [];
  header.forEach((heading, column) => {
    const lengths = rows.map((row, index) => shownLength(row[column] ?? null, numberFormats[index]?.[column] ?? ""));
    const longest = lengths.reduce((most, length) => Math.max(most, length), heading.length + filterArrow);
    const characters = Math.min(Math.max(longest, narrowest), widest);
    const points = characters * pointsPerCharacter + margin;
    const wraps = longest > widest;
    const last = widths.at(-1);
    if (last && last.points === points && last.wraps === wraps) last.count++;
    else widths.push({ from: column, count: 1, points, wraps });
  });
  return widths;
}

const narrowest = 9;
const widest = 56;
const filterArrow = 2;
/** Of Excel's standard font, Calibri 11. */
const pointsPerCharacter = 5.25;
const margin = 6;

function shownLength(value: string | number | null, format: string): number {
  if (value === null) return 0;
  if (typeof value === "string") return value.length;
  const decimals = /[.](0+)/.exec(format)?.[1]?.length ?? 0;
  const scaled = format.includes("%") ? value * 100 : value;
  const whole = Math.trunc(Math.abs(scaled)).toString().length;
  return whole + Math.floor((whole - 1) / 3) + (decimals > 0 ? decimals + 1 : 0) + 2;
}
