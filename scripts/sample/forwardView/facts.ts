/** assets/samples/facts/forward-view.json: what has been published, and what is ours ("computed", "assumed"). Amounts in `unit`. */
export interface Facts {
  title: string;
  unit: string;
  priceBasis: string;
  baseYear: string;
  years: string[];
  sources: Record<string, string>;
  need: { base: Fact; growth: Fact; rise: Fact };
  funding: { rise: Fact; path: { source: string; note: string } };
  savings: {
    total: { value: number; source: string };
    deliveredFirstYear: Fact;
    phasing: { source: string; note: string };
    levers: LeverFact[];
  };
  scenario: { name: string; overlap: "all" };
  caveats: string[];
}

interface Fact {
  value: number;
  source: string;
  note: string;
}

interface LeverFact {
  name: string;
  group: string;
  saving: number;
  start: string;
  phasing: string;
  ramp: number;
  type: string;
  status: string;
  source: string;
  note: string;
}
