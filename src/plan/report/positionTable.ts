import type { Breakdown } from "../breakdown";
import type { Position, PositionYear } from "../position";
import { barHeadings, barRows, barSeries } from "./bridge/barColumns";
import { valueAxisTitle } from "./bridge/bridgeTable";
import { figure, isNothing } from "./words/figures";
import { amountFormat, decimalsIn } from "./numberFormats";
import type { OutputCell, OutputTable } from "./outputTable";
import { budgetLessFunding, netOfFunding, positionBridge } from "./bridge/positionBridge";
import { noteLinesOf, tableIdentity } from "./tableIdentity";

/** A row a step, a column a year, below the steps what they come to; the last year as a bridge, and the columns that draw it. */
export function positionTable(breakdown: Breakdown, position: Position): OutputTable {
  const { unit, scenario } = breakdown;
  const { years, form } = position;
  const isCouncil = form === "council";
  const format = amountFormat(breakdown);
  const decimals = decimalsIn(format);
  const steps = (years[0]?.steps ?? []).map(({ name }, at) => [
    name,
    ...years.map((year) => year.steps[at]?.amount ?? 0),
  ]);
  const hasApart = years.some(({ notInSpendingAndFunding: apart }) => (apart ?? 0) !== 0);
  const ends = endLines(isCouncil, hasApart).map(({ name, of }) => [name, ...years.map(of)]);
  const bars = positionBridge(position, years.length - 1, decimals);
  const drawn = barRows(bars);
  const blank = barHeadings.map(() => null);
  const rows = [...steps, ...ends].map((row, at): OutputCell[] => [...row, ...(drawn[at] ?? blank)]);
  const message = positionMessage(
    position,
    (amount) => figure(amount, decimals, { locale: "en-GB", unit }),
    (amount) => isNothing(amount, decimals),
  );
  return {
    ...tableIdentity("position", scenario),
    title: `${isCouncil ? "Budget and gap" : "Position"} year by year, ${scenario}`,
    noteLines: [
      message,
      ...noteLinesOf(breakdown),
      isCouncil
        ? "Costs are positive: the steps sum to the gap that is left. Annual gap: what the year adds to the gap before reserves."
        : "A surplus is positive: the steps sum to the closing position.",
      "Underlying: without non-recurrent savings, one-off funding, investment and double running.",
    ],
    fitsOnePage: true,
    header: ["Step", ...years.map(({ year }) => year), ...barHeadings],
    rows,
    numberFormats: rows.map((row) => row.map((_, at) => (at === 0 || at === years.length + 1 ? "@" : format))),
    hiddenColumns: barHeadings,
    chart: {
      kind: "bridge",
      title: message,
      valueAxisTitle: valueAxisTitle(breakdown),
      numberFormat: format,
      categories: "Bar",
      barCount: bars.length,
      series: barSeries(format, isCouncil),
    },
  };
}

/** What the last year comes to, and what it is without what does not come again; of a council, how the first year balances too. */
export function positionMessage(
  { form, years }: Position,
  money: (amount: number) => string,
  none: (amount: number) => boolean,
): string {
  const last = years.at(-1);
  if (!last) return "";
  if (form === "council") return councilMessage(years, last, money, none);
  return `${last.year}: closing position ${money(last.closing)}, underlying position ${money(last.underlying)}.`;
}

function councilMessage(
  years: readonly PositionYear[],
  last: PositionYear,
  money: (amount: number) => string,
  none: (amount: number) => boolean,
): string {
  const [first] = years;
  const underlying = none(last.underlying - last.closing) ? "" : `, underlying gap ${money(last.underlying)}`;
  const end = `${last.year}: gap that is left ${money(last.closing)}${underlying}`;
  if (!first?.council || first === last) return `${end}.`;
  const used = first.council.gapBeforeReserves - first.closing;
  const using = used > 0 && !none(used) ? ` using ${money(used)} of reserves and one-off funding` : "";
  const toFind = none(last.closing)
    ? `${last.year} balances`
    : last.closing > 0
      ? `${money(last.closing)} is to be found by ${last.year}`
      : `${last.year} has ${money(-last.closing)} over`;
  if (none(first.closing)) return `${first.year} balances${using}; ${toFind}${underlying}.`;
  const short = first.closing > 0 ? `is ${money(first.closing)} short` : `has ${money(-first.closing)} over`;
  return `${first.year} ${short}${used > 0 && !none(used) ? ` after${using}` : ""}; ${toFind}${underlying}.`;
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
    { name: budgetLessFunding, of: ({ steps }) => netOfFunding(steps)[0]?.amount ?? 0 },
  ];
}
