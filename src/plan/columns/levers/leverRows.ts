import { measureChoices, unitChoices } from "../choices";
import { defineColumns } from "../defineColumns";
import { unitWords } from "../words/namedWords";
import { phrases } from "../words/phrases";
import { measureWords } from "../words/timingWords";

/** What a row says of its own amounts, where the rows of a register differ. */
export const leverRowsColumns = defineColumns("levers", [
  {
    id: "unit",
    name: "Unit",
    headings: phrases(`
      Units; Unit of measure; Unit of measurement; UoM; Currency; Currency unit; Denomination; In units of; Scale;
      Multiplier; Thousands or millions
    `),
    values: { holds: "words", words: unitWords, choices: unitChoices },
    use: "plan",
    whenBlank: "the unit of the headings and titles",
    help: "What a row's amounts are in, where rows differ: £k or £m.",
    template: null,
  },
  {
    id: "measure",
    name: "Measure",
    headings: phrases(`
      Plan/actual/forecast; Plan/actual; Plan or actual; Plan/forecast; Plan, actual or forecast;
      Plan/forecast/actual; Actual/plan; Actual/forecast; Actual or forecast; Actual/budget; Budget/actual;
      Planned/actual; Metric type; Measure type; Value type; Type of value; Type of figure; Figure; Figures; Scenario;
      Basis of figure; Data type; Line of figures; P/A/F; PAF; Version of figures
    `),
    values: { holds: "words", words: measureWords, choices: measureChoices },
    use: "plan",
    whenBlank: "the amounts are the plan",
    help: "Whether a row's amounts are the plan, the actual or the forecast, where a register gives each lever a row of each.",
    template: null,
  },
  {
    id: "period",
    name: "Period",
    headings: phrases(`
      Financial year; Fiscal year; Fin year; FY; F/Y; Month; Months; Month name; Month number; Month no;
      Reporting month; Reporting period; Accounting period; Period name; Period no; Period number; Quarter; Qtr;
      Calendar year; Calendar month; Year of plan; Plan year; Planning year; Year number; Year no; Year/month;
      Month/year; Month and year; Month ending; Period ending; Period end; Year ending; Year ended; Year end;
      Time period
    `),
    sharedHeadings: phrases("Year; Date; MTFS year; Budget year; Saving year; Year of saving; Year of impact"),
    values: { holds: "period" },
    use: "plan",
    whenBlank: "rows are not by period",
    help: "The year, quarter or month that a row's amount is of, where a lever has a row for each: 2026/27.",
    template: null,
  },
]);
