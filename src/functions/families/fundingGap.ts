import { gapInLastYear, gapPath, type GapInputs } from "../../engine/gap";
import { preciseSum } from "../../engine/numbers/sum";
import { cell, column, frame, optional, row, sizeText } from "../arguments/arguments";
import { number, rate, whole } from "../arguments/elements";
import { invalidValue } from "../errors";
import { Frame } from "../arguments/frame";
import { defineFunction } from "../record";
import { yearLabel } from "../arguments/yearLabel";

/** Beyond this a path is a slip of the keyboard, and would stop Excel. */
const mostYears = 10_000;

const gapParameters = {
  baseline: column(number(), "Spend in the base year: one cell, or a column by cost category."),
  pressure: frame(
    rate(),
    "Yearly growth of need as fractions: one rate, a row by year, a column by category, or both.",
  ),
  funding: row(rate(), "Yearly growth of funding: one rate or a row by year."),
  years: optional(
    cell(whole({ min: 0, max: mostYears }), "Number of years, whole. Default: the longest row given, else 1."),
    undefined,
  ),
  efficiency: optional(frame(rate(), "Yearly efficiency, in the layout of pressure. Default 0."), undefined),
};

const baseFunding = optional(
  cell(number(), "Funding in the base year. Default: the sum of baseline; less than that is an opening deficit."),
  undefined,
);

const gapErrors = [
  "#VALUE! where pressure or efficiency has another number of rows than baseline, or a row is shorter than years.",
];

const savingsGap = defineFunction({
  name: "SAVINGSGAP",
  family: "Gap and compounding",
  description: "Funding gap that stays open in the last year: need, less efficiency, less funding.",
  parameters: { ...gapParameters, base_funding: baseFunding },
  result: "One cell, in the unit of baseline; positive is unfunded.",
  formula: "Σ baseline·Π(1 + pressure)·Π(1 − efficiency) − base_funding·Π(1 + funding)",
  notes: [
    "Growth and efficiency compound: 4% a year for six years is 26.5%, not 24%.",
    "Rates are all real or all cash; a gap between real need and cash funding means nothing.",
  ],
  errors: gapErrors,
  examples: [
    {
      formula: "SAVINGSGAP(113,4%,0%,6)",
      result: 29.981049090048,
      says: "Need that grows by 4% a year from £113bn against flat real funding: the £30bn gap of the Five Year Forward View.",
    },
    {
      formula: "SAVINGSGAP({70;40},{0.03;0.05},2%,3,{0.02;0})",
      result: 1.56473374088,
      says: "Two categories with their own pressure, efficiency in the first only: £1.6bn is left after three years.",
    },
  ],
  compute: (values) => gapInLastYear(gapInputs(values)),
});

const gapTable = defineFunction({
  name: "GAPTABLE",
  family: "Gap and compounding",
  description: "Need, funding, gap and savings year by year, the base year first.",
  parameters: {
    ...gapParameters,
    first_year: optional(
      cell(
        yearLabel(),
        'Label of the base year: a number (2015) or a fiscal year ("2015/16") that counts up. Default 0.',
      ),
      (offset: number): number | string => offset,
    ),
    base_funding: baseFunding,
  },
  result: "A table: Year, Need, Funding, Gap, Saved, Remaining; a row for the base year and each year after.",
  formula:
    "Need Σ baseline·Π(1 + pressure); Gap = Need − Funding; Saved: what efficiency takes off Need; Remaining = Gap − Saved",
  notes: ["The last row's Remaining is what SAVINGSGAP answers with the same arguments."],
  errors: gapErrors,
  examples: [
    {
      formula: 'GAPTABLE(113,4%,0%,2,,"2014/15")',
      result: [
        ["Year", "Need", "Funding", "Gap", "Saved", "Remaining"],
        ["2014/15", 113, 113, 0, 0, 0],
        ["2015/16", 117.52, 113, 4.52, 0, 4.52],
        ["2016/17", 122.2208, 113, 9.2208, 0, 9.2208],
      ],
      says: "The first two years of the way to the £30bn gap.",
    },
    {
      formula: "GAPTABLE(100,4%,1%,1,2%,2015,98)",
      result: [
        ["Year", "Need", "Funding", "Gap", "Saved", "Remaining"],
        [2015, 100, 98, 2, 0, 2],
        [2016, 104, 98.98, 5.02, 2.08, 2.94],
      ],
      says: "With an opening deficit of 2, a year's efficiency of 2% still leaves the gap wider than it began.",
    },
  ],
  compute({ first_year, ...values }) {
    const path = gapPath(gapInputs(values));
    return [
      ["Year", "Need", "Funding", "Gap", "Saved", "Remaining"],
      ...path.map((at, offset) => [first_year(offset), at.need, at.funding, at.gap, at.saved, at.remaining]),
    ];
  },
});

export const gapFunctions = [savingsGap, gapTable];

interface GapArguments {
  baseline: number[];
  pressure: Frame<number>;
  funding: number[];
  years: number | undefined;
  efficiency: Frame<number> | undefined;
  base_funding: number | undefined;
}

function gapInputs(given: GapArguments): GapInputs {
  const { baseline, pressure, efficiency = new Frame("efficiency", [[0]]) } = given;
  const funding = new Frame("funding", [given.funding]);
  const rates = [pressure, efficiency, funding];
  const years = given.years ?? Math.max(...rates.map((frame) => frame.columns));
  for (const frame of rates) {
    if (frame.rows !== 1 && frame.rows !== baseline.length) {
      throw invalidValue(
        `${frame.name} is ${frame.size} but baseline is ${sizeText(baseline.length, 1)}; ` +
          "give one row, or a row for each category of baseline.",
      );
    }
    if (frame.columns !== 1 && frame.columns < years) {
      throw invalidValue(
        `${frame.name} has ${frame.columns} years but ${years} are needed; give one cell, or a cell for each year.`,
      );
    }
  }
  const byYear = (frame: Frame<number>, row: number): number[] =>
    Array.from({ length: years }, (_, year) => frame.at(row, year));
  return {
    baseline,
    pressure: baseline.map((_, category) => byYear(pressure, category)),
    efficiency: baseline.map((_, category) => byYear(efficiency, category)),
    funding: byYear(funding, 0),
    baseFunding: given.base_funding ?? preciseSum(baseline),
    years,
  };
}
