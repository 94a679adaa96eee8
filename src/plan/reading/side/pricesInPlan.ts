import { readArea } from "../../../cells/address";
import { holdsCell } from "../../../cells/area";
import { sameName } from "../../../cells/names";
import { categoriesTimes, fundingTimes, timesPrices } from "../../evaluation/prices";
import type { Lever, Plan, PriceIndex } from "../../plan";
import { tableNames } from "../../tableKinds";
import { findYear, type YearConvention } from "../cells/times/years";
import type { PriceBasis } from "../cells/units";
import type { OpenTable } from "../openTable";
import type { Asking } from "../questions";
import { basisText, statedBasis } from "../units/planUnits";
import { yearIndex, type Timeline } from "../years/timeline";
import { planIndex, type PriceSeries } from "./readPrices";

/** The plan with the series of its Prices table; tables in other prices than the plan's are turned into those, and so it is said. */
export function withPrices(
  plan: Plan,
  { series, cell }: { series: PriceSeries; cell: string },
  tables: readonly OpenTable[],
  timeline: Timeline,
  convention: YearConvention,
  asking: Asking,
): Plan {
  const { findings } = asking;
  const index = planIndex(series, timeline);
  const own: PriceBasis = { prices: plan.prices, name: plan.priceBasis };
  const others = tables.flatMap((table) => {
    const stated = statedBasis(table, convention);
    return stated && differs(stated.basis, own) ? [{ table, ...stated }] : [];
  });
  const needs = [own, ...others.map(({ basis }) => basis)];
  if ("missing" in index) {
    const message = `the Prices table says nothing of ${index.missing}, so it was not used; a figure for ${timeline.baseYear} and each year of the plan is needed`;
    findings.push({ level: others.length > 0 ? "error" : "warning", cell, message });
    return plan;
  }
  const levelOf = (basis: PriceBasis): number | null => priceLevel(basis, series, timeline, convention);
  const unknown = needs.find((basis) => levelOf(basis) === null);
  if (unknown) {
    const message = `the Prices table says nothing of the year of '${unknown.name}', so it was not used; a figure for that year is needed`;
    findings.push({ level: others.length > 0 ? "error" : "warning", cell, message });
    return plan;
  }
  const ofPlan = levelOf(own) ?? 1;
  let made: Plan = { ...plan, priceIndex: { ...index, ofPlan } };
  for (const { table, basis, cell: at } of others) {
    made = turned(made, table, factorsOf(index, basis, levelOf(basis) ?? 1, own, ofPlan));
    const message = `the ${tableNames[table.kind]} table is in ${basisText(basis)} and the plan in ${basisText(own)}, so its amounts were turned into that by ${series.series}`;
    findings.push({ level: "warning", cell: at, message });
  }
  return others.length > 0 ? { ...made, priceBasis: `${made.priceBasis}, by ${series.series}` } : made;
}

/** Real terms that do not say their year are taken for those that do. */
function differs(a: PriceBasis, b: PriceBasis): boolean {
  if (b.prices === "unstated" || a.prices !== b.prices) return b.prices !== "unstated";
  return a.prices === "real" && a.name !== b.name && a.name !== "real" && b.name !== "real";
}

/** Level of the year whose prices a basis is in, the base year's being 1; null where the series does not have it. */
function priceLevel(
  { prices, name }: PriceBasis,
  { levels }: PriceSeries,
  timeline: Timeline,
  convention: YearConvention,
): number | null {
  const year = prices === "real" ? findYear(name, convention)?.year : undefined;
  if (!year) return 1;
  const place = yearIndex(year, timeline);
  const [level, base] = [place === null ? undefined : levels.get(place), levels.get(0)];
  return level === undefined || base === undefined ? null : level / base;
}

/** By year, the base year first, what amounts of one basis are times to be of another. */
function factorsOf(
  { levels }: PriceIndex,
  from: PriceBasis,
  levelFrom: number,
  to: PriceBasis,
  levelTo: number,
): number[] {
  const inCash = (basis: PriceBasis, level: number, year: number): number =>
    basis.prices === "real" ? (levels[year] ?? 1) / level : 1;
  return levels.map((_, year) => inCash(from, levelFrom, year) / inCash(to, levelTo, year));
}

/** The plan with what one table gave times a factor by year. */
function turned(plan: Plan, { kind, rows }: OpenTable, factors: readonly number[]): Plan {
  if (kind === "levers") {
    const area = readArea(rows.address, "");
    const isIn = ({ address }: Lever): boolean => {
      const at = readArea(address, "");
      return at !== null && area !== null && sameName(at.sheet, area.sheet) && holdsCell(area, at.row, at.column);
    };
    return {
      ...plan,
      levers: plan.levers.map((lever) => (isIn(lever) ? timesPrices(lever, factors.slice(1)) : lever)),
    };
  }
  return kind === "funding"
    ? { ...plan, funding: fundingTimes(plan.funding, factors) }
    : { ...plan, categories: categoriesTimes(plan.categories, factors) };
}
