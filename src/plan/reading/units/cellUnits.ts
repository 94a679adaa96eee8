import { cellAddress } from "../../../cells/address";
import { textOf } from "../../../cells/cell";
import { amountInText } from "../cells/amountText";
import { decimalMarkOf } from "../cells/decimalMark";
import { shownScale } from "../cells/numberFormat";
import { isPercentFormat } from "../cells/shownCell";
import type { Unit } from "../cells/units";
import type { MappedColumn } from "../tableColumn";
import type { OpenTable } from "../openTable";
import { ask, type Asking } from "../questions";
import { cellAt, formatAt } from "../sheetGrid";
import { currencyOfFormat } from "./otherCurrencies";

/** The unit that a table's amounts say themselves, where no heading and no title does: in texts such as £350k, else by a currency format. */
export function unitOfCells(table: OpenTable, columns: readonly MappedColumn[]): Unit | null {
  return unitOfTexts(table, columns) ?? currencyShown(table, columns);
}

/**
 * What plain numbers beside texts such as £350k are in, the same multiple or none, where they are so small that either is possible: a question. Null where
 * there are none such.
 */
export function askPlainUnit(
  table: OpenTable,
  columns: readonly MappedColumn[],
  isStated: (column: MappedColumn) => boolean,
  asking: Asking,
): Unit | null {
  const { grid } = table.header;
  for (const column of columns) {
    if (isStated(column)) continue;
    const own = amountsOf(table, [column]);
    const text = own.find(({ unit }) => unit !== null && unit.scale > 1);
    const plain = own.find(({ unit, value }) => unit === null && Math.abs(value) < leastInPounds);
    if (!text?.unit || !plain) continue;
    const { currency, name } = text.unit;
    const shown = textOf(cellAt(grid, text.row, column.column));
    const usual = unitOfTexts(table, columns)?.scale === text.unit.scale ? "multiple" : "currency";
    const choice = ask(asking, {
      id: "plainUnit",
      cell: cellAddress(grid.sheet, plain.row, column.column),
      message: `'${shown}' says its unit and the plain numbers beside it do not; they were read in ${usual === "multiple" ? name : currency}`,
      choices: { currency: `${plain.value} is in ${currency}`, multiple: `${plain.value} is in ${name}` },
      usual,
    });
    return choice === "multiple" ? text.unit : { name: currency, currency, scale: 1 };
  }
  return null;
}

interface CellAmount {
  row: number;
  value: number;
  /** Null of a number, and of a text without a currency and a multiple. */
  unit: Unit | null;
}

/** The amounts that are not 0, with the units that they say. */
function amountsOf({ header: { grid }, rows }: OpenTable, columns: readonly MappedColumn[]): CellAmount[] {
  return columns.flatMap(({ column }) =>
    rows.rows.flatMap((row): CellAmount[] => {
      const value = cellAt(grid, row, column);
      if (typeof value === "number")
        return value === 0 || isPercentFormat(formatAt(grid, row, column)) ? [] : [{ row, value, unit: null }];
      const read = typeof value === "string" ? amountInText(value, decimalMarkOf(grid)) : null;
      if (!read || read.value === 0 || read.isPercent) return [];
      const { currency } = read;
      return [
        { row, value: read.value, unit: read.unit ?? (currency ? { name: currency, currency, scale: 1 } : null) },
      ];
    }),
  );
}

/** The unit that all texts share, where the other amounts may be in it too; else the currency alone, in which any of them can be said. */
function unitOfTexts(table: OpenTable, columns: readonly MappedColumn[]): Unit | null {
  const all = amountsOf(table, columns);
  const [first] = all.flatMap(({ unit }) => unit ?? []);
  if (!first) return null;
  // Those in another currency are asked, and say nothing of this one.
  const amounts = all.filter(({ unit }) => unit === null || unit.currency === first.currency);
  const units = amounts.flatMap(({ unit }) => unit ?? []);
  const isShared =
    units.every(({ scale }) => scale === first.scale) &&
    amounts.every(({ unit, value }) => unit !== null || Math.abs(value) < leastInPounds);
  return isShared ? first : { name: first.currency, currency: first.currency, scale: 1 };
}

/** Pounds where the amounts are shown with a currency sign, and one of them is so large that it cannot be meant in thousands or millions. */
function currencyShown({ header, rows }: OpenTable, columns: readonly MappedColumn[]): Unit | null {
  const currencies = new Set<string>();
  let largest = 0;
  for (const { column } of columns) {
    for (const row of rows.rows) {
      const value = cellAt(header.grid, row, column);
      const format = formatAt(header.grid, row, column);
      if (typeof value !== "number" || value === 0 || isPercentFormat(format)) continue;
      if (shownScale(format) !== 1) return null;
      currencies.add(currencyOfFormat(format));
      largest = Math.max(largest, Math.abs(value));
    }
  }
  const [currency] = currencies;
  return currencies.size === 1 && currency && largest >= leastInPounds ? { name: currency, currency, scale: 1 } : null;
}

const leastInPounds = 10_000;
