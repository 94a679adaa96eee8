import { defineColumns } from "../defineColumns";
import { phrases } from "../words/phrases";

const amount = { holds: "amount" } as const;

/** What a register tracks beside its plan: known, so that it is never taken for the saving. */
export const leverTrackingColumns = defineColumns("levers", [
  {
    id: "plan",
    name: "Plan",
    headings: phrases(`
      Planned; Plan amount; Planned amount; Original plan; Original plan value; Original saving; Original target;
      Original budget; Current plan; Latest plan; Revised plan; Revised saving; Revised target; Approved plan;
      Submitted plan; Final plan; Board plan; Baseline plan
    `),
    values: amount,
    use: "set aside",
    whenBlank: "the saving is the plan",
    help: "The planned amount. Where actual or forecast stands beside it, it is the saving.",
    template: null,
  },
  {
    id: "target",
    name: "Target for the savings",
    headings: phrases(`
      Requirement; Requirements; Savings requirement; Saving requirement; Required saving; Required savings;
      Savings required; Saving required; Efficiency requirement; CIP requirement; Allocated target; Target allocation;
      Share of target; Target share; Savings needed; Saving needed; Ask
    `),
    values: amount,
    use: "set aside",
    whenBlank: "nothing",
    help: "What is needed of the row, beside what was identified. It is no saving; its sum may be the plan's target.",
    template: null,
  },
  {
    id: "actual",
    name: "Actual",
    headings: phrases(`
      Actuals; Actual saving; Actual savings; Actual value; Actual amount; Actual delivery; Actual delivered;
      Actual achieved; Actual benefit; Actual PYE; Actual FYE; Actual in-year; Delivered; Delivered saving;
      Delivered savings; Saving delivered; Savings delivered; Amount delivered; Value delivered; Achieved;
      Achieved saving; Achieved savings; Saving achieved; Savings achieved; Amount achieved; Actual savings delivered;
      Actual savings achieved; Realised; Realised saving; Realised savings; Savings realised; Realised benefit;
      Benefits realised; Realized; Realized savings; Actual recurrent; Actual non-recurrent; Achieved FYE; Secured;
      Savings secured; Saving secured; Banked; Full year actual; Actual full year; Actual outturn; Final outturn;
      Outturn saving; Outturn savings; Gross actual; Net actual; Gross savings achieved; Net savings achieved;
      Actuals to date full year; Validated actual
    `),
    sharedHeadings: phrases("Outturn; Delivered to date"),
    values: amount,
    use: "set aside",
    whenBlank: "nothing is known to have been delivered",
    help: "What was delivered. It is for tracking and never the saving.",
    template: null,
  },
  {
    id: "forecast",
    name: "Forecast",
    headings: phrases(`
      FOT; Forecast outturn; Forecast out-turn; Forecast saving; Forecast savings; Forecast value; Forecast amount;
      Forecast delivery; Forecast achievement; Forecast full year; Full year forecast; Forecast PYE; Forecast FYE;
      FYE forecast; PYE forecast; Forecast FYE saving; Forecast in-year; In-year forecast; Forecast year end;
      Year end forecast; Forecast outturn saving; Forecast benefit; Forecast recurrent; Recurrent forecast;
      Forecast non-recurrent; Non-recurrent forecast; Fcst; FCast; F'cast; Latest forecast; Current forecast;
      Revised forecast; Annual forecast; Most likely forecast; Projected outturn; Projection; Projected;
      Projected delivery; Expected outturn; Estimated outturn; Outlook; FY forecast; Anticipated outturn;
      Predicted outturn; LBE; Gross forecast; Net forecast; Savings anticipated; Achieved/anticipated;
      Savings achieved/anticipated; Gross savings achieved/anticipated
    `),
    values: amount,
    use: "set aside",
    whenBlank: "no forecast is given",
    help: "What the owner now expects of the lever. It is for tracking and never the saving.",
    template: null,
  },
  {
    id: "variance",
    name: "Variance",
    headings: phrases(`
      Var; Vary; Variance to plan; Variance from plan; Variance against plan; Variance to target; Variance vs plan;
      Plan variance; Variance %; Var %; % variance; Forecast variance; FOT variance; YTD variance;
      Year to date variance; Variance to date; Variance YTD; Full year variance; Variance full year; In-year variance;
      Outturn variance; Variance to forecast; Difference; Diff; Difference to plan; Movement; Movement in month;
      Movement from last month; Change; Change from last month; Change since last month; Shortfall; Savings shortfall;
      Over/under delivery; Over (under) achievement; Under-delivery; Over-delivery; Under/over delivery; Slippage;
      Slippage value; Amount undelivered; Undelivered; Unachieved; Not achieved; Not delivered; Savings not delivered;
      Gap; Gap to plan; Gap to target; Remaining; Balance; Balance to find; Balance to deliver; Still to deliver;
      Remaining to deliver; To be delivered; Savings at risk; At risk; Amount at risk; Value at risk; Gross variance;
      Net variance; Gross variance %; Net variance %; Net savings at risk; Unachievable savings; Savings unachieved
    `),
    values: amount,
    use: "set aside",
    whenBlank: "nothing",
    help: "The difference of two other columns. It is never the saving.",
    template: null,
  },
  {
    id: "toDate",
    name: "To date",
    headings: phrases(`
      Year to date; YTD; Delivered to date; Achieved to date; Saving to date; Savings to date; Actual to date;
      Actual YTD; YTD actual; YTD actuals; Year to date actual; Savings delivered to date; Savings achieved to date;
      Delivered YTD; Achieved YTD; YTD delivered; YTD achieved; YTD delivery; YTD saving; YTD savings; Plan to date;
      YTD plan; Plan YTD; Year to date plan; Planned to date; YTD target; YTD budget; YTD forecast; Forecast to date;
      Cumulative to date; Cumulative actual; Cumulative plan; Saved to date; Realised to date; Benefit to date;
      Benefits to date; Cum actual; Cum plan; In month; In month actual; In month plan; Current month;
      Current month actual; Current month plan; This month; Month actual; Month plan; Spend to date;
      Investment to date
    `),
    values: amount,
    use: "set aside",
    whenBlank: "nothing",
    help: "Plan or actual of the months up to the report. It is for tracking and never the saving.",
    template: null,
  },
  {
    id: "progress",
    name: "% complete",
    headings: phrases(`
      Complete; Complete %; Percentage complete; % completed; Completed %; Percentage completed; Progress %;
      % progress; Percentage progress; % delivered; Delivered %; Percentage delivered; % delivered to date;
      % achieved; Achieved %; Percentage achieved; % achieved to date; % of plan delivered; % of plan achieved;
      % of plan; % of target; % of target achieved; % of target delivered; % against plan; Delivery to date %; % YTD;
      % realised; % of total; Share of total; % of total savings; % share; % of programme; % of CIP; % secured;
      Completion %; % completion; Milestones complete %; Stage % complete; % forecast; Forecast %; % plan;
      % forecast delivery; Forecast delivery %
    `),
    values: { holds: "rate", beyond: 1 },
    use: "set aside",
    whenBlank: "nothing",
    help: "How far the work is, or how much of the plan has come. It is no saving and no delivery rate.",
    template: null,
  },
  {
    id: "riskAdjusted",
    name: "Risk-adjusted saving",
    headings: phrases(`
      Risk-adjusted; Risk adjusted savings; Risk-adjusted value; Risk-adjusted amount; Risk-adjusted plan;
      Risk-adjusted forecast; Risk-adjusted FYE; Risk-adjusted PYE; Risk adjusted full year; Risk adjusted FOT;
      Risk adjusted outturn; Risk-adjusted total; Risk adjusted benefit; Risk-weighted; Risk-weighted saving;
      Risk weighted savings; Risk-weighted value; Weighted saving; Weighted savings; Weighted value; Weighted amount;
      Probability weighted; Probability-weighted saving; Probability weighted value; Probability adjusted saving;
      Confidence weighted; Confidence-adjusted saving; Confidence weighted value; Expected value; RAG adjusted;
      RAG adjusted saving; RAG-adjusted value; RAG weighted; Risk assessed; Risk assessed value; Risk rated value;
      RAF; Risk adjusted CIP; Adjusted saving; Adjusted savings; Adjusted value; Discounted saving; Risk provision
    `),
    values: amount,
    use: "set aside",
    whenBlank: "nothing",
    help: "The register's own product of a saving and its chance. Delivery is taken off once, by the plan, so that this is never the saving.",
    template: null,
  },
  {
    id: "lastYear",
    name: "Last year's saving",
    headings: phrases(`
      Last year saving; Last year savings; Last year's savings; Last year actual; Last year's actual; Last year plan;
      Previous year; Previous year saving; Previous year's saving; Previous year savings; Previous year's savings;
      Previous year actual; Previous year plan; Previous years; Previous years' savings; Prior year;
      Prior year saving; Prior year savings; Prior year actual; Prior year plan; Prior year FYE; Prior years; PY;
      PY saving; PY savings; PY actual; PY FYE; FYE of prior year; FYE of prior year schemes; FYE of last year;
      FYE from last year; Saved last year; Delivered last year; Achieved last year; Savings delivered last year;
      Historic savings; Historical savings; Savings to date (prior years); Already delivered; Savings already made;
      Last month; Previous month; Previous forecast; Last month forecast; Last forecast; Previous plan
    `),
    values: amount,
    use: "set aside",
    whenBlank: "nothing",
    help: "What was saved in a year before the plan's. It is in the outturn already and never the saving.",
    template: null,
  },
]);
