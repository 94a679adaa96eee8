import { defineColumns } from "../defineColumns";
import { phrases } from "../words/phrases";

const amount = { holds: "amount" } as const;

/** What a lever costs, and what it takes and leaves elsewhere. */
export const leverCostsColumns = defineColumns("levers", [
  {
    id: "investment",
    name: "Investment",
    headings: phrases(`
      Investment required; One-off cost; Implementation cost; Capital; Cost to achieve; Investment needed;
      Investment cost; Investment costs; Investment value; Investment amount; Required investment; One-off investment;
      One-off investment required; One off investment cost; One-off costs; One-time cost; One-time costs;
      Up-front cost; Upfront cost; Up-front costs; Upfront investment; Up-front investment; Initial investment;
      Initial cost; Implementation costs; Cost of implementation; Costs of implementation; Cost to implement;
      Set-up cost; Set-up costs; Setup cost; Setup costs; Costs to achieve; Cost of delivery; Costs of delivery;
      Cost to deliver; Delivery cost; Delivery costs; Cost of change; Costs of change; Change costs; Project cost;
      Project costs; Programme costs; Enabling cost; Enabling costs; Invest to save; Invest to save cost;
      Invest-to-save required; Invest to save funding; Pump priming; Transformation cost; Transformation costs;
      Transformation funding required; Capital cost; Capital costs; Capital required; Capital requirement;
      Capital investment; Capital investment required; Capex; Capex required; Redundancy cost; Redundancy costs;
      Redundancy; Severance costs; Exit costs; Funding required; Resource cost; Revenue investment;
      Revenue cost one-off; Non-recurrent cost; Non-recurrent costs; Non-recurrent investment; NR cost; NR investment;
      Total investment; Total cost of delivery
    `),
    sharedHeadings: phrases("Costs; Cost; Transition cost; Transition costs"),
    values: amount,
    use: "plan",
    whenBlank: "0",
    help: "What is spent once to bring the lever about: 1.5.",
    template: null,
  },
  {
    id: "investmentYear",
    name: "Investment year",
    headings: phrases(`
      Year of investment; Invest year; Investment in; Investment FY; Year invested; Investment date;
      Date of investment; Investment needed in; Investment required in; Year investment required;
      Year investment needed; Year of one-off cost; One-off cost year; Year of cost; Capital year; Year of capital;
      Year of capital spend; Capex year; Implementation cost year; Investment timing
    `),
    values: { holds: "year" },
    use: "plan",
    whenBlank: "the Start year",
    help: "The year in which the investment is spent: 2025/26.",
    template: null,
  },
  {
    id: "fundedFrom",
    name: "Funded from",
    headings: phrases(`
      Funding source; Source of funding; Source of investment; Source of funds; Investment source;
      Investment funding source; Investment funded from; Investment funding; How funded; Funded by;
      Funding for investment; Funding of investment; Financed by; Financed from; Source of finance; Funding route;
      Funding stream; Costs funded from; One-off costs funded from; Reserve used; Reserve; Capital or revenue;
      Capital/revenue; Revenue or capital; Funding; Funding method
    `),
    values: { holds: "text" },
    use: "kept",
    whenBlank: "not stated",
    help: "What pays for the investment: Transformation reserve.",
    template: null,
  },
  {
    id: "runningCost",
    name: "Running cost",
    headings: phrases(`
      Running costs; Recurrent cost; Ongoing cost; Annual cost; Running cost per year; Running cost a year;
      Running cost p.a.; Annual running cost; Annual running costs; Recurrent costs; Recurrent cost of delivery;
      Recurrent investment; Recurrent investment required; Recurring cost; Recurring costs; Recurring investment;
      Ongoing costs; Ongoing investment; Annual costs; Yearly cost; Yearly costs; Cost per year; Cost a year;
      Cost p.a.; Cost per annum; Costs per annum; Operating cost; Operating costs; Opex; Maintenance cost;
      Revenue cost; Revenue costs; Revenue consequences; Recurrent revenue cost; Reinvestment; Reprovision cost;
      Re-provision cost; Cost; Costs; Scheme cost; Scheme costs; Cost of scheme; Associated costs; Related costs;
      Offsetting costs; Licence cost; Annual licence cost
    `),
    values: amount,
    use: "plan",
    whenBlank: "0",
    help: "What the lever costs in each active year: 0.2.",
    template: null,
  },
  {
    id: "doubleRunning",
    name: "Double running",
    headings: phrases(`
      Double running cost; Double running costs; Double running cost per year; Double running p.a.; Dual running;
      Dual running cost; Dual running costs; Parallel running; Parallel running cost; Parallel running costs;
      Transition cost; Transition costs; Transitional cost; Transitional costs; Transition funding;
      Transitional funding; Bridging cost; Bridging costs; Bridging funding; Overlap cost; Overlap costs;
      Cost of double running; Stranded costs; Stranded cost
    `),
    values: amount,
    use: "plan",
    whenBlank: "0",
    help: "What it costs a year, from Start, to run the old beside the new: 0.3.",
    template: null,
  },
  {
    id: "doubleRunningYears",
    name: "Double-running years",
    headings: phrases(`
      Years of double running; Double running for; Double running years needed; Double running period;
      Double running duration; Number of years of double running; Length of double running; Dual running years;
      Dual running period; Years of dual running; Dual running duration; Parallel running years;
      Parallel running period; Parallel running duration; Years of parallel running; Transition years;
      Transition period; Years of transition; Bridging period
    `),
    values: { holds: "number" },
    use: "plan",
    whenBlank: "1 year",
    help: "For how many years double running costs: 2.",
    template: null,
  },
  {
    id: "costReleased",
    name: "Cost released %",
    headings: phrases(`
      Cost released; % cost released; Costs released %; Percentage of cost released; System release %; Share released;
      Share of cost released; System share; System saving %; System benefit %; % system benefit; Released to system;
      Released to the system; % released to system; Share leaving the system; Share that leaves the system;
      Release rate; Release rate %; Real cost release %; Cost release %; Cost-release rate; Real saving to system %;
      % of saving real to system; Share real to the system
    `),
    values: { holds: "rate", beyond: 1 },
    use: "plan",
    whenBlank: "100%",
    help: "The share of the saving that leaves the system as a whole, where one body's saving is partly another's loss of income: 60%.",
    template: null,
  },
  {
    id: "effort",
    name: "Effort",
    headings: phrases(`
      Capacity needed; PMO days; Resource needed; Delivery effort; Effort (days); Effort WTE; Effort FTE;
      Effort score; Effort required; Effort needed; Level of effort; Capacity required; Capacity used;
      Delivery capacity; Delivery capacity needed; Delivery resource; Delivery resources; Delivery WTE; Delivery FTE;
      Resource required; Resources needed; Resources required; Resource requirement; Resource days; PMO resource;
      Project days; Person days; Man days; Staff days; Days of effort; Days needed; WTE needed; WTE required;
      FTE required; FTE needed; WTE to deliver; FTE to deliver; Project WTE; Project FTE
    `),
    sharedHeadings: phrases("WTE; FTE"),
    values: { holds: "number" },
    use: "plan",
    whenBlank: "0",
    help: "The delivery capacity that the lever uses in each active year, in any one unit: 40 days.",
    template: null,
  },
]);
