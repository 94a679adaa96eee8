import { cellAddress } from "../../../cells/address";
import { isBlank, textOf } from "../../../cells/cell";
import type { PriceIndex } from "../../plan";
import { readNumber } from "../cells/readCells";
import { isPercentFormat } from "../cells/shownCell";
import { findYear, readYear, type Year, type YearConvention } from "../cells/times/years";
import { firstColumnOf } from "../extent/headerRows";
import { ask, type Asking } from "../questions";
import { cellAt, formatAt } from "../sheetGrid";
import { yearIndex, type Timeline } from "../years/timeline";
import { headingCell, namesOf, sideAddress, type SideTable } from "./sideTable";

/** A series of prices, before it is known which years the plan needs. */
export interface PriceSeries {
  series: string;
  source: string;
  /** By the year's place in the plan: 0 the base year. */
  levels: ReadonlyMap<number, number>;
}

/** Whether a table is one of prices: its years have figures, and it or a series in it is so named. */
export function isPricesTable(table: SideTable, convention: YearConvention): boolean {
  const series = seriesIn(table, convention);
  return series.length > 0 && (likelySeries(table, series).length > 0 || (series.length === 1 && isNamed(table)));
}

/** Null where it has no series that can be read; what is wrong or open is added to the findings. */
export function readPrices(
  table: SideTable,
  timeline: Timeline,
  convention: YearConvention,
  asking: Asking,
): PriceSeries | null {
  const series = seriesIn(table, convention);
  const likely = likelySeries(table, series);
  const chosen = chosenSeries(table, likely.length > 0 ? likely : series, asking);
  if (!chosen) {
    const message = "the Prices table has no figures by year; an index or a yearly rate for each year is needed";
    asking.findings.push({ level: table.isGiven ? "error" : "warning", cell: headingCell(table), message });
    return null;
  }
  const values = valuesOf(table, chosen, timeline, asking);
  return values && { series: chosen.name, source: sideAddress(table), levels: values };
}

/** The levels of the plan's years, where the series has them all. */
export function planIndex(
  { series, source, levels }: PriceSeries,
  timeline: Timeline,
): PriceIndex | { missing: string } {
  const base = levels.get(0);
  const labels = [timeline.baseYear, ...timeline.labels];
  const missing = labels.find((_, year) => !levels.has(year));
  if (missing !== undefined || base === undefined) return { missing: missing ?? timeline.baseYear };
  return { series, source, levels: labels.map((_, year) => (levels.get(year) ?? NaN) / base), ofPlan: 1 };
}

interface Series {
  name: string;
  /** Its own, without the title over it. */
  heading: string;
  /** Its figures with their years. */
  cells: { row: number; column: number; year: Year }[];
  /** What says whether it is an index or rates. */
  words: string;
  cell: string;
}

const priceNames = /\bdeflators?\b|\bgdp\b|\bcpih?\b|\brpi\b|\bprice ind(ex|ices)\b|\bgeneral inflation\b|\bprices\b/i;

/** A table that its title, its sheet or its own name calls one of prices. */
function isNamed(table: SideTable): boolean {
  return namesOf(table).some((name) =>
    /\bdeflators?\b|\bgdp\b|\bcpih?\b|\brpi\b|\bprice ind(ex|ices)\b|^\W*(prices|inflation)\W*$/i.test(name),
  );
}

/** Those that are named as prices in general, and not as those of one thing. */
function likelySeries(table: SideTable, series: readonly Series[]): Series[] {
  const named = series.filter(({ heading }) => priceNames.test(heading));
  return named.length === 0 && series.length === 1 && isNamed(table) ? [...series] : named;
}

/** Years across with a series a row, else years down with a series a column. */
function seriesIn(table: SideTable, convention: YearConvention): Series[] {
  const { header, rows } = table;
  const { grid, columns } = header;
  const isNumber = (row: number, column: number): boolean => typeof cellAt(grid, row, column) === "number";
  const across = columns.flatMap(({ column, full }) => {
    const year = findYear(full, convention)?.year;
    return year && rows.some((row) => !isBlank(cellAt(grid, row, column))) ? [{ column, year }] : [];
  });
  const hasNumbers = across.some(({ column }) => rows.some((row) => isNumber(row, column)));
  const first = firstColumnOf(header);
  const title = header.titles.at(-1) ?? columns[0]?.full ?? "";
  if (across.length > 1 && !across.some(({ column }) => column === first) && hasNumbers)
    return rows.flatMap((row): Series[] => {
      const name = textOf(cellAt(grid, row, first));
      const cells = across.filter(({ column }) => !isBlank(cellAt(grid, row, column)));
      if (cells.length < 2) return [];
      return [
        {
          name: acrossName(name, columns[0]?.full ?? "", title),
          heading: name,
          cells: cells.map((one) => ({ ...one, row })),
          words: [name, columns[0]?.full ?? "", ...namesOf(table)].join(" "),
          cell: cellAddress(grid.sheet, row, first),
        },
      ];
    });
  const down = rows.flatMap((row) => {
    const year = readYear(cellAt(grid, row, first), formatAt(grid, row, first), convention);
    return year ? [{ row, year }] : [];
  });
  if (down.length < 2) return [];
  return columns.slice(1).flatMap(({ column, row: at, full, heading }): Series[] => {
    const cells = down.filter(({ row }) => isNumber(row, column));
    if (cells.length < 2) return [];
    return [
      {
        name:
          priceNames.test(heading) || title === "" ? heading : columns.length === 2 ? title : `${title}, ${heading}`,
        heading,
        cells: cells.map((one) => ({ ...one, column })),
        words: [full, ...namesOf(table)].join(" "),
        cell: cellAddress(grid.sheet, at, column),
      },
    ];
  });
}

/** A row called Index under the heading GDP deflator is the latter. */
function acrossName(label: string, corner: string, title: string): string {
  if (priceNames.test(label) || !priceNames.test(corner)) return label === "" ? title : label;
  return corner;
}

function chosenSeries(table: SideTable, series: readonly Series[], asking: Asking): Series | undefined {
  const [first, second] = series;
  if (!first || !second) return first;
  const usual = series.find(({ name }) => /\bgdp\b|\bdeflators?\b/i.test(name)) ?? first;
  const chosen = ask(asking, {
    id: "priceSeries",
    cell: headingCell(table),
    message: `the Prices table has several series; '${usual.name}' was taken for turning cash into real terms`,
    choices: Object.fromEntries(series.map(({ cell, name }) => [cell, name])),
    usual: usual.cell,
  });
  return series.find(({ cell }) => cell === chosen) ?? usual;
}

/** Levels by place of the year in the plan; of yearly rates the product of all before. */
function valuesOf(table: SideTable, series: Series, timeline: Timeline, asking: Asking): Map<number, number> | null {
  const { grid } = table.header;
  const reader = { grid, findings: asking.findings };
  const read = series.cells.map(({ row, column, year }) => ({
    row,
    column,
    year: yearIndex(year, timeline),
    value: readNumber(reader, row, { column }, { needed: "an index such as 102.3 or a rate such as 2.3%" }),
    isPercent: isPercentFormat(formatAt(grid, row, column)),
  }));
  if (read.some(({ value }) => value === undefined)) return null;
  const given = read.flatMap(({ year, value, ...others }) =>
    year === null || value === null || value === undefined ? [] : [{ ...others, year, value }],
  );
  const scale = scaleOfRates(series, given, asking);
  const sorted = [...given].sort((a, b) => a.year - b.year);
  const levels = new Map<number, number>();
  for (const { year, value, row, column, isPercent } of sorted) {
    if (levels.has(year) && scale === null) continue;
    const before = levels.get(year - 1) ?? (levels.size === 0 ? 1 : undefined);
    const level = scale === null ? value : (before ?? NaN) * (1 + value * (isPercent ? 1 : scale));
    if (level <= 0) {
      const message = "prices of 0 or less are not possible; an index such as 102.3 or a rate such as 2.3% is needed";
      asking.findings.push({ level: "error", cell: cellAddress(grid.sheet, row, column), message });
      return null;
    }
    if (!Number.isFinite(level)) continue;
    if (scale !== null && levels.size === 0) levels.set(year - 1, 1);
    levels.set(year, level);
  }
  return levels;
}

/** What plain rates are times (percents 0.01, fractions 1); null where the figures are an index. */
function scaleOfRates(
  { words, name, cell }: Series,
  values: readonly { value: number; isPercent: boolean }[],
  asking: Asking,
): number | null {
  const plain = values.filter(({ isPercent }) => !isPercent).map(({ value }) => Math.abs(value));
  if (plain.length === 0 || plain.every((size) => size < 0.5)) return 1;
  if (plain.every((size) => size >= 20)) return null;
  const most = Math.max(...plain);
  const saysRate = /%|\bper ?cent|\brates?\b|\binflation\b|\bincrease|\bgrowth\b|\bchange\b/i.test(words);
  const saysIndex = /\bind(ex|ices)\b|\bdeflators?\b|\blevels?\b|=\s*1(00)?\b/i.test(words);
  if (saysIndex && !saysRate && (most >= 20 || (most < 2 && plain.every((size) => size >= 0.5)))) return null;
  if (most >= 2 && most < 20 && saysRate) return 0.01;
  const chosen = ask(asking, {
    id: "priceKind",
    cell,
    message: `whether the figures of '${name}' are an index or yearly rates in percent is open; ${most < 2 ? "an index" : "yearly rates"} was taken`,
    choices: { index: "an index", rates: "yearly rates in percent" },
    usual: most < 2 ? "index" : "rates",
  });
  return chosen === "index" ? null : 0.01;
}
