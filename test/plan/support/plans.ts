import type { Category, Lever, Plan } from "../../../src/plan/plan";

/** A lever of 10 a year on everything, in full from the first year; change what a test is about. */
export function lever(changes: Partial<Lever> = {}): Lever {
  const effect = changes.effect ?? { kind: "amount", amount: 10 };
  return {
    name: "Lever",
    reference: "",
    group: "",
    kind: "Saving",
    categories: [0],
    effect,
    overlaps: effect.kind === "level" || effect.kind === "yearlyEfficiency",
    start: 1,
    firstYearShare: 1,
    end: null,
    phasing: "immediate",
    ramp: 1,
    ceiling: 1,
    recurrent: true,
    isRecurrenceStated: false,
    type: "Cost reduction",
    baselineOnly: false,
    cashEffect: "Not stated",
    efficiencyType: "Not stated",
    status: "",
    rag: "",
    risk: "",
    gate: "",
    isIdentified: true,
    delivery: { low: null, likely: null, high: null },
    investment: 0,
    investmentYear: changes.start ?? 1,
    runningCost: 0,
    doubleRunning: 0,
    doubleRunningYears: 1,
    organisation: "",
    costReleased: 1,
    counterparty: "",
    effort: 0,
    address: "",
    ...changes,
  };
}

/** Spend flat at 100 for three years in one category, funded with 80, unless said otherwise. */
export function plan(levers: Lever[], changes: Partial<Plan> = {}): Plan {
  const years = changes.years ?? ["2015/16", "2016/17", "2017/18"];
  return {
    baseYear: "2014/15",
    years,
    unit: "£m",
    priceBasis: "real, 2014/15 prices",
    prices: "real",
    categories: [{ name: "Acute", base: 100, spend: years.map(() => 100) }],
    funding: { base: 80, byYear: years.map(() => 80) },
    target: null,
    levers,
    sources: { spending: "Spend!A1:E2", funding: "Fund!A1:E2", target: null, levers: ["Levers!A1:P9"] },
    findings: [],
    ...changes,
  };
}

/** A register without Spending and Funding. */
export function registerAlone(levers: Lever[], changes: Partial<Plan> = {}): Plan {
  return plan(
    levers.map((one) => ({ ...one, categories: [] })),
    {
      categories: null,
      funding: null,
      sources: { spending: null, funding: null, target: null, levers: ["Levers!A1:P9"] },
      ...changes,
    },
  );
}

export function category(name: string, ...spend: number[]): Category {
  return { name, base: spend[0] ?? 0, spend };
}
