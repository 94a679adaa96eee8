import type { Plan } from "../../../plan";

/** Every number of a plan that formulas may follow, by name: "lever 3 year 2", "category 0 base". */
export function planNumbers(plan: Plan): Map<string, number> {
  const numbers = new Map<string, number>();
  const put = (name: string, value: number | null | undefined): void => {
    if (value !== null && value !== undefined) numbers.set(name, value);
  };
  plan.levers.forEach((lever, at) => {
    const { effect, delivery } = lever;
    const of = (part: string): string => `lever ${at} ${part}`;
    if (effect.kind === "byYear") {
      effect.amounts.forEach((amount, year) => put(of(`year ${year}`), amount));
      put(of("full year"), effect.fullYear);
      put(of("base"), effect.base);
      put(of("last month"), effect.months?.amounts.at(-1));
    } else
      put(of("value"), effect.kind === "amount" ? effect.amount : effect.kind === "level" ? effect.share : effect.rate);
    for (const part of ["low", "likely", "high"] as const) put(of(part), delivery[part]);
    for (const part of leverCosts) put(of(part), lever[part]);
  });
  plan.categories?.forEach(({ base, spend, growth }, at) => {
    put(`category ${at} base`, base);
    spend.forEach((amount, year) => {
      put(`category ${at} year ${year}`, amount);
      const before = year === 0 ? base : spend[year - 1];
      if (before) put(`category ${at} growth ${year}`, amount / before - 1);
    });
    put(`category ${at} inflation`, growth?.inflation);
    put(`category ${at} demand`, growth?.demand);
  });
  const { funding } = plan;
  if (funding) {
    put("funding base", funding.base);
    funding.byYear.forEach((amount, year) => {
      put(`funding year ${year}`, amount);
      const before = year === 0 ? funding.base : funding.byYear[year - 1];
      if (before) put(`funding growth ${year}`, amount / before - 1);
    });
    put("funding one-off base", funding.oneOff?.base);
    funding.oneOff?.byYear.forEach((amount, year) => put(`funding one-off year ${year}`, amount));
  }
  plan.target?.forEach((amount, year) => put(`target ${year}`, amount));
  return numbers;
}

const leverCosts = ["ramp", "ceiling", "investment", "runningCost", "doubleRunning", "doubleRunningYears"] as const;

/** Whether two plans hold the same things, so that their numbers can be compared one by one. */
export function haveSameShape(one: Plan, other: Plan): boolean {
  return shapeOf(one) === shapeOf(other);
}

function shapeOf(plan: Plan): string {
  return JSON.stringify([
    plan.years,
    plan.baseYear,
    plan.unit,
    plan.categories?.map(({ name, base, growth }) => [name, base === null, !growth]) ?? null,
    plan.funding && [plan.funding.base === null, !plan.funding.oneOff],
    plan.target?.map((amount) => amount === null) ?? null,
    plan.levers.map(({ name, kind, categories, effect, delivery }) => [
      name,
      kind,
      categories,
      effect.kind,
      delivery.low === null,
      delivery.likely === null,
      delivery.high === null,
    ]),
  ]);
}
