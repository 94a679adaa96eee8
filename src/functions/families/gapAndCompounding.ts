import { compoundingBases, compoundSaving, compoundSavingOf } from "../../engine/compounding";
import { requiredEfficiency } from "../../engine/gap";
import { cell, frame, list, optional } from "../arguments/arguments";
import { choice, number, rate } from "../arguments/elements";
import { divisionByZero, invalidValue } from "../errors";
import { elementByElement, Frame } from "../arguments/frame";
import { gapFunctions } from "./fundingGap";
import { defineFunction, type FunctionRecord } from "../record";

const compoundEff = defineFunction({
  name: "COMPOUNDEFF",
  family: "Gap and compounding",
  description: "Saving from an efficiency that compounds year on year.",
  parameters: {
    rate: list(
      rate(),
      "One yearly efficiency, applied for all years, or a list of yearly rates; fractions (2% or 0.02).",
    ),
    years: optional(
      cell(
        number({ min: 0 }),
        "Number of years, 0 or more, fractions allowed with one rate. Default 1, or all of the list.",
      ),
      undefined,
    ),
    amount: optional(cell(number(), "What the efficiency works on, any unit. Default 1: the answer is a share."), 1),
    basis: optional(
      cell(
        choice(compoundingBases),
        '"cost" (default): unit cost falls by the rate; "productivity": output for the same money rises by it.',
      ),
      "cost",
    ),
  },
  result: "One cell: the saving in the last year, in the unit of amount.",
  formula: 'amount × (1 − Π(1 − r)), or with basis "productivity" amount × (1 − Π 1/(1 + r))',
  notes: [
    "Five years of 2% take 9.6% off, not 10%: each year works on what the years before have left.",
    "Productivity of 2% is not a cost cut of 2%: 2% more output for the same money lowers unit cost by 1.96%.",
  ],
  errors: ["#VALUE! where years is more than the list of rates has, or not whole with a list."],
  examples: [
    {
      formula: "COMPOUNDEFF(2%,5)",
      result: 0.0960792032,
      says: "Five years at the Spending Review's 2% a year take 9.6% off the cost base.",
    },
    {
      formula: "COMPOUNDEFF({0.01,0.02,0.03},,113)",
      result: 6.656378,
      says: "An efficiency that steps up from 1% to 3% saves £6.7bn on a budget of £113bn in its third year.",
    },
    { formula: "COMPOUNDEFF({0.01,0.02,0.03})", result: 0.058906, says: "The same as a share of the budget." },
    {
      formula: 'COMPOUNDEFF(2%,5,,"productivity")',
      result: 0.0942691901700842,
      says: "As productivity, 2% a year for five years saves a little less.",
    },
  ],
  compute({ rate: rates, years, amount, basis }) {
    if (rates.length === 1) return amount * compoundSaving(rates[0]!, years ?? 1, basis);
    if (years === undefined) return amount * compoundSavingOf(rates, basis);
    if (!Number.isInteger(years)) {
      throw invalidValue(`years is ${years}; with a list of yearly rates a whole number of years is needed.`);
    }
    if (years > rates.length) {
      throw invalidValue(`years is ${years}, but rate has only ${rates.length} yearly rates; give as many as years.`);
    }
    return amount * compoundSavingOf(rates.slice(0, years), basis);
  },
});

const requiredEff = defineFunction({
  name: "REQUIREDEFF",
  family: "Gap and compounding",
  description: "Constant yearly efficiency that brings need down to funding.",
  parameters: {
    need: frame(
      number({ min: 0 }),
      "Spend needed in the last year without efficiency, 0 or more; one cell or a range.",
    ),
    funding: frame(number({ min: 0 }), "Funding in the last year, 0 or more, in the same unit."),
    years: optional(
      frame(number({ min: 0 }), "Years over which the efficiency compounds, above 0. Default 1."),
      undefined,
    ),
  },
  result: "The size of the arguments: a yearly rate as a fraction; negative where there is headroom.",
  formula: "1 − (funding / need)^(1 / years)",
  notes: ["Compare it with what past years achieved: a required rate well above that is a plan that rests on hope."],
  errors: ["#DIV/0! in the cells where need or years is 0."],
  examples: [
    {
      formula: "REQUIREDEFF(136,114,5)",
      result: 0.034675811538468,
      says: "Need of £136bn meets funding of £114bn after five years only with 3.5% a year.",
    },
    {
      formula: "REQUIREDEFF({143;121},113,6)",
      result: [[0.03848277743015194], [0.011335715550839232]],
      says: "The £30bn gap of the Five Year Forward View asks for 3.8% a year over six years; a gap of £8bn for 1.1%.",
    },
  ],
  compute({ need, funding, years = new Frame("years", [[1]]) }) {
    return elementByElement([need, funding, years], (i, j) => {
      if (need.at(i, j) === 0) return divisionByZero("need is 0; nothing can be brought down to funding.");
      if (years.at(i, j) === 0) return divisionByZero("years is 0; an efficiency needs time to work.");
      return requiredEfficiency(need.at(i, j), funding.at(i, j), years.at(i, j));
    });
  },
});

export const gapAndCompounding: readonly FunctionRecord[] = [compoundEff, ...gapFunctions, requiredEff];
