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
export function columnWidths(output: OutputTable): ColumnWidth[] {
  const widths: ColumnWidth[] = [];
  const filter = hasFilter(output) ? filterArrow : 0;
  const headings = [...output.header, ...(output.emptyColumns ?? [])];
  headings.forEach((heading, column) => {
    const { longest, characters } =
      column < output.header.length
        ? charactersOf(output, column)
        : { longest: 0, characters: Math.max(headingWidth(heading, filter), usualEntry) };
    const points = (characters + (followsFigures(output, column) ? 1 : 0)) * pointsPerCharacter + margin;
    const wraps = longest > characters;
    const last = widths.at(-1);
    const headingWraps = heading.length * boldness + filter > characters;
    if (last && last.points === points && last.wraps === wraps && last.headingWraps === headingWraps) last.count++;
    else widths.push({ from: column, count: 1, points, wraps, headingWraps });
  });
  return widths;
}

/** Rows that take more than one line, with the number of lines. Excel would find it out, other programs do not. */
export function tallRows(output: OutputTable): { row: number; lines: number }[] {
  const widths = output.header.map((_, column) => charactersOf(output, column).characters);
  return output.rows.flatMap((cells, row) => {
    const lines = cells.map((cell, column) => linesOf(cell, widths[column] ?? widest));
    const most = Math.max(1, ...lines);
    return most > 1 ? [{ row, lines: most }] : [];
  });
}

/** A table of more rows than a screen shows can be filtered. */
export function hasFilter({ rows }: Pick<OutputTable, "rows">): boolean {
  return rows.length > 12;
}

/** Words that begin where the figures before them end would be read as one. */
export function followsFigures({ rows }: Pick<OutputTable, "rows">, column: number): boolean {
  const hasFigure = (at: number) => rows.some((row) => isFigure(row[at] ?? null));
  return hasFigure(column - 1) && !hasFigure(column) && rows.some((row) => typeof row[column] === "string");
}

/** A number, or a formula on cells of written tables, which comes to one. */
export function isFigure(cell: OutputCell): boolean {
  if (cell === null || typeof cell !== "object") return typeof cell === "number";
  return typeof cell.formula !== "string" || !cell.formula.startsWith("=HYPERLINK(");
}

/** How wide a column is, and its longest cell; a few cells that are much longer than the others take more lines instead. */
function charactersOf(output: OutputTable, column: number): { longest: number; characters: number } {
  const { header, rows, numberFormats, totals, page } = output;
  const heading = header[column] ?? "";
  const lengths = rows.map((row, index) => shownLength(row[column] ?? null, numberFormats[index]?.[column] ?? ""));
  const least = Math.max(
    headingWidth(heading, hasFilter(output) ? filterArrow : 0),
    totals?.sums.includes(heading) ? widthOfSum() : 0,
    column === 0 && page ? namesOn(page) : 0,
    narrowest,
  );
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
  const usual = lengths.sort((a, b) => a - b)[Math.floor((lengths.length - 1) * 0.9)] ?? 0;
  const most = Math.min(longest <= usual * 1.3 ? longest : Math.max(usual, wide), longest, widest);
  return { longest, characters: Math.max(least, most) };

  function widthOfSum(): number {
    const sum = rows.reduce((total, row) => total + Number(row[column] ?? 0), 0);
    return shownLength(sum, numberFormats[0]?.[column] ?? "");
  }
}

function linesOf(cell: OutputCell, width: number): number {
  return typeof cell === "string" && cell.length > width ? Math.ceil((cell.length * 1.05) / width) : 1;
}

/** What the first column of a page shows in one line; longer names take two. */
function namesOn({ rows }: OutputPage): number {
  const names = rows.flatMap(({ look, cells: [name] }) =>
    look === "figure" && typeof name === "string" ? [name] : [],
  );
  return Math.min(widestName, Math.max(...names.map((name) => name.length + 1)));
}

const widestName = 44;
const narrowest = 8;
/** From here on a column is no wider than nearly all of its cells need. */
const wide = 46;
const widest = 72;
/** A note, a name or a date of the user's. */
const usualEntry = 18;
/** A formula's result is not known before it is written: "1,234,567.0". */
const usualResult = 12;
const filterArrow = 2;
const boldness = 1.12;
/** Of Excel's standard font, Calibri 11. */
const pointsPerCharacter = 5.25;
const margin = 6;

/** Characters that a heading needs in two lines, broken where that is narrowest; headings are bold. */
function headingWidth(heading: string, filter: number): number {
  const breaks = [...heading.matchAll(/ /g)].map(({ index }) => Math.max(index, heading.length - index - 1));
  return Math.min(Math.ceil(Math.min(heading.length, ...breaks) * boldness) + filter + 1, widest);
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
