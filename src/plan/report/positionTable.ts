import { barCells, barHeadings, waterfall } from "../../engine/waterfall";
import type { Breakdown } from "../breakdown";
import type { Position, PositionYear } from "../position";
import { barSeries } from "./bridgeTable";
import { amountFormat, unitLine } from "./numberFormats";
import type { OutputCell, OutputTable } from "./outputTable";
import { positionBridge } from "./positionBridge";
import { noteLinesOf, tableIdentity } from "./tableIdentity";

/** A row a step, a column a year, the last year as a bridge; below the steps what they come to. */
export function positionTable(breakdown: Breakdown, position: Position): OutputTable {
  const { unit, scenario, priceBasis } = breakdown;
  const { years, form } = position;
  const last = years.at(-1)?.year ?? "";
  const isCouncil = form === "council";
  const format = amountFormat(breakdown);
  const steps = (years[0]?.steps ?? []).map(({ name }, at) => [
    name,
    ...years.map((year) => year.steps[at]?.amount ?? 0),
  ]);
  const ends = endLines(
    isCouncil,
    years.some(({ notInSpendingAndFunding: apart }) => (apart ?? 0) !== 0),
  ).map(({ name, of }) => [name, ...years.map(of)]);
  const bars = lastYearBars(position, ends);
  const rows = [...steps, ...ends].map((row, at): OutputCell[] => [...row, ...(bars[at] ?? [])]);
  return {
    ...tableIdentity("position", scenario),
    title: `${isCouncil ? "Budget and gap" : "Position"} year by year, ${scenario}`,
    noteLines: [
      ...noteLinesOf(breakdown),
      isCouncil
        ? "Costs are positive: the steps sum to the gap that is left. Annual gap: what the year adds to the gap before reserves."
        : "A surplus is positive: the steps sum to the closing position.",
      `Underlying: without non-recurrent savings, one-off funding, investment and double running. The last columns draw the chart of ${last}.`,
    ],
    header: ["Step", ...years.map(({ year }) => year), ...barHeadings.slice(2)],
    rows,
    numberFormats: rows.map((row) => row.map((_, at) => (at === 0 ? "@" : format))),
    chart: {
      title: `${isCouncil ? "From budget to gap" : "From opening to closing position"}, ${last}`,
      valueAxisTitle: unit === "" ? unitLine(breakdown) : `${unit}, ${priceBasis}`,
      categories: "Step",
      series: barSeries(isCouncil),
    },
  };
}

/** What stands below the steps, the end of the bridge first. */
function endLines(isCouncil: boolean, hasApart: boolean): { name: string; of: (year: PositionYear) => number }[] {
  const council = ({ council: lines }: PositionYear) => lines ?? { netBudget: 0, gapBeforeReserves: 0, annualGap: 0 };
  const underlying = {
    name: `Underlying ${isCouncil ? "gap" : "position"}`,
    of: (year: PositionYear) => year.underlying,
  };
  // With the sign of next year's step.
  const toCome = {
    name: "Full-year effect still to come",
    of: ({ fullYearEffectToCome: amount }: PositionYear) => (isCouncil && amount !== 0 ? -amount : amount),
  };
  const apart = {
    name: "Not in Spending and Funding",
    of: ({ notInSpendingAndFunding: amount }: PositionYear) => (isCouncil ? 0 - (amount ?? 0) : (amount ?? 0)),
  };
  const others = hasApart ? [apart, toCome] : [toCome];
  const closing = ({ closing: amount }: PositionYear): number => amount;
  const before = ({ closingBeforeInvestment }: PositionYear): number => closingBeforeInvestment;
  if (!isCouncil)
    return [
      { name: "Closing position", of: closing },
      { name: "Closing before investment and double running", of: before },
      underlying,
      ...others,
    ];
  return [
    { name: "Gap that is left", of: closing },
    { name: "Gap before investment and double running", of: before },
    underlying,
    { name: "Net budget", of: (year) => council(year).netBudget },
    { name: "Gap before reserves", of: (year) => council(year).gapBeforeReserves },
    { name: "Annual gap", of: (year) => council(year).annualGap },
    ...others,
  ];
}

/** The last year's steps as bars, and each line below them as a bar of its own. */
function lastYearBars(position: Position, ends: OutputCell[][]): OutputCell[][] {
  const steps = positionBridge(position, position.years.length - 1).slice(0, -1);
  const below = ends.flatMap((line) =>
    waterfall({ name: "", amount: Number(line.at(-1)) }, [], { name: "" }).slice(0, 1),
  );
  return [...steps, ...below].map((bar) => [...barCells(bar)].slice(2));
}
