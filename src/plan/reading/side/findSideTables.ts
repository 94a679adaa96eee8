import type { Plan } from "../../plan";
import { withUnit } from "../../report/words/withUnit";
import { tableNames, type SideKind } from "../../tableKinds";
import { figure } from "../cells/figure";
import { percentText } from "../cells/readCells";
import type { YearConvention } from "../cells/times/years";
import { headersMeet, type HeaderRow } from "../extent/headerRows";
import type { OpenTable } from "../openTable";
import type { SideReadings } from "../planReading";
import { ask, type Asking } from "../questions";
import type { SheetGrid } from "../sheetGrid";
import type { PlanUnits } from "../units/planUnits";
import type { Timeline } from "../years/timeline";
import { withPosition } from "./positionInPlan";
import { withPrices } from "./pricesInPlan";
import { goesOn, isPositionTable, readPosition, type PositionRead } from "./readPosition";
import { isPricesTable, planIndex, readPrices, type PriceSeries } from "./readPrices";
import { headingCell, noSideTable, sideAddress, sideTables, useKey, type SideTable } from "./sideTable";

/** The tables beside the plan's that there are, to be read once the plan's own are. */
export interface FoundSideTables {
  headers: HeaderRow[];
  read(given: SideGiven): SideTablesRead;
}

interface SideGiven {
  /** Those of the plan. */
  tables: readonly OpenTable[];
  timeline: Timeline;
  units: PlanUnits;
}

interface SideTablesRead {
  readings: SideReadings;
  /** Tables may state different prices. */
  hasPrices: boolean;
  /** The plan with what they say. */
  into: (plan: Plan) => Plan;
}

export type FindSideTables = (
  grids: readonly SheetGrid[],
  taken: readonly HeaderRow[],
  convention: YearConvention,
  asking: Asking,
) => FoundSideTables;

/**
 * Finds the Position and the Prices table among the used cells, and reads them; a table that does not say what is needed is said, and of no effect.
 *
 * @param taken headings of the plan's own tables
 */
export const findSideTables: FindSideTables = (grids, taken, convention, asking) => {
  const priced = foundTable("prices", grids, taken, asking, (table) => isPricesTable(table, convention));
  const others = priced ? [...taken, priced.header] : taken;
  const stated = foundTable("position", grids, others, asking, isPositionTable);
  return {
    headers: [priced, stated].flatMap((table) => table?.header ?? []),
    read: ({ tables, timeline, units }) => {
      const series = priced && readPrices(priced, timeline, convention, asking);
      const position = stated && readPosition(stated, timeline, units, convention, asking);
      const readings: SideReadings = {
        ...(stated && position && { position: reading(stated, positionSummary(position, timeline, units)) }),
        ...(priced && series && { prices: reading(priced, pricesSummary(series, timeline)) }),
      };
      const funding = tables.find(({ kind }) => kind === "funding") ?? null;
      return {
        readings,
        hasPrices: series !== null,
        into: (plan) => {
          const inPrices =
            priced && series
              ? withPrices(plan, { series, cell: headingCell(priced) }, tables, timeline, convention, asking)
              : plan;
          return position ? withPosition(inPrices, position, funding, asking) : inPrices;
        },
      };
    },
  };
};

/** The likeliest table of a kind; where others look like it, they are said. */
function foundTable(
  kind: SideKind,
  grids: readonly SheetGrid[],
  taken: readonly HeaderRow[],
  asking: Asking,
  is: (table: SideTable) => boolean,
): SideTable | null {
  const all = sideTables(kind, grids, taken, asking.options);
  if (all === "missing") {
    asking.findings.push({ level: "error", cell: "", message: noSideTable(kind, asking.options) });
    return null;
  }
  const [first, ...more] = all.filter((table) => table.isGiven || is(table)).filter((table) => isUsed(table, asking));
  for (const table of more) {
    if (!first || headersMeet(first.header, table.header)) continue;
    const message = `this looks like a ${tableNames[kind]} table too; ${sideAddress(first)} is used`;
    asking.findings.push({ level: "warning", cell: headingCell(table), message });
  }
  return first ?? null;
}

/** Whether the user has not said that it is not; nobody is asked. */
function isUsed(table: SideTable, asking: Asking): boolean {
  const { answers, corrections } = asking.options;
  const key = useKey(table);
  if (table.isGiven || (answers?.[key] ?? corrections?.answers?.[key]) === undefined) return true;
  const message = `the table in ${sideAddress(table)} may be no part of the plan`;
  const choices = { used: "Used", notUsed: "Not used" };
  return ask(asking, { id: "sideTable", cell: headingCell(table), message, choices, usual: "used" }) === "used";
}

function reading(table: SideTable, summary: string) {
  return { sheet: table.header.grid.sheet, address: sideAddress(table), summary, key: useKey(table) };
}

function positionSummary({ position }: PositionRead, { baseYear }: Timeline, { unit }: PlanUnits): string {
  const own = goesOn(position);
  const [reported, again] = [position.reported, own].map((amount) => {
    const size = withUnit(figure(Math.abs(amount)), unit?.name ?? "");
    return amount < 0 ? `−${size}` : size;
  });
  return `${reported} in ${baseYear}, ${own === position.reported ? "all of it" : again} goes on`;
}

function pricesSummary(series: PriceSeries, timeline: Timeline): string {
  const index = planIndex(series, timeline);
  if ("missing" in index) return series.series;
  const last = index.levels.at(-1) ?? 1;
  return `${series.series}: prices of ${timeline.labels.at(-1)} are ${percentText(last)} of ${timeline.baseYear}'s`;
}
