/** assets/samples/facts/council-mtfs.json: a made-up council's medium-term financial strategy. Amounts in `unit`. */
export interface MtfsFacts {
  title: string;
  about: string;
  unit: string;
  baseYear: string;
  years: string[];
  /** Net budgets of the base year, and by which share prices raise them in each year. */
  budgets: { directorate: string; base: number; inflation: number[] }[];
  proposals: ProposalFact[];
  councilTax: { name: string; base: number; baseGrowth: number[]; rate: number[] };
  otherFunding: { name: string; base: number; amounts: number[] }[];
  /** In the base year, and in the years after the first, which takes what it needs to balance. */
  reservesUsed: { base: number; later: number[] };
  /** What goes in or out by year; the one that balances the budget is used as Funding says. */
  reserves: { name: string; opening: number; use: number[] | "funding" }[];
}

export interface ProposalFact {
  ref: string;
  directorate: string;
  name: string;
  type: string;
  /** New in each year; below zero lowers the budget. */
  amounts: number[];
  lasting: string;
  posts: number | null;
  eia: string;
  rag: string;
  member: string;
}
