import { cellAddress } from "../../../cells/address";
import { nameKey } from "../../../cells/names";
import { columnRecord } from "../../columns/allColumns";
import { choiceOf, choicesOf } from "../../columns/choiceOf";
import type { TableKind } from "../../tableKinds";
import { findPeriod } from "../cells/times/period";
import { findYear, type YearConvention } from "../cells/times/years";
import type { HeaderRow } from "../extent/headerRows";
import type { ReadOptions } from "../planReading";
import type { HeadingRead } from "./readHeadings";
import { placeOf } from "./years/series";
import type { MappedColumn } from "../tableColumn";

/** What the user said that a column means; undefined where nothing was said, or nothing that a column of such a table can mean. */
export function meaningByUser(
  header: HeaderRow,
  heading: HeadingRead,
  kind: TableKind,
  options: ReadOptions,
  convention: YearConvention,
): (Partial<MappedColumn> & { meaning: string }) | undefined {
  const said = saidAt(header, heading, options);
  const read = said === undefined ? null : readMeaning(said, heading, kind, convention);
  if (!read) return undefined;
  const sureness = read.meaning === "ignored" ? "ignored" : "sure";
  return { ...read, origin: "user", sureness, why: "was set by the user" };
}

/** What the user said of a heading, as corrections have it. */
export function saidAt({ grid }: HeaderRow, { row, column }: HeadingRead, options: ReadOptions): string | undefined {
  return options.corrections?.headings?.[cellAddress(grid.sheet, row, column)];
}

/**
 * "saving", "amount:2025/26", "growth:2025/26", "month:Apr 2025", "inYear:2025/26", "ignored" as a column's meaning; a year that is not said is that of the
 * heading. Null where such a table has no such column, or where one of a year or a month names none.
 */
function readMeaning(
  said: string,
  heading: HeadingRead,
  kind: TableKind,
  { fiscalYearStart, bareYear }: YearConvention,
): { meaning: string; year?: MappedColumn["year"]; yearKind?: MappedColumn["yearKind"]; part?: number | null } | null {
  const convention = { fiscalYearStart, bareYear };
  if (said === "ignored") return { meaning: "ignored" };
  const colon = said.indexOf(":");
  const [id, label] = colon < 0 ? [said, ""] : [said.slice(0, colon), said.slice(colon + 1)];
  const period = label === "" ? heading.period : (findPeriod(label, convention)?.period ?? null);
  const labelled = label === "" ? null : (findYear(label, convention)?.year ?? null);
  const year = labelled ?? (period?.kind === "year" ? period.year : null) ?? (label === "" ? heading.bandYear : null);
  if (id === "month" || id === "quarter") {
    const bandYear = labelled ?? heading.bandYear;
    const place = placeOf({ ...heading, period, bandYear }, id, true, false, fiscalYearStart);
    return kind === "levers" && place.meaning === id ? { meaning: id, year: place.year, part: place.part } : null;
  }
  if (id === "share") return kind === "levers" && year ? { meaning: id, year } : null;
  // A column Growth is one of its own; growth of a year is a year's.
  if (id === "amount" || id === "year" || (id === "growth" && label !== ""))
    return year && !(id === "growth" && kind === "levers")
      ? { meaning: "year", year, yearKind: id === "growth" ? "growth" : "amount" }
      : null;
  if (!columnRecord(kind, id) || (label !== "" && !labelled)) return null;
  return labelled ? { meaning: id, year: labelled } : { meaning: id };
}

/** A column with what the user said of its words, as far as they can mean it. */
export function withSaid(
  column: MappedColumn,
  { grid }: HeaderRow,
  kind: TableKind,
  { corrections }: ReadOptions,
): MappedColumn {
  const words = Object.entries(corrections?.words?.[cellAddress(grid.sheet, column.row, column.column)] ?? {});
  const said = words.flatMap(([word, ours]): [string, string][] =>
    canMean(kind, column.meaning, ours) ? [[nameKey(word), choiceOf(kind, column.meaning, ours) ?? ours]] : [],
  );
  return said.length === 0 ? column : { ...column, said: new Map(said) };
}

/** Whether a column of that meaning can hold one of our words. */
export function canMean(kind: TableKind, meaning: string, ours: string): boolean {
  return choicesOf(kind, meaning).length > 0 && choiceOf(kind, meaning, ours) !== null;
}
