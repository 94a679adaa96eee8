import { defineColumns } from "../defineColumns";
import { phrases } from "../words/phrases";
import { referenceColumn, unitColumn } from "./sharedColumns";

const part = { values: { holds: "amount" }, use: "set aside", whenBlank: "nothing", template: null } as const;

/** What stands beside the spending: parts of a total, units, history, notes. */
export const spendingParts = defineColumns("spending", [
  {
    ...part,
    id: "pay",
    name: "Pay",
    headings: phrases(`
      Pay budget; Pay cost; Pay costs; Pay spend; Total pay; Pay bill; Paybill; Employee costs; Employees;
      Employee expenses; Staff costs; Staff cost; Staffing; Staffing costs; Salaries; Salaries and wages; Wages;
      Wages and salaries; Workforce; Workforce costs; Substantive pay; Agency; Agency pay; Bank; Medical pay;
      Nursing pay; Personnel; Personnel costs
    `),
    help: "The part of a total that is pay. The total beside it counts; alone, it and its sisters are added.",
  },
  {
    ...part,
    id: "nonPay",
    name: "Non-pay",
    headings: phrases(`
      Nonpay; Non-pay budget; Non-pay cost; Non-pay costs; Non-pay spend; Total non-pay; Other non-pay;
      Non-staff costs; Supplies and services; Supplies & services; Supplies; Goods and services; Other costs;
      Other expenditure; Other expenses; Running costs; Premises; Premises costs; Transport; Third party payments;
      Transfer payments; Clinical supplies; Operating costs; Other operating expenses; Contracts; Non-employee costs;
      Non-personnel
    `),
    help: "The part of a total that is not pay. The total beside it counts; alone, it and its sisters are added.",
  },
  {
    ...part,
    id: "drugs",
    name: "Drugs",
    headings: phrases(`
      Drug costs; Drugs budget; Drugs cost; Drugs spend; Drug spend; Medicines; Medicines cost; Medicines budget;
      Medicines spend; Prescribing; Prescribing costs; Prescribing budget; Pharmacy; Pharmaceuticals;
      Pharmaceutical spend; High cost drugs; Pass-through drugs
    `),
    help: "The part of a total that is drugs. The total beside it counts; alone, it and its sisters are added.",
  },
  {
    ...part,
    id: "income",
    name: "Income",
    headings: phrases(`
      Income budget; Fees and charges; Fees & charges; Sales, fees and charges; Other income; Income generated;
      Customer and client receipts; Client contributions; Specific grants; Ring-fenced grants; Service income;
      Gross income; Total income; Recharges; Internal recharges; Recoveries
    `),
    help: "Income that a category earns. The net total beside it counts.",
  },
  unitColumn,
  {
    id: "history",
    name: "Earlier years",
    headings: phrases(`
      History; Historic spend; Historical spend; Historic; Prior year; Prior year spend; Prior year actual;
      Prior year budget; Prior year outturn; Previous year; Previous year spend; Previous year actual;
      Previous year budget; Previous year outturn; Last year; Last year actual; Last year budget; Last year outturn;
      Two years ago; Year before; Restated prior year; Audited accounts; Comparator; PY; PY actual
    `),
    sharedHeadings: phrases("Actual; Actuals; Outturn"),
    values: { holds: "amount" },
    use: "set aside",
    whenBlank: "nothing",
    help: "Spend of years before the base year, such as 2022/23 actual beside 2023/24 outturn. Shown, and no part of the plan.",
    template: null,
  },
  {
    ...part,
    id: "forecast",
    name: "Forecast",
    headings: phrases(`
      Forecast outturn; FOT; Forecast spend; Full year forecast; Year end forecast; Forecast for the year;
      Projected outturn; Year to date; YTD; YTD actual; YTD budget; YTD spend; Actual to date; Budget to date;
      Spend to date; In month
    `),
    help: "What this year is expected to come to, or has come to so far, beside the budget.",
  },
  {
    ...part,
    id: "variance",
    name: "Variance",
    headings: phrases(`
      Var; Variance %; Forecast variance; YTD variance; Year to date variance; Difference; Movement; Change; % change;
      Change %; Over/under spend; Overspend; Underspend; Under/over spend; Savings; Saving; Savings target;
      Efficiency target; Savings required; Share of total; % of total; Share; % of spend; % of budget; Share of spend
    `),
    help: "The difference of two other columns, or a share of the total.",
  },
  {
    ...referenceColumn,
    headings: phrases(`
      Ref; Ref no; Code; Cost centre; Cost center; Cost centre code; Cost code; Account code; GL code; Ledger code;
      Subjective code; Budget code; ID; No; #; Line no; Line number; Row; Row no
    `),
  },
  {
    id: "comments",
    name: "Comments",
    headings: phrases(`
      Comment; Notes; Note; Remarks; Commentary; Narrative; Source; Source of data; Data source; Basis;
      Basis of estimate; Assumption; Assumptions; Explanation; Details; Definition; Driver; Drivers; Growth driver;
      Budget holder; Owner; Lead; Budget manager; Lead director; Director; Responsible officer; Rationale; Price basis
    `),
    values: { holds: "text" },
    use: "kept",
    whenBlank: "nothing",
    help: "Anything said of the row: who holds the budget, what growth rests on.",
    template: null,
  },
]);
