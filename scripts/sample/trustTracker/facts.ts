/** assets/samples/facts/trust-tracker.json: a made-up trust's savings programme, month by month, and its budget. Amounts in `unit`. */
export interface TrackerFacts {
  title: string;
  year: string;
  /** Months of which there are actuals. */
  month: number;
  monthName: string;
  unit: string;
  about: string;
  divisions: string[];
  schemes: SchemeFact[];
  budget: { division: string; pay: number; nonPay: number }[];
  /** By which share pay and non-pay rise into the year. */
  uplifts: { pay: number; nonPay: number };
  income: { source: string; outturn: number; plan: number }[];
}

export interface SchemeFact {
  ref: string;
  name: string;
  division: string;
  workstream: string;
  lead: string;
  recurrence: "R" | "NR";
  cashReleasing: "Y" | "N";
  gate: string;
  status: string;
  rag: "R" | "A" | "G";
  /** ISO date. */
  start: string;
  /** April to March. */
  plan: number[];
  actual: number[];
  forecast: number[];
  qia: string;
  comment: string;
}
