import { cellAddress } from "../../../../cells/address";
import { isBlank, isCellError } from "../../../../cells/cell";
import { warnAt, wrong, type CellReader } from "../../cells/readCells";
import { cellAt, formatAt } from "../../sheetGrid";
import { isDateCell } from "../../cells/times/period";
import { dateOfSerial } from "../../cells/times/serialDate";
import { quoted } from "../../cells/shownCell";
import { momentAt, type Moment } from "../../cells/times/startCell";
import { readMonth, shareOfFirstYear, type YearConvention } from "../../cells/times/years";
import { columnOf, type MappedColumn } from "../../tableColumn";
import { ask } from "../../questions";
import { yearQuestions } from "../../years/answeredYears";
import { yearIndex } from "../../years/timeline";
import type { RegisterContext, RegisterTable } from "../registerContext";

/** When a lever is active. */
interface LeverTiming {
  moment: Moment | null;
  start: number;
  firstYearShare: number;
  end: number | null;
  recurrent: boolean;
  investmentYear: number | null;
  /** Started before the base year, and the outturn holds its saving: it does not count. */
  isInOutturn: boolean;
}

/** Start, its month, End and the year of investment; undefined where one of them is wrong (findings say why). */
export function leverTiming(
  reader: CellReader,
  table: RegisterTable,
  context: RegisterContext,
  row: number,
  stated: boolean | null,
): LeverTiming | undefined {
  const { timeline, convention } = context;
  const startColumn = columnOf(table.columns, "start");
  const endColumn = columnOf(table.columns, "end");
  const year = table.startOf?.get(row);
  const headed: Moment | null = year ? { year, month: null, isAmbiguous: false } : null;
  const moment = startColumn ? readMoment(reader, table, context, row, startColumn) : headed;
  const endMoment = readMoment(reader, table, context, row, endColumn);
  const investmentMoment = readMoment(reader, table, context, row, columnOf(table.columns, "investmentYear"));
  const month = readStartMonth(reader, table, row, moment ?? null, convention);
  if (moment === undefined || endMoment === undefined || month === undefined || investmentMoment === undefined)
    return undefined;
  if (!moment && !month && startColumn) sayNoStart(reader, table, context, row, startColumn);
  const indexOf = (one: Moment | null): number | null => one && yearIndex(one.year, timeline);
  const start = indexOf(moment) ?? 1;
  const end = indexOf(endMoment);
  // An end beside nothing that says otherwise: does the saving stay? It does, as plan and register mostly mean it.
  const recurrent =
    end === null || !endColumn
      ? (stated ?? true)
      : (settled(stated, endColumn) ?? stays(context, table, row, endColumn));
  const isInOutturn =
    moment !== null &&
    start < 1 &&
    startColumn !== undefined &&
    isEarlyInOutturn(reader, table, context, row, startColumn, start, recurrent, end);
  if (endColumn && end !== null && end < start) {
    const label = timeline.labels[start - 1] ?? timeline.baseYear;
    return wrong(reader, row, endColumn, `the lever ends before it starts; an end in or after ${label} is needed`);
  }
  return {
    moment,
    start,
    firstYearShare: month ? shareOfFirstYear(month, convention.fiscalYearStart) : 1,
    end,
    recurrent,
    investmentYear: indexOf(investmentMoment),
    isInOutturn,
  };
}

/** A start that is not known yet where others have one, or is blank beside days and months: it decides from when the saving counts. */
function sayNoStart(
  reader: CellReader,
  { header, columns, rows }: RegisterTable,
  { timeline, convention, repeated }: RegisterContext,
  row: number,
  start: MappedColumn,
): void {
  const isByYear = columns.some(({ meaning }) => byYear.has(meaning));
  const isLeftBlank = isBlank(cellAt(header.grid, row, start.column));
  const isGiven = (other: number): boolean => {
    const moment = momentAt(header.grid, other, start.column, convention);
    return moment !== null && (!isLeftBlank || moment.month !== null);
  };
  if (isByYear || repeated === "years" || !rows.rows.some(isGiven)) return;
  const message = `other levers have a start and this one has none yet, so it counts in full from ${timeline.labels[0]}`;
  warnAt(reader, row, start, message);
}

const byYear = new Set(["year", "month", "quarter", "inYear", "share"]);

/** What is stated of a lever with an end; null where it is open: also where it is recurrent and the heading says that its saving stops. */
function settled(stated: boolean | null, { full }: MappedColumn): boolean | null {
  return stated === true && stops.test(full) ? null : stated;
}

const stops = /\b(stops?|ceases?|cessation|expires?|expiry|leave|leaving|left)\b/i;

function stays(
  context: RegisterContext,
  { header }: RegisterTable,
  row: number,
  { column, full }: MappedColumn,
): boolean {
  const usual = stops.test(full) ? "ends" : "stays";
  const choice = ask(context, {
    id: "afterEnd",
    cell: cellAddress(header.grid.sheet, row, column),
    message: `the lever has an end, and nothing says whether its saving stays after it; it was read as ${usual === "ends" ? "ending" : "staying"}`,
    choices: { stays: "the saving stays", ends: "the saving ends" },
    usual,
  });
  return choice === "stays";
}

/** Says what becomes of a lever that starts before the plan's first year; whether the outturn holds its saving already. */
function isEarlyInOutturn(
  reader: CellReader,
  { header }: RegisterTable,
  context: RegisterContext,
  row: number,
  column: MappedColumn,
  start: number,
  recurrent: boolean,
  end: number | null,
): boolean {
  const { timeline } = context;
  const [first = ""] = timeline.labels;
  const label = quoted(
    cellAt(header.grid, row, column.column),
    formatAt(header.grid, row, column.column),
    header.grid.date1904,
  );
  const message = `${label} is before the first year ${first}; the lever counts in full from ${first}`;
  if (!recurrent && (end === null || end < 1))
    warnAt(
      reader,
      row,
      column,
      `${label} is before the first year ${first}; a non-recurrent saving of that year does not count`,
    );
  else if (start >= 0) warnAt(reader, row, column, message);
  else
    return (
      ask(context, {
        id: "inOutturn",
        cell: cellAddress(header.grid.sheet, row, column.column),
        message: `${message}, unless the outturn of ${timeline.baseYear} holds its saving already`,
        choices: { no: "counts in full", yes: "is in the outturn already" },
        usual: "no",
      }) === "yes"
    );
  return false;
}

/** The moment in a cell: null where blank. One that cannot be placed, or lies after the plan's last year, is an error. */
function readMoment(
  reader: CellReader,
  { header, rows }: RegisterTable,
  context: RegisterContext,
  row: number,
  column: MappedColumn | undefined,
): Moment | null | undefined {
  if (!column) return null;
  const { timeline, convention } = context;
  const { grid } = header;
  const value = cellAt(grid, row, column.column);
  const format = formatAt(grid, row, column.column);
  const example = `a year of the plan such as ${timeline.labels[0]}`;
  if (isBlank(value) || /^(tbc|tba|tbd|n\/?a|-|–|\?)$/i.test(String(value).trim())) return null;
  if (isCellError(value)) return wrong(reader, row, column, `the cell shows ${value.error}; ${example} is needed`);
  const moment = momentAt(grid, row, column.column, convention);
  if (!moment)
    return wrong(reader, row, column, `${quoted(value, format, grid.date1904)} is no year; ${example} is needed`);
  const index = yearIndex(moment.year, timeline);
  const last = timeline.labels[timeline.labels.length - 1];
  if (index === null)
    return wrong(
      reader,
      row,
      column,
      `${quoted(value, format, grid.date1904)} cannot be placed, since the plan's years are ${timeline.labels[0]} to ${last}; ${example} is needed`,
    );
  if (index > timeline.labels.length && column.meaning === "start")
    return wrong(
      reader,
      row,
      column,
      `${quoted(value, format, grid.date1904)} is after the plan's last year ${last}; a year up to then is needed`,
    );
  if (index > timeline.labels.length && column.meaning === "end")
    return { ...moment, year: { kind: "ordinal", number: timeline.labels.length } };
  // What is answered is read so from the beginning: the years of the plan depend on it.
  if (moment.isAmbiguous && !rows.rows.some((other) => hasLargeDay(cellAt(grid, other, column.column))))
    ask(context, {
      id: yearQuestions.dayOrder,
      cell: cellAddress(grid.sheet, row, column.column),
      message: "the date is a text in which day and month could be either; the day was taken to come first",
      choices: { day: "day before month", month: "month before day" },
      usual: "day",
    });
  return moment;
}

/** 25/04/2025 says which of the two numbers is the day, for the whole column. */
function hasLargeDay(value: unknown): boolean {
  const [, first = "0"] = (typeof value === "string" && /^\s*(\d{1,2})[/.-]\d{1,2}[/.-]\d{4}/.exec(value)) || [];
  return Number(first) > 12;
}

/** Starts that are all the last day of a fiscal year name the year: nothing starts on the last day of each. */
function areYearEnds({ header, rows, columns }: RegisterTable): boolean {
  const start = columnOf(columns, "start");
  const dates = start
    ? rows.rows.flatMap((row) =>
        isDateCell(cellAt(header.grid, row, start.column), formatAt(header.grid, row, start.column))
          ? [cellAt(header.grid, row, start.column) as number]
          : [],
      )
    : [];
  return (
    dates.length > 0 &&
    dates.every((serial) => {
      const next = dateOfSerial(serial + 1, header.grid.date1904);
      return next.getUTCDate() === 1 && next.getUTCMonth() === 3;
    })
  );
}

/** The start month of its own column, else that of a Start given as a date or a month. */
function readStartMonth(
  reader: CellReader,
  table: RegisterTable,
  row: number,
  moment: Moment | null,
  convention: YearConvention,
): number | null | undefined {
  const column = columnOf(table.columns, "startMonth");
  const own = column ? cellAt(table.header.grid, row, column.column) : null;
  if (!column || isBlank(own)) return moment?.month && !areYearEnds(table) ? moment.month : null;
  if (isCellError(own))
    return wrong(reader, row, column, `the cell shows ${own.error}; a month such as October or 10 is needed`);
  const format = formatAt(table.header.grid, row, column.column);
  const isDate = isDateCell(own, format);
  const month =
    (isDate ? null : readMonth(own, format)) ?? momentAt(table.header.grid, row, column.column, convention)?.month;
  return month ?? wrong(reader, row, column, `${quoted(own)} is no month; a month such as October or 10 is needed`);
}
