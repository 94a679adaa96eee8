import { cellAddress } from "../../../cells/address";
import { amountAt } from "../extent/totals/rowSums";
import { columnNames, type MappedColumn } from "../tableColumn";
import type { RegisterContext, RegisterTable } from "./registerContext";
import type { SavingForm } from "./savingForm";

/** Says which columns of a saving and a year take no part in what the levers save, though they have a meaning: no year is dropped without a word. */
export function sayUnusedSavings(table: RegisterTable, form: SavingForm, { findings }: RegisterContext): void {
  const { header, rows } = table;
  const used = new Set<MappedColumn | undefined>([
    ...(form.periods?.columns ?? []),
    ...form.inYear,
    ...form.ofYears,
    ...form.oneOffs,
    form.fullYear,
    form.amount,
    form.sum,
    form.part?.column,
    form.shares?.of,
  ]);
  const holdsMoney = ({ column }: MappedColumn): boolean =>
    rows.rows.some((row) => (amountAt(header, row, column) ?? 0) !== 0);
  const unused = table.columns.filter(
    (column) =>
      column.year !== null &&
      column.origin !== "user" &&
      savingMeanings.has(column.meaning) &&
      !used.has(column) &&
      holdsMoney(column),
  );
  const later = laterForecasts(table, used).filter(holdsMoney);
  const say = (columns: readonly MappedColumn[], message: string): void => {
    const [first] = columns;
    if (first)
      findings.push({ level: "warning", cell: cellAddress(header.grid.sheet, first.row, first.column), message });
  };
  const isOne = later.length === 1;
  say(
    later,
    `${columnNames(later)} ${isOne ? "was" : "were"} taken as ${isOne ? "a forecast or an actual" : "forecasts or actuals"} of ${isOne ? "a year" : "years"} for which no plan is read, and ${isOne ? "takes" : "take"} no part; give ${isOne ? "it its year" : "them their years"} where ${isOne ? "it is" : "they are"} the saving`,
  );
  if (unused.length === 0) return;
  const verb = unused.length === 1 ? "takes" : "take";
  say(
    unused,
    `${columnNames(unused)} ${verb} no part in what the levers save, which other columns say; correct the columns if it should`,
  );
}

/** Columns of years after the last that is read, which are called forecasts: "FY27 outlook" beside "FY26". */
function laterForecasts({ columns }: RegisterTable, used: ReadonlySet<MappedColumn | undefined>): MappedColumn[] {
  const last = Math.max(...[...used].map((column) => startOf(column?.year ?? null)));
  if (!Number.isFinite(last)) return [];
  return columns.filter(
    (column) =>
      trackingMeanings.has(column.meaning) &&
      column.origin !== "user" &&
      !used.has(column) &&
      startOf(column.year) > last,
  );
}

function startOf(year: MappedColumn["year"]): number {
  return year?.kind === "fiscal" ? year.start : (year?.number ?? -Infinity);
}

const trackingMeanings = new Set(["actual", "forecast"]);

const savingMeanings = new Set("saving inYear netSaving grossSaving plan registerTotal fullYearEffect".split(" "));
