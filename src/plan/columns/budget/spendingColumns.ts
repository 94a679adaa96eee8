import { defineColumns } from "../defineColumns";
import { phrases } from "../words/phrases";

const amount = { holds: "amount" } as const;
const rate = { holds: "rate", beyond: 1 } as const;

/** What is spent by category, and how it grows without any lever. */
export const spendingColumns = defineColumns("spending", [
  {
    id: "category",
    name: "Category",
    headings: phrases(`
      Cost category; Service; Budget line; Directorate; Area of spend; Categories; Cost categories; Spend category;
      Spending category; Category of spend; Area of spending; Area of expenditure; Spend area; Spending area;
      Services; Service line; Service area; Service name; Service block; Programme; Programme area; Budget lines;
      Budget heading; Budget area; Budget category; Cost line; Cost heading; Cost group; Cost type; Cost area;
      Cost base; Cost element; Line; Line item; Lines; Sector; Type of spend; Type of cost; Type of expenditure;
      Spend type; Spend line; Spending; Spending line; Expenditure type; Expenditure category; Expenditure heading;
      Expenditure line; Expenditure area; Expense type; Expense category; Expense; Expenses; Area; Care setting;
      Setting; Commissioned service; Point of delivery; POD; Division; Department; Care group; Business unit;
      Function; Functional area; Portfolio area; Portfolio; Subjective; Subjective category; Subjective heading;
      Subjective analysis; Account category; Account name; Account group; I&E line; I&E category; Description; Item;
      Heading; Name; Title; Budget holder area; Committee; Locality; Organisation; Specialty; Team; Cost driver
    `),
    sharedHeadings: phrases("Budget; Expenditure"),
    values: { holds: "name" },
    use: "plan",
    whenBlank: "the row is no category",
    help: "What the money is spent on: Acute care. Levers name it under Applies to.",
    template: { width: 28, example: "Acute care" },
  },
  {
    id: "base",
    name: "Base",
    headings: phrases(`
      Baseline; Budget; Outturn; Current spend; Actual; Expenditure; Base spend; Base spending; Base year;
      Base year spend; Base year cost; Base year budget; Baseline spend; Baseline cost; Baseline budget;
      Baseline value; Baseline expenditure; Opening; Opening spend; Opening budget; Opening cost; Opening position;
      Opening baseline; Out-turn; Outturn spend; Outturn expenditure; Final outturn; Actual outturn; Current cost;
      Current budget; Current expenditure; Current annual spend; Current annual budget; Current year budget;
      Current year; Base cost; Base amount; Base budget; Base value; Base expenditure; Actuals; Actual spend;
      Actual expenditure; Actual cost; Current; Spend; Spend value; Total spend; Annual spend; Annual expenditure;
      Annual cost; Annual budget; Annual plan; Total budget; Net budget; Gross budget; Approved budget;
      Revised budget; Original budget; Latest budget; Budget value; Budget amount; Full year budget; Net expenditure;
      Gross expenditure; Net cost; Gross cost; Net spend; Gross spend; Revenue budget; Total; Total cost;
      Total expenditure; Total outturn; Total base; Recurrent baseline; Recurrent budget; Underlying spend;
      Underlying position; Recurrent outturn; Amount; Value; Cost; Plan; Planned spend; Last year's spend
    `),
    sharedHeadings: phrases("Spending; Forecast outturn; Forecast"),
    values: amount,
    use: "plan",
    whenBlank: "the first of the amounts by year says where the plan begins",
    help: "Spend in the base year, the year before the plan's first: 100.",
    template: { width: 12, numberFormat: "#,##0.0", example: 100 },
  },
  {
    id: "growth",
    name: "Growth",
    headings: phrases(`
      Growth %; Annual growth; Uplift; Pressure; % growth; Growth rate; Growth rate %; Annual growth %;
      Annual growth rate; Yearly growth; Yearly growth %; Yearly growth rate; Growth pa; Growth p.a.; Growth % pa;
      Growth % p.a.; Growth per annum; Growth % per annum; Growth per year; Growth % per year; Growth a year;
      Growth % a year; Growth each year; Growth factor; Growth assumption; Growth assumptions; Total growth;
      Total growth %; Net growth; Cost growth; Cost growth %; Spend growth; Spend growth %; Spending growth;
      Expenditure growth; Budget growth; Real growth; Real growth %; Real terms growth; Real terms growth %;
      Cash growth; Cash growth %; Nominal growth; Pressures; Pressure %; Pressures %; Cost pressure; Cost pressures;
      Cost pressure %; Cost pressures %; Uplift %; Uplift rate; Annual uplift; Annual uplift %; Cost uplift;
      Cost uplift %; Trend; Trend growth; Trend %; Annual increase; Annual increase %; Increase %; % increase;
      Annual % change; Growth and inflation; Inflation and growth; Inflation and demand; CAGR
    `),
    sharedHeadings: phrases("Change; % change; Movement; Inflation; Demand"),
    values: rate,
    use: "plan",
    whenBlank: "columns by year or Inflation and Demand say how spend grows; else 0",
    help: "By which share spend grows each year without any lever: 4%.",
    template: { width: 12, numberFormat: "0.0%", example: 0.04 },
  },
  {
    id: "inflation",
    name: "Inflation",
    headings: phrases(`
      Inflation %; % inflation; Inflation rate; Rate of inflation; Annual inflation; Annual inflation %;
      Inflation p.a.; Inflation % p.a.; Inflation per annum; Inflation per year; Inflation a year; Inflation uplift;
      Inflation uplift %; Inflation assumption; Inflationary uplift; Inflationary pressure; Inflationary pressure %;
      Inflation factor; Price; Price %; Price growth; Price growth %; Price inflation; Price inflation %;
      Price increase; Price increase %; Price uplift; Prices; Price effect; Pay and price; Pay and price inflation;
      Pay & price inflation; Pay and prices; Pay award; Pay award %; Pay inflation; Pay inflation %;
      Non-pay inflation; Contract inflation; Cost inflation; Cost inflation %; Unit cost growth; Unit cost growth %;
      Unit cost inflation; GDP deflator; Deflator; CPI; RPI; Indexation; Indexation %; Tariff uplift;
      Tariff inflation; Cost uplift factor; CUF
    `),
    values: rate,
    use: "plan",
    whenBlank: "0 where Demand is given",
    help: "By which share prices and pay rise each year: 2%. With Demand it makes the growth, (1 + inflation) × (1 + demand) − 1.",
    template: null,
  },
  {
    id: "demand",
    name: "Demand",
    headings: phrases(`
      Demand %; % demand; Demand growth; Demand growth %; Demand growth rate; Growth in demand; Demand pressure;
      Demand pressures; Demand pressure %; Demand increase; Demand increase %; Demand uplift; Demand p.a.;
      Demand % p.a.; Annual demand growth; Demand assumption; Demand change; Demography; Demography %; Demographics;
      Demographic; Demographic growth; Demographic growth %; Demographic change; Demographic pressure;
      Demographic pressures; Demographic uplift; Non-demographic growth; Non-demographic growth %; Population growth;
      Population growth %; Population; Volume; Volume %; Volume growth; Volume growth %; Volume increase;
      Volume change; Activity; Activity %; Activity growth; Activity growth %; Activity increase; Caseload growth;
      Caseload growth %; Client growth; Need growth; Growth in need; Utilisation growth; Demand and demography;
      Demand and complexity
    `),
    values: rate,
    use: "plan",
    whenBlank: "0 where Inflation is given",
    help: "By which share the amount of service asked for grows each year: 2%.",
    template: null,
  },
]);
