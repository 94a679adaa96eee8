import { defineColumns } from "../defineColumns";
import { phrases } from "../words/phrases";

const amount = { holds: "amount" } as const;

/** The parts of a saving, what it is a part of, and the sums that a register makes. */
export const leverBaselinesColumns = defineColumns("levers", [
  {
    id: "recurrentSaving",
    name: "Recurrent saving",
    headings: phrases(`
      Recurrent savings; Recurrent amount; Recurrent value; Recurrent plan; Plan recurrent; Recurrent in-year;
      Recurrent in-year saving; Recurrent PYE; PYE recurrent; Recurrent effect; Recurring saving; Recurring savings;
      Recurring amount; Recurring value; Ongoing saving; Ongoing savings; Ongoing amount; Ongoing value;
      Permanent saving; Permanent savings; Of which recurrent; Saving recurrent; Savings recurrent; R saving;
      Rec saving; Rec savings; Recurrent total; Total recurrent; Total recurrent saving; Base budget saving
    `),
    sharedHeadings: phrases("Recurrent; Recurring; Rec; Ongoing; R"),
    values: amount,
    use: "plan",
    whenBlank: "where the non-recurrent part is given, none of the saving is recurrent",
    help: "The part of the saving that comes again every year: 0.6. Beside a non-recurrent part, one row makes two levers.",
    template: null,
  },
  {
    id: "nonRecurrentSaving",
    name: "Non-recurrent saving",
    headings: phrases(`
      Non-recurrent; Non-recurrent savings; Non-recurrent amount; Non-recurrent value; Non-recurrent plan;
      Plan non-recurrent; Non-recurrent in-year; Non-recurrent in-year saving; Non-recurrent PYE; PYE non-recurrent;
      Non-recurrent effect; Nonrecurrent; Nonrecurrent saving; Non-recurring; Non-recurring saving;
      Non-recurring savings; Non-recurring amount; One-off saving; One-off savings; One-off amount; One-off value;
      One off benefit; Temporary saving; Of which non-recurrent; Saving non-recurrent; Savings non-recurrent;
      NR saving; NR savings; Non-rec; Non-rec saving; Non-rec savings; Non-recurrent total; Total non-recurrent;
      Total non-recurrent saving; Time-limited saving
    `),
    sharedHeadings: phrases("One-off"),
    values: amount,
    use: "plan",
    whenBlank: "all of the saving is recurrent, where that part is given",
    help: "The part of the saving that counts once: 0.2. Beside a recurrent part, one row makes two levers.",
    template: null,
  },
  {
    id: "recurrentShare",
    name: "Recurrent %",
    headings: phrases(`
      % recurrent; Percentage recurrent; Recurrent percentage; Recurrent share; Share recurrent;
      Proportion recurrent; Recurrent proportion; Recurring %; % recurring; Recurring share; % of saving recurrent;
      Recurrent % of saving; Recurrence %
    `),
    values: { holds: "rate", beyond: 1 },
    use: "plan",
    whenBlank: "all of the saving is as Recurrent says",
    help: "The share of the saving that comes again every year: 60%. One row makes two levers of it.",
    template: null,
  },
  {
    id: "cashSaving",
    name: "Cash-releasing saving",
    headings: phrases(`
      Cashable saving; Cashable savings; Cashable benefits; Cash-releasing savings; Cash-releasing benefits;
      Cash savings; Of which cashable; Of which cash-releasing; CRES; CRB
    `),
    sharedHeadings: phrases("Cashable; Cash releasing?"),
    values: amount,
    use: "plan",
    whenBlank: "where the other part is given, none of the saving releases cash",
    help: "The part of the saving that leaves the budget: 0.6. Beside a part that releases no cash, one row makes two levers.",
    template: null,
  },
  {
    id: "nonCashSaving",
    name: "Non-cash-releasing saving",
    headings: phrases(`
      Non-cashable; Non-cashable saving; Non-cashable savings; Non-cashable benefits; Non-cash-releasing;
      Non-cash-releasing savings; Non-cash-releasing benefits; Non-cash savings; Of which non-cashable;
      Of which non-cash-releasing; NCRB
    `),
    values: amount,
    use: "plan",
    whenBlank: "all of the saving releases cash, where that part is given",
    help: "The part of the saving that frees time or capacity and no money: 0.2. Beside a part that releases cash, one row makes two levers.",
    template: null,
  },
  {
    id: "baselineCost",
    name: "Baseline cost",
    headings: phrases(`
      Baseline; Addressable spend; In scope; Current budget; Baseline spend; Baseline budget; Baseline value;
      Baseline amount; Base cost; Base budget; Base spend; Addressable cost; Addressable baseline; Addressable budget;
      Addressable; In-scope spend; Spend in scope; Budget in scope; Cost in scope; Scope; Scope value; Scope of spend;
      Current spend; Current cost; Current annual spend; Current expenditure; Current annual cost; Annual budget;
      Annual spend; Budget; Budget value; Total budget; Net budget; Gross budget; Controllable budget;
      Existing budget; Existing spend; Existing cost; Spend; Total spend; Total cost; Cost before; Expenditure;
      Budgeted cost; Net expenditure; Gross expenditure; Revenue budget; Contract value; Current contract value;
      Influenceable spend; Influenceable budget; Applicable spend; Spend baseline; Cost baseline; Budget baseline;
      Opening budget; Outturn
    `),
    sharedHeadings: phrases("Actual; Total"),
    values: amount,
    use: "plan",
    whenBlank: "a Saving % is of the categories' spend",
    help: "The spend that this lever acts on: 16.0. Beside a Saving % it makes the amount, baseline × %; else it is only shown.",
    template: null,
  },
  {
    id: "grossSaving",
    name: "Gross saving",
    headings: phrases(`
      Gross; Gross savings; Gross value; Gross amount; Gross plan; Gross planned saving; Gross benefit;
      Gross benefits; Gross CIP; Gross QIPP; Gross QIPP saving; Gross FYE; Gross full year saving;
      Gross annual saving; Gross efficiency; Gross opportunity; Saving gross; Savings gross; Total gross saving;
      Total gross savings; Unadjusted saving; Gross reduction; Gross impact; Saving before costs;
      Savings before costs; Saving before investment; Saving before reinvestment; Gross target
    `),
    sharedHeadings: phrases("Opportunity value; Potential saving"),
    values: amount,
    use: "plan",
    whenBlank: "the saving is taken as written",
    help: "The saving before it is cut by a rate of achievement or by costs: 1.6. Where a net saving stands beside it, that one counts; alone it is the saving.",
    template: null,
  },
  {
    id: "netSaving",
    name: "Net saving",
    headings: phrases(`
      Net; Net savings; Net value; Net amount; Net plan; Net planned saving; Net benefit; Net benefits; Net CIP;
      Net QIPP; Net QIPP saving; Net FYE; Net full year saving; Net annual saving; Net efficiency; Saving net;
      Savings net; Total net saving; Total net savings; Net reduction; Net impact; Net budget impact;
      Net financial impact; Net financial benefit; Saving after costs; Savings after costs; Saving net of costs;
      Savings net of costs; Saving net of investment; Saving net of one-off; Saving net of one-off cost;
      Saving net of one-off costs; Savings net of one-off costs; Net of one-off; Net of one-off costs; Net of costs;
      Net of investment; Saving after one-off costs; Saving after reinvestment; Net of reinvestment;
      Net budget reduction; Net position
    `),
    values: amount,
    use: "plan",
    whenBlank: "the saving is taken as written",
    help: "The saving after a rate of achievement or after costs: 0.8. Beside a gross saving this is what counts, and no further delivery is taken off.",
    template: null,
  },
  {
    id: "registerTotal",
    name: "Total of the periods",
    headings: phrases(`
      Total; Sum of years; All years; Programme total; Cumulative saving; Totals; Total saving; Total savings;
      Row total; Sum over years; Total over years; Total over period; Total over the period; Total over plan;
      Total all years; All years total; Total for all years; Total MTFS; MTFS total; Total MTFP; MTFP total;
      Total MTFS saving; Total over MTFS; Plan total; Period total; Two year total; Three year total; Four year total;
      Five year total; Total three years; Total four years; Total five years; Ten year total; Total programme;
      Lifetime saving; Lifetime savings; Lifetime value; Whole life saving; Whole-life savings; Cumulative total;
      Cumulative savings; Overall total; Overall saving; Overall savings; Grand total; Total benefit; Total benefits;
      Year total; Total for year; Total for the year; Total year; Full year total; Total full year; Annual total;
      Whole contract; Contract total; Sum of months; Total months; Total in year; In-year total; Total in-year saving; Total plan; Aggregate
    `),
    values: amount,
    use: "plan",
    whenBlank: "nothing is checked",
    help: "What the register itself adds up from its columns of years or months: 2.4. It checks them and is no saving of its own.",
    template: null,
  },
]);
