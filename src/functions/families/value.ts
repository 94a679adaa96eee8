import { discountFactor, discountFactors } from "../../engine/value/discount";
import { netPresentValue } from "../../engine/value/netSaving";
import { partYearEffect } from "../../engine/value/partYear";
import { paybackYears } from "../../engine/value/payback";
import { inRealTerms } from "../../engine/value/prices";
import { cell, frame, optional } from "../arguments/arguments";
import { number, schedule, whole } from "../arguments/elements";
import { divisionByZero, notAvailable } from "../errors";
import { elementByElement, fullFrame, type Frame } from "../arguments/frame";
import { defineFunction, type ResultCell, type FunctionRecord } from "../record";

const scheduleHelp = '"greenbook", "health" (health effects only) or one real rate for every year as a fraction.';

const realNote =
  "Both schedules are real rates: discount real-terms amounts only, with inflation taken out (REALTERMS). " +
  '"health" is for health effects such as QALYs, never for money.';

const discount = defineFunction({
  name: "DISCOUNT",
  family: "Value",
  description: "Discount factor of a year.",
  parameters: {
    year: frame(whole({ min: 0 }), "Year, whole, 0 or more; year 0 is not discounted. One cell or a range."),
    schedule: optional(cell(schedule(), `${scheduleHelp} Default "greenbook".`), "greenbook"),
  },
  result: "The size of year: a factor; multiply an amount by it.",
  formula:
    "Π over the years 1…year of 1/(1 + rate); greenbook 3.5% to year 30, 3.0% to 75, 2.5% to 125, 2.0% to 200, 1.5% to 300, 1.0% after; health 1.5%, 1.29%, 1.07%, 0.86%, 0.64%, 0.43% in the same bands",
  notes: [realNote, "Rates of HM Treasury's Green Book, 2022 edition."],
  errors: [],
  examples: [
    {
      formula: "DISCOUNT(10)",
      result: 0.708918813709772,
      says: "A saving of £1,000 in ten years is worth £709 today.",
    },
    { formula: "DISCOUNT(31)", result: 0.345901369516798, says: "The 31st year is the first at 3.0%." },
    {
      formula: 'DISCOUNT({0,1,5},"health")',
      result: [[1, 0.985221674876847, 0.928260325]],
      says: "Factors for QALYs.",
    },
  ],
  compute: ({ year, schedule: rates }) => year.values.map((row) => row.map((value) => discountFactor(value, rates))),
});

const flows = {
  savings: frame(number(), "Savings: a column per year, the first is year 0; a row per scheme."),
  costs: frame(number(), "Costs of getting them, positive numbers, in the same layout; one cell serves every year."),
};

const netSaving = defineFunction({
  name: "NETSAVING",
  family: "Value",
  description: "Net present value of savings less costs.",
  parameters: {
    ...flows,
    schedule: optional(cell(schedule(), `${scheduleHelp} Default "greenbook".`), "greenbook"),
  },
  result: "One cell, or a row per scheme, in the unit of savings.",
  formula: "Σ (saving − cost) × discount factor, year 0 not discounted",
  notes: [
    realNote,
    "Double running and investment before the saving are costs; a programme that pays in the end may not pay in time (PAYBACK).",
  ],
  errors: [],
  examples: [
    {
      formula: "NETSAVING({0,10,20,20},{30,5,0,0},3.5%)",
      result: 11.5399859950846,
      says: "£30m of investment and £5m of double running for £20m a year from year 2: worth £11.5m after three years.",
    },
    {
      formula: "NETSAVING({0,10,20,20;0,5,5,5},{30,5,0,0;20,0,0,0})",
      result: [[11.5399859950846], [-5.99181509543174]],
      says: "Two schemes: the second has not paid back by then.",
    },
  ],
  compute({ savings, costs, schedule: rates }) {
    const { rows, columns } = fullFrame(savings, costs);
    return Array.from({ length: rows }, (_, scheme) => [
      netPresentValue(yearsOf(savings, scheme, columns), yearsOf(costs, scheme, columns), rates),
    ]);
  },
});

const payback = defineFunction({
  name: "PAYBACK",
  family: "Value",
  description: "Years until savings have paid for their costs for good.",
  parameters: {
    ...flows,
    schedule: optional(cell(schedule(), `${scheduleHelp} Default 0: not discounted.`), 0),
  },
  result: "One cell, or a row per scheme: years, straight line within the year.",
  formula:
    "Last time that the running total Σ (saving − cost) × discount factor is below zero, on to where it reaches zero",
  notes: [
    "A total that dips below zero again later has not paid back before that.",
    "A scheme that is never in debt pays back at once: 0.",
  ],
  errors: ["#N/A where the running total ends below zero."],
  examples: [
    {
      formula: "PAYBACK({0,10,20,20},{30,5,0,0})",
      result: 2.25,
      says: "£35m spent, £30m saved by the end of year 2: the rest comes in the first quarter of year 3.",
    },
    {
      formula: 'PAYBACK({0,10,20,20},{30,5,0,0},"greenbook")',
      result: 2.3602705625,
      says: "Discounted, it takes some six weeks longer.",
    },
  ],
  compute({ savings, costs, schedule: rates }) {
    const { rows, columns } = fullFrame(savings, costs);
    const factors = discountFactors(columns, rates);
    return Array.from({ length: rows }, (_, scheme): ResultCell[] => {
      const spent = yearsOf(costs, scheme, columns);
      const years = paybackYears(
        yearsOf(savings, scheme, columns).map((saving, year) => (saving - spent[year]!) * factors[year]!),
      );
      return [
        years ??
          notAvailable(`savings: row ${scheme + 1} never pays back its costs within the ${columns} years given.`),
      ];
    });
  },
});

function yearsOf(frame: Frame<number>, row: number, columns: number): number[] {
  return Array.from({ length: columns }, (_, year) => frame.at(row, year));
}

const partYear = defineFunction({
  name: "PARTYEAR",
  family: "Value",
  description: "What a saving is worth in the year it starts, in a full year, and on top in the next.",
  parameters: {
    annual: cell(number(), "Full-year effect."),
    start_month: cell(whole({ min: 1, max: 12 }), "Month in which the saving starts, 1 to 12 (10 is October)."),
    year_start: optional(
      cell(whole({ min: 1, max: 12 }), "Month in which the year starts, 1 to 12. Default 4, April."),
      4,
    ),
  },
  result: "One row: part-year effect, full-year effect, carry-forward, in the unit of annual.",
  formula: "annual × months left in the year / 12; carry-forward = full-year − part-year effect",
  notes: ["The carry-forward is next year's saving from this year's scheme: count it once, not again as a new saving."],
  errors: [],
  examples: [
    {
      formula: "PARTYEAR(12,10)",
      result: [[6, 12, 6]],
      says: "£12m a year from October: half in this year, half comes on top next year.",
    },
    {
      formula: "PARTYEAR(12.831,7,1)",
      result: [[6.4155, 12.831, 6.4155]],
      says: "The same in a calendar year, starting in July.",
    },
  ],
  compute({ annual, start_month, year_start }) {
    const effect = partYearEffect(annual, start_month, year_start);
    return [[effect.partYear, effect.fullYear, effect.carryForward]];
  },
});

const realTerms = defineFunction({
  name: "REALTERMS",
  family: "Value",
  description: "Cash amounts in the prices of a base year.",
  parameters: {
    cash: frame(number(), "Cash amounts: one cell or a range."),
    index: frame(number({ min: 0 }), "Price index of each amount's own year, above 0."),
    base_index: frame(number({ min: 0 }), "Price index of the base year."),
  },
  result: "The size of the arguments, in the prices of the base year.",
  formula: "cash × base_index / index",
  notes: ["Indices of fiscal and calendar years differ; never mix them."],
  errors: ["#DIV/0! in the cells where index is 0."],
  examples: [
    {
      formula: "REALTERMS(100,85.2137,100)",
      result: 117.352022034016,
      says: "£100 of a year when prices stood at 85.2 is £117 in base-year prices.",
    },
    {
      formula: "REALTERMS({111.56,115.61},{100,101.63},100)",
      result: [[111.56, 113.755780773394]],
      says: "The revenue budget of 2016/17 in the prices of 2015/16: £113.8bn, real growth of 2.0%.",
    },
  ],
  compute({ cash, index, base_index }) {
    return elementByElement([cash, index, base_index], (i, j) => {
      if (index.at(i, j) === 0) return divisionByZero("index is 0; prices cannot be compared with nothing.");
      return inRealTerms(cash.at(i, j), index.at(i, j), base_index.at(i, j));
    });
  },
});

export const value: readonly FunctionRecord[] = [discount, netSaving, payback, partYear, realTerms];
