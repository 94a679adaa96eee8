import { cell, cellTable, optional } from "../arguments/arguments";
import { content, label } from "../arguments/elements";
import { defineFunction } from "../record";
import {
  ask,
  errors,
  fund,
  funding,
  needed,
  notes,
  reading,
  register,
  scenario,
  method,
  spend,
  spending,
  target,
  twoLevers,
  usual,
} from "./planParameters";

const barHeadings = [
  "Step",
  "Amount",
  "Lift",
  "End",
  "Saving",
  "Baseline only",
  "Not identified",
  "Cost",
  "Saving above zero",
  "Saving below zero",
  "Baseline only above zero",
  "Baseline only below zero",
  "Not identified above zero",
  "Not identified below zero",
  "Cost above zero",
  "Cost below zero",
  "Across zero",
];

const planBridge = defineFunction({
  name: "PLANBRIDGE",
  family: "The plan in cells",
  description:
    "The bridge of a plan: from a year's gap through its savings to what remains, with the columns that draw it.",
  parameters: {
    ...usual,
    year: optional(cell(label(), 'Year of the bridge, "2026/27" or 2026. Default the last.'), ""),
  },
  result:
    "A table with a row a step: Step, Amount, and the columns of a stacked column chart: Lift (invisible), End, Saving, Baseline only, Not identified, Cost, and for bars that cross zero a part above and a part below it.",
  formula: "Remaining = gap − Σ savings",
  notes: [
    ...notes,
    "Chart all columns from Lift on as a stacked column chart and give Lift no fill. Beyond eight parts the smallest are one step.",
  ],
  errors: [...errors, "#VALUE! where the plan has no such year."],
  examples: [
    {
      formula: `PLANBRIDGE(${twoLevers},${spend},${fund})`,
      result: [
        barHeadings,
        ["Gap 2026/27", 6, 0, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        ["Agency", -6, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        ["Theatres", -4, 0, 0, -4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        ["Remaining gap 2026/27", -4, 0, -4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      ],
      says: "The gap of 6 in the last year is more than closed.",
    },
    {
      formula: `PLANBRIDGE(${twoLevers},${spend},${fund},,,,,2025)`,
      result: [
        barHeadings,
        ["Gap 2025/26", 3, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        ["Theatres", -4, 0, 0, 0, 0, 0, 0, 3, -1, 0, 0, 0, 0, 0, 0, -4],
        ["Agency", 0, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        ["Remaining gap 2025/26", -1, 0, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      ],
      says: "A year earlier only Theatres saves.",
    },
  ],
  compute: ({ year, ...given }) => ask({ table: "bridge", year }, given),
});

const planPosition = defineFunction({
  name: "PLANPOSITION",
  family: "The plan in cells",
  description: "How a plan moves the position from year to year: opening, steps, closing, underlying.",
  parameters: {
    register,
    ...needed,
    position: optional(
      cellTable(content(), "Position table with its headings: how the base year ended. Default none."),
      null,
    ),
    reading,
    scenario,
    method,
  },
  result: "A table with a row a step and a column a year; below the steps what they come to.",
  formula: "Closing = opening + Σ steps",
  notes: [...notes, "A surplus is positive; in a council's form, where the plan has pressures or reserves, costs are."],
  errors: [...errors, "#VALUE! where spending and funding say too little for a position."],
  examples: [
    {
      formula: `PLANPOSITION(${twoLevers},${spend},${fund})`,
      result: [
        ["Step", "2025/26", "2026/27"],
        ["Opening position", 0, 1],
        ["Growth", -4, -4],
        ["Funding", 1, 1],
        ["New recurrent savings", 4, 6],
        ["Closing position", 1, 4],
        ["Closing before investment and double running", 1, 4],
        ["Underlying position", 1, 4],
        ["Full-year effect still to come", 0, 0],
      ],
      says: "The position year by year, a surplus positive.",
    },
    {
      formula: `PLANPOSITION(${twoLevers},${spend},${fund},,,{"Kind","Name","Value";"Lever","Agency","off"})`,
      result: [
        ["Step", "2025/26", "2026/27"],
        ["Opening position", 0, 1],
        ["Growth", -4, -4],
        ["Funding", 1, 1],
        ["New recurrent savings", 4, 0],
        ["Closing position", 1, -2],
        ["Closing before investment and double running", 1, -2],
        ["Underlying position", 1, -2],
        ["Full-year effect still to come", 0, 0],
      ],
      says: "The same without the lever Agency, by a scenario of one row.",
    },
  ],
  compute: (given) => ask({ table: "position" }, given),
});

const planFindings = defineFunction({
  name: "PLANFINDINGS",
  family: "The plan in cells",
  description: "What reading the tables of a plan found: errors, open questions, warnings.",
  parameters: { register, spending, funding, target, reading },
  result:
    'A table: Level (Error, Question, Warning), Where (row and column within the argument), What; or "No findings".',
  formula: "As the pane's list of findings",
  notes,
  errors: [],
  examples: [
    {
      formula: `PLANFINDINGS(${twoLevers},${spend},${fund})`,
      result: "No findings",
      says: "Nothing in these tables needs a word.",
    },
    {
      formula: 'PLANFINDINGS({"Lever","Start","Saving £m";"Theatres",2025,4;"Agency",2026,"six"})',
      result: [
        ["Level", "Where", "What"],
        ["Error", "register: row 3, column 3", "'six' is text; an amount such as 2.5 is needed"],
      ],
      says: "The second saving is a text; its place is that within the argument.",
    },
  ],
  compute: (given) => ask({ table: "findings" }, given),
});

export const planMoves = [planBridge, planPosition, planFindings];
