import { isBlank, textOf } from "../../../cells/cell";
import { nameKey } from "../../../cells/names";
import { normalise } from "../../columns/words/normalise";
import { byKind, type TableKind } from "../../tableKinds";
import { isNumberText } from "../cells/amountText";
import { cellAt, lastRow } from "../sheetGrid";
import { findUnit, isUnitText } from "../cells/units";
import type { YearConvention } from "../cells/times/years";
import { firstColumnOf, firstDataRow, type HeaderRow } from "../extent/headerRows";
import { kindWords, nameWords } from "../extent/titles";
import { effectMeanings } from "../meaning/effectMeanings";
import { isKnownHeading } from "../meaning/matchHeading";
import { mapColumns } from "../meaning/mapColumns";
import type { MappedColumn } from "../tableColumn";
import type { ReadOptions } from "../planReading";

/** How much says that this header begins a table of that kind: its headings, what stands under them, titles and names; 0 where it cannot be one. */
export function roleScore(
  header: HeaderRow,
  kind: TableKind,
  options: ReadOptions,
  convention: YearConvention,
): number {
  const score = scoreOf(header, kind, options, convention);
  const { headings, ...others } = options.corrections ?? {};
  // A register whose saving the user leaves out is a register still, and says what it lacks.
  return score > 0 || !headings ? score : scoreOf(header, kind, { ...options, corrections: others }, convention);
}

function scoreOf(header: HeaderRow, kind: TableKind, options: ReadOptions, convention: YearConvention): number {
  if (
    !header.columns.some(({ heading, full }) => mayMean(heading, kind) || mayMean(full, kind)) &&
    !header.within &&
    !header.table
  ) {
    if (!header.columns.some(({ serial, heading }) => serial !== null || /\d/.test(heading))) return 0;
  }
  // "£7.4m" and "4.8" head nothing: the row is one of data.
  const isAmount = header.columns.some(({ heading }) => isNumberText(heading) && !/^\d{1,4}$/.test(heading));
  if (isAmount && !header.within && !header.table) return 0;
  const columns = mapColumns(header, kind, firstRows(header), options, convention);
  const best = new Map<string, number>();
  let years = 0;
  let strangers = 0;
  for (const column of columns) {
    if (column.heading === "" && column.meaning === "ignored") continue;
    // "Pressure 25/26 £k" is money, and no rate at which spending grows.
    if (kind !== "levers" && column.yearKind === "growth" && findUnit(column.full)) strangers++;
    else if (column.meaning === "year") years++;
    else if (column.meaning === "ignored") strangers++;
    else best.set(column.meaning, pointsOf(column));
  }
  const has = (meaning: string): number => best.get(meaning) ?? 0;
  const titles = hint(header);
  if (kind === "levers") {
    const series = columns.filter(({ meaning }) => ["year", "month", "quarter"].includes(meaning)).length;
    const effects = [...best].filter(([meaning]) => effectMeanings.has(meaning)).map(([, points]) => points);
    const isRange = columns.some(({ meaning, full }) => meaning === "likely" && findUnit(full) !== null);
    const effect = Math.max(0, ...effects, series > 0 || isRange ? 0.8 : 0);
    if (effect === 0 || (has("lever") === 0 && titles.levers < 2)) return 0;
    const others = [...best].reduce(
      (sum, [meaning, points]) => sum + (meaning === "lever" || effectMeanings.has(meaning) ? 0 : Math.min(points, 1)),
      0,
    );
    // Nothing names the levers, and rows of budgets and funding are none.
    if (has("lever") <= 0.5 && !header.within && budgetRowOf(header) !== undefined) return 0;
    const isBudget =
      has("lever") < 1 && titles.spending + titles.funding > titles.levers && has("lever") * 6 + others < 5;
    return (
      6 * has("lever") +
      4 * effect +
      others +
      1.5 * titles.levers +
      0.02 * series -
      0.2 * strangers -
      (isBudget ? 6 : 0)
    );
  }
  const values =
    3 * has("base") +
    2 * Math.max(has("growth"), has("inflation"), has("demand")) +
    (years > 0 ? 1.5 + 0.5 * Math.min(years, 3) : 0);
  if (values === 0) return 0;
  // Bids and pressures by year are what is added to spending.
  const isAdded = [...header.titles, nameWords(header.grid.sheet)].some((text) => addedWords.test(text));
  if (kind === "spending" && isAdded && has("base") === 0 && columns.every(({ yearKind }) => yearKind !== "growth"))
    return 0;
  if (kind === "funding" && titles.funding === 0) return 0;
  const about =
    kind === "spending"
      ? titles.spending - titles.funding - 0.5 * titles.levers
      : titles.funding - titles.spending - 0.5 * titles.levers;
  const totals = kind === "spending" && rowLabels(header, 40).some((label) => spendingTotal.test(label)) ? 2 : 0;
  const isTarget = kind === "funding" && columns.some(({ heading }) => targetWords.test(heading.toLowerCase()));
  const key = isTarget ? 4 : has("category") * (kind === "spending" ? 4 : 2);
  return key + values + totals + 2 * about - 0.2 * strangers - (isLeverLike(columns, header, kind) ? 8 : 0);
}

/** The score with which a table is chosen: hidden sheets are never preferred, and a closed year's register or a draft is no more the plan. */
export function choosingScore({ grid }: HeaderRow, score: number): number {
  return (grid.isHidden ? 0.5 : 1) * score - (isOldName(grid.sheet) ? 8 : 0);
}

function mayMean(heading: string, kind: TableKind): boolean {
  return heading !== "" && (isKnownHeading(heading, [kind]) || normalise(heading).split(" ").length > 1);
}

function pointsOf({ meaning, sureness, origin, heading }: MappedColumn): number {
  const generic = genericHeadings.has(nameKey(heading)) ? 0.5 : 1;
  if (origin === "user") return 1;
  // A unit over the names is no name for them.
  if (origin === "values" && isUnitText(heading)) return 0.5;
  // "Guaranteed saving" over names says what the rows are.
  if (meaning === "lever" && origin === "values" && /\bsavings?\b/i.test(heading)) return 0.8;
  return (sureness === "sure" ? 1 : 0.4) * generic;
}

/** The first rows under a header that hold more than one cell. */
export function firstRows(header: HeaderRow, most = 40): number[] {
  const rows: number[] = [];
  const end = header.table ? header.table.row + header.table.rowCount - 1 : lastRow(header.grid);
  let blanks = 0;
  for (let row = firstDataRow(header); row <= end && rows.length < most; row++) {
    const filled = header.columns.filter(({ column }) => !isBlank(cellAt(header.grid, row, column))).length;
    if (filled >= 2) rows.push(row);
    blanks = filled === 0 ? blanks + 1 : 0;
    // What stands further below may be another table's.
    if (blanks > 0 && rows.length >= (blanks > 1 ? 1 : 2)) break;
  }
  return rows;
}

export function isOldName(sheet: string): boolean {
  return /\b(old|older|closed|archived?|previous|prior|superseded|last year|draft|backup|copy of|template|example|do not use|removed|rejected|withdrawn|deleted|cancelled|ideas?|long ?list|not included|not (costed )?in (the )?plan)\b/i.test(
    nameWords(sheet),
  );
}

/** A register has amounts and years too, but names its levers or their savings. */
function isLeverLike(columns: readonly MappedColumn[], header: HeaderRow, kind: TableKind): boolean {
  if (kind === "funding" && columns.some(({ heading }) => targetWords.test(heading.toLowerCase()))) return false;
  return (
    columns.some(
      ({ heading }) => heading !== "" && isKnownHeading(heading, ["levers"]) && leverWords.test(normalise(heading)),
    ) || kindWords.levers.test(nameWords(header.table?.name ?? ""))
  );
}

const leverWords = /\b(lever|levers|scheme|schemes|saving|savings|initiative|initiatives|cip|qipp|rag|pye|fye)\b/;

/** What titles, names and the labels of the first rows say: 0 nothing, more the nearer to the table. */
function hint(header: HeaderRow): Record<TableKind, number> {
  const { grid, table, titles } = header;
  const labels = rowLabels(header, 8);
  const key = header.columns[0]?.full ?? "";
  return byKind((kind) => {
    const words =
      kind === "funding" ? new RegExp(`${kindWords.funding.source}|${targetWords.source}`, "i") : kindWords[kind];
    if (table && words.test(nameWords(table.name))) return 3;
    if (words.test(key) || titles.some((title) => words.test(title))) return 2;
    if (words.test(nameWords(grid.sheet))) return 1;
    // One word of two may be a name: a category called Income.
    const named = labels.filter((label) => words.test(label)).length;
    return named > 0 && named >= (labels.length + 1) / 2 ? 1.5 : 0;
  });
}

/** The texts in the first column of the first rows. */
function rowLabels(header: HeaderRow, most: number): string[] {
  const { grid } = header;
  const first = firstDataRow(header);
  const end = Math.min(lastRow(grid), first + most - 1);
  return Array.from({ length: Math.max(0, end - first + 1) }, (_, index) =>
    textOf(cellAt(grid, first + index, firstColumnOf(header))),
  ).filter((label) => label !== "");
}

const addedWords =
  /^\W*((budget|cost|spending|service|unavoidable|demand|new) )*(pressures?|(growth )?bids|growth items|growth proposals|investments?)\b/i;

/** A label among the first rows that is a budget's or its funding's, and no lever's. */
export function budgetRowOf(header: HeaderRow): string | undefined {
  return rowLabels(header, 40).find((label) => budgetRow.test(label));
}

const budgetRow =
  /^(base|opening|net|approved|current|revised) budget\b|^(total )?(funding|council tax|business rates|core grant)\b|^total (spend|spending|expenditure|budget)\b/i;
const spendingTotal = /^total (net |gross )?(spend|spending|expenditure|costs?|budget)\s*$/i;

/** A table of what savings are needed stands where Funding would. */
const targetWords = /\b(savings? |efficiency |cip )?(targets?|requirements?)\b/;

/** Headings that many a table has. */
const genericHeadings = new Set(
  "description name title item line amount value plan target action measure programme area start actual current".split(
    " ",
  ),
);
