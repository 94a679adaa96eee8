import { defineColumns } from "../defineColumns";
import { phrases } from "../words/phrases";
import { referenceColumn, unitColumn } from "./sharedColumns";

/** What there is to spend; its rows add up. */
export const fundingColumns = defineColumns("funding", [
  {
    id: "category",
    name: "Funding",
    headings: phrases(`
      Source; Allocation; Income; Grant; Sources; Funding source; Funding sources; Source of funding; Source of funds;
      Source of income; Funding stream; Funding streams; Stream; Income stream; Allocations; Allocation type;
      Category; Line; Description; Item; Heading; Name; Resource; Resources; Resource type; Income source;
      Income category; Income type; Income line; Type of income; Type of funding; Funding type; Funding category;
      Funding line; Budget line; Budget heading; Fund; Fund name; Funder; Commissioner; Contract; Grant name; Grants;
      Revenue; Revenue source; Revenue stream; Financing; Financed by; Funded by; Settlement; Core funding;
      Funding and income; Funding available; Resources available
    `),
    values: { holds: "name" },
    use: "plan",
    whenBlank: "the row is no funding",
    help: "Where the money comes from: Core allocation. A row called reserves or one-off counts in its years and is gone after.",
    template: { width: 28, example: "Core allocation" },
  },
  {
    id: "base",
    name: "Base",
    headings: phrases(`
      Baseline; Outturn; Amount; Current allocation; Base funding; Base year; Base year funding; Base allocation;
      Base amount; Base budget; Base value; Base income; Baseline funding; Baseline allocation; Opening;
      Opening funding; Opening allocation; Opening budget; Out-turn; Actual; Actuals; Actual income; Actual funding;
      Current; Current funding; Current budget; Current income; Current year; Current year funding;
      Current year allocation; Recurrent allocation; Recurrent baseline; Recurrent funding; Notified allocation;
      Total; Total funding; Total allocation; Total income; Value; Budget; Annual budget; Annual funding;
      Annual allocation; Annual income; Income budget; Plan; Planned income; Funding amount; Funding value;
      Contract value; Grant amount; Grant value
    `),
    sharedHeadings: phrases("Allocation; Resources; Income; Revenue; Funding available; Resources available"),
    values: { holds: "amount" },
    use: "plan",
    whenBlank: "the amounts by year say it",
    help: "Funding in the base year, the year before the plan's first: 152.",
    template: { width: 12, numberFormat: "#,##0.0", example: 152 },
  },
  {
    id: "growth",
    name: "Growth",
    headings: phrases(`
      Growth %; % growth; Growth rate; Growth rate %; Annual growth; Annual growth %; Annual growth rate;
      Yearly growth; Yearly growth %; Growth pa; Growth p.a.; Growth % pa; Growth % p.a.; Growth per annum;
      Growth % per annum; Growth per year; Growth % per year; Growth a year; Growth % a year; Growth each year;
      Growth assumption; Growth factor; Funding growth; Funding growth %; Allocation growth; Allocation growth %;
      Income growth; Income growth %; Grant growth; Net growth; Real growth; Real growth %; Real terms growth;
      Real terms growth %; Cash growth; Cash growth %; Nominal growth; Uplift; Uplift %; Uplift rate; Annual uplift;
      Annual uplift %; Net uplift; Tariff uplift; Annual increase; Annual increase %; Increase %; % increase;
      Inflation; Inflation %; Inflation uplift; Indexation; Trend
    `),
    sharedHeadings: phrases("Change; % change; Movement"),
    values: { holds: "rate", beyond: 1 },
    use: "plan",
    whenBlank: "columns by year say how funding grows; else 0",
    help: "By which share funding grows each year: 1%.",
    template: { width: 12, numberFormat: "0.0%", example: 0.01 },
  },
  unitColumn,
  {
    id: "history",
    name: "Earlier years",
    headings: phrases(`
      History; Historic funding; Historic income; Prior year; Prior year actual; Prior year funding;
      Prior year income; Prior year budget; Prior year outturn; Previous year; Previous year actual;
      Previous year funding; Previous year income; Previous year budget; Last year; Last year actual;
      Last year's funding; Last year budget; Two years ago; Year before; PY; PY actual
    `),
    sharedHeadings: phrases("Actual; Actuals; Outturn"),
    values: { holds: "amount" },
    use: "set aside",
    whenBlank: "nothing",
    help: "Funding of years before the base year. Shown, and no part of the plan.",
    template: null,
  },
  {
    id: "variance",
    name: "Variance",
    headings: phrases(`
      Var; Variance %; Difference; Movement; Change; % change; Change %; Forecast; Forecast outturn; FOT;
      Year to date; YTD; YTD actual; Share of total; % of total; Share; Surplus/deficit; Shortfall
    `),
    values: { holds: "amount" },
    use: "set aside",
    whenBlank: "nothing",
    help: "The difference of two other columns, a forecast beside the allocation, or a share of the total.",
    template: null,
  },
  {
    ...referenceColumn,
    headings: phrases(`
      Ref; Ref no; Code; Account code; GL code; Ledger code; Fund code; Cost centre; Cost code; ID; No; #; Line no;
      Row
    `),
  },
  {
    id: "comments",
    name: "Comments",
    headings: phrases(`
      Comment; Notes; Note; Remarks; Commentary; Narrative; Basis; Basis of estimate; Assumption; Assumptions;
      Explanation; Details; Owner; Lead; Rationale; Certainty; Confirmed?; Status; Source of data; Data source;
      Recurrent?; R/NR; One-off or ongoing; Ring-fenced?; Price basis
    `),
    values: { holds: "text" },
    use: "kept",
    whenBlank: "nothing",
    help: "Anything said of the row.",
    template: null,
  },
]);
