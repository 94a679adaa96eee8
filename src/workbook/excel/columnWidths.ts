import type { OutputCell, OutputPage, OutputTable } from "../../plan/report/outputTable";

/** Columns of a written table that get the same width. */
interface ColumnWidth {
  from: number;
  count: number;
  points: number;
  /** Its longest cells take more than one line. */
  wraps: boolean;
  /** A heading takes two lines. */
  headingWraps: boolean;
}

/** Widths that show the cells, and headings in at most two lines, as far as a column should go. */
export function columnWidths({ header, rows, numberFormats, totals, page }: OutputTable): ColumnWidth[] {
  const widths: ColumnWidth[] = [];
  header.forEach((heading, column) => {
    const longest = rows.reduce(
      (most, row, index) => Math.max(most, shownLength(row[column] ?? null, numberFormats[index]?.[column] ?? "")),
      Math.max(
        headingWidth(heading),
        totals?.sums.includes(heading) ? widthOfSum(column) : 0,
        column === 0 && page ? namesOn(page) : 0,
      ),
    );
    const characters = Math.min(Math.max(longest, narrowest), widest);
    const points = characters * pointsPerCharacter + margin;
    const wraps = longest > widest;
    const last = widths.at(-1);
    const headingWraps = heading.length * boldness + filterArrow > characters;
    if (last && last.points === points && last.wraps === wraps && last.headingWraps === headingWraps) last.count++;
    else widths.push({ from: column, count: 1, points, wraps, headingWraps });
  });
  return widths;

  function widthOfSum(column: number): number {
    const sum = rows.reduce((total, row) => total + Number(row[column] ?? 0), 0);
    return shownLength(sum, numberFormats[0]?.[column] ?? "");
  }
}

/** Rows that take more than one line, with the number of lines. Excel would find it out, other programs do not. */
export function tallRows({ rows }: OutputTable): { row: number; lines: number }[] {
  return rows.flatMap((cells, row) => {
    const longest = Math.max(0, ...cells.map((cell) => (typeof cell === "string" ? cell.length : 0)));
    return longest > widest ? [{ row, lines: Math.ceil((longest * 1.05) / widest) }] : [];
  });
}

/** What the first column of a page shows in one line; longer names take two. */
function namesOn({ rows }: OutputPage): number {
  const names = rows.flatMap(({ look, cells: [name] }) =>
    look === "figure" && typeof name === "string" ? [name] : [],
  );
  return Math.min(widestName, Math.max(...names.map((name) => name.length + 1)));
}

const widestName = 44;
const narrowest = 10;
const widest = 90;
/** A formula's result is not known before it is written: "1,234,567.0". */
const usualResult = 12;
const filterArrow = 2;
const boldness = 1.12;
/** Of Excel's standard font, Calibri 11. */
const pointsPerCharacter = 5.25;
const margin = 6;

/** Characters that a heading needs in two lines, broken where that is narrowest; headings are bold. */
function headingWidth(heading: string): number {
  const breaks = [...heading.matchAll(/ /g)].map(({ index }) => Math.max(index, heading.length - index - 1));
  return Math.ceil(Math.min(heading.length, ...breaks) * boldness) + filterArrow;
}

function shownLength(value: OutputCell, format: string): number {
  if (value === null) return 0;
  if (typeof value === "object") return usualResult;
  if (typeof value === "string") return value.length + 1;
  const decimals = /[.](0+)/.exec(format)?.[1]?.length ?? 0;
  const scaled = format.includes("%") ? value * 100 : value;
  const whole = Math.trunc(Math.abs(scaled)).toString().length;
  return whole + Math.floor((whole - 1) / 3) + (decimals > 0 ? decimals + 1 : 0) + 2;
}
