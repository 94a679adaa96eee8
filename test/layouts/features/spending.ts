import { percent, type CellText } from "../../plan/support/grid";
import { byYear } from "../sketch/plainSketch";
import { column, line, moneyColumns, valueOf, type Block, type Line } from "../sketch/sketch";
import { savesFromStart, tidy, yearName, type CategoryTruth, type PlanTruth } from "../truth/planTruth";
import type { Feature } from "./feature";

/** Forms of Spending, Funding and Target, and a register without them. */
export const spendingFeatures: Feature[] = [
  {
    name: "a register alone",
    slots: ["spending", "needs spending"],
    enrich: (plan) => {
      plan.categories = null;
      plan.funding = null;
      plan.levers.forEach((lever, index) =>
        Object.assign(lever, { appliesTo: [], start: index < 2 ? index + 1 : lever.start }),
      );
      plan.years = plan.years.slice(0, Math.max(...plan.levers.map(({ start }) => start)));
      for (const lever of plan.levers) savesFromStart(plan, lever, lever.effect.fullYear);
    },
  },
  {
    name: "spending without funding",
    slots: ["spending"],
    enrich: (plan) => (plan.funding = null),
  },
  {
    name: "a target by year beside the spending",
    slots: ["spending"],
    enrich: (plan) => {
      plan.funding = null;
      plan.target = plan.years.map((_, index) => 40 + 5 * index);
    },
    lay: (sketch) => {
      if (!sketch.spending || !sketch.plan.target) return;
      const columns = sketch.spending.columns.filter(({ id }) => id !== "base").map((one) => ({ ...one }));
      const [first] = columns;
      if (first) first.heading = "Savings target";
      const lines = [line("data", { category: "Target", ...byYear(sketch.plan.target) })];
      sketch.funding = { ...sketch.spending, sheet: "Target", columns, lines, titles: [] };
    },
  },
  {
    name: "one growth rate",
    slots: ["spending"],
    enrich: growSteadily,
    lay: (sketch) => {
      const { spending } = sketch;
      if (!spending || !sketch.funding) return;
      spending.columns = [...spending.columns.filter(({ id }) => !/^y/.test(id)), column("growth", "Growth % a year")];
      eachCategory(spending, sketch.plan, ({ base, spend }) => ({ growth: percent(tidy((spend[0] ?? 0) / base - 1)) }));
    },
  },
  {
    name: "growth by year",
    slots: ["spending"],
    enrich: growSteadily,
    lay: (sketch) => {
      const { spending } = sketch;
      if (!spending) return;
      for (const one of spending.columns)
        if (/^y/.test(one.id)) Object.assign(one, { isMoney: false, heading: one.heading });
      eachCategory(spending, sketch.plan, ({ base, spend }) =>
        byYear(spend.map(() => percent(tidy((spend[0] ?? 0) / base - 1)))),
      );
    },
  },
  {
    name: "inflation and demand apart",
    slots: ["spending"],
    enrich: (plan) => growBy(plan, () => 1.03 * 1.01),
    lay: (sketch) => {
      const { spending } = sketch;
      if (!spending) return;
      const rates = [column("inflation", "Inflation %"), column("demand", "Demand %")];
      spending.columns = [...spending.columns.filter(({ id }) => !/^y/.test(id)), ...rates];
      eachCategory(spending, sketch.plan, () => ({ inflation: percent(0.03), demand: percent(0.01) }));
    },
  },
  {
    name: "the base as last year's outturn",
    slots: ["spending"],
    lay: (sketch, draw) => {
      const base = sketch.spending?.columns.find(({ id }) => id === "base");
      if (base && /^\d/.test(sketch.plan.baseYear))
        base.heading = `${sketch.plan.baseYear} ${draw.pick(["outturn", "actual"])}`;
    },
  },
  {
    name: "approved budgets by year",
    slots: ["spending"],
    opens: "whether the budgets are before or after the savings",
    lay: (sketch) => {
      const { spending, plan } = sketch;
      if (!spending) return;
      spending.titles.push(["Approved budgets"]);
      const columns = plan.years.map((_, index) => `y${index + 1}`);
      sketch.questions.push({ text: "before or after the savings", block: spending, columns });
    },
  },
  {
    name: "a year of history before the base",
    slots: ["spending"],
    lay: (sketch) => {
      const { spending, plan } = sketch;
      if (!spending || !/^\d/.test(plan.baseYear)) return;
      spending.columns.splice(1, 0, column("history", `${yearName(plan.firstYear - 2)} actual`, { isMoney: true }));
      eachCategory(spending, plan, ({ base }) => ({ history: base - 7 }));
    },
  },
  {
    name: "a budget beside the outturn that grows",
    slots: ["spending", "years"],
    enrich: growSteadily,
    lay: (sketch, draw) => {
      const { spending, plan } = sketch;
      const base = spending?.columns.find(({ id }) => id === "base");
      if (!spending || !base) return;
      base.heading = `${plan.baseYear} ${draw.pick(["outturn", "actual"])}`;
      const budget = column("budget", `${plan.baseYear} budget`, { isMoney: true });
      spending.columns.splice(draw.pick([1, 2]), 0, budget);
      eachCategory(spending, plan, ({ base: spent, spend }) => ({
        budget: spent - 9,
        ...byYear(spend.map(() => percent(tidy((spend[0] ?? 0) / spent - 1)))),
      }));
    },
  },
  {
    name: "a budget beside an outturn, of which none has a year",
    slots: ["spending", "years"],
    opens: "whether the budget or the outturn is the base",
    enrich: growSteadily,
    lay: (sketch) => {
      const { spending, plan } = sketch;
      const base = spending?.columns.find(({ id }) => id === "base");
      if (!spending || !base) return;
      base.heading = "Outturn";
      spending.columns.splice(1, 0, column("budget", "Budget", { isMoney: true }));
      eachCategory(spending, plan, ({ base: spent, spend }) => ({
        budget: spent - 9,
        ...byYear(spend.map(() => percent(tidy((spend[0] ?? 0) / spent - 1)))),
      }));
      sketch.questions.push({ text: "budget or outturn", block: spending, columns: ["base", "budget"] });
    },
  },
  {
    name: "a totals row in the spending",
    slots: ["spending rows"],
    lay: (sketch, draw) =>
      totalSpending(sketch.spending, draw.pick(["Total", "Total spend", "Net expenditure", "Gross budget"]), 1),
  },
  {
    name: "a rounded totals row in the spending",
    slots: ["spending rows", "unit"],
    lay: (sketch) => totalSpending(sketch.spending, "All services", 10),
  },
  {
    name: "parts of a category under it",
    slots: ["spending rows"],
    lay: (sketch) => {
      const [first] = sketch.spending?.lines ?? [];
      if (!sketch.spending || !first) return;
      const part = (name: string, share: number): Line => {
        const cells = moneyColumns(sketch.spending as Block).map(({ id }): [string, CellText] => {
          const value = valueOf(first.cells.get(id));
          return [id, typeof value === "number" ? tidy(value * share) : null];
        });
        return line("note", { category: name, ...Object.fromEntries(cells) });
      };
      sketch.spending.lines.splice(1, 0, part("of which Pay", 0.75), part("of which Non-pay", 0.25));
    },
  },
  {
    name: "a unit in a category's label",
    slots: ["unit", "spending rows", "spending"],
    lay: (sketch) => {
      const [first] = sketch.spending?.lines ?? [];
      if (!sketch.spending || !first) return;
      first.cells.set("category", `${String(valueOf(first.cells.get("category")))} (£k)`);
      for (const { id } of moneyColumns(sketch.spending)) {
        const value = valueOf(first.cells.get(id));
        if (typeof value === "number") first.cells.set(id, tidy(value * 1000));
      }
    },
  },
  {
    name: "the funding as a row under the spending",
    slots: ["spending"],
    lay: (sketch) => {
      const { spending, funding, plan } = sketch;
      if (!spending || !funding || !plan.funding) return;
      spending.lines.push(line("note", { category: "Funding available", ...byYear(plan.funding) }));
      sketch.funding = null;
    },
  },
  {
    name: "funding of several rows and a total",
    slots: ["funding rows"],
    lay: (sketch) => {
      const { funding, plan } = sketch;
      if (!funding || !plan.funding || funding.lines.length !== 1) return;
      const share = (part: number): Record<string, CellText> =>
        byYear((plan.funding ?? []).map((value) => tidy(value * part)));
      funding.lines = [
        line("data", { source: "Core allocation", ...share(0.75) }),
        line("data", { source: "Other income", ...share(0.25) }),
        line("total", { source: "Total funding", ...share(1) }),
      ];
    },
  },
];

function growSteadily(plan: PlanTruth): void {
  growBy(plan, ({ base, spend }) => 1 + tidy(Math.round(((spend[0] ?? base) / base - 1) * 1000) / 1000));
}

function growBy(plan: PlanTruth, factor: (category: CategoryTruth) => number): void {
  for (const one of plan.categories ?? []) {
    const growth = factor(one);
    one.spend = plan.years.map((_, index) => one.base * growth ** (index + 1));
  }
}

function eachCategory(
  block: Block,
  plan: PlanTruth,
  cells: (category: CategoryTruth) => Record<string, CellText>,
): void {
  block.lines.forEach((one, index) => {
    const category = plan.categories?.[index];
    if (one.what !== "data" || !category) return;
    for (const [id, cell] of Object.entries(cells(category))) one.cells.set(id, cell);
  });
}

function totalSpending(spending: Block | null, name: string, nearest: number): void {
  if (!spending || spending.lines.length < 2) return;
  const above = spending.lines.filter(({ what }) => what === "data");
  const cells = moneyColumns(spending).map(({ id }): [string, number] => {
    const sum = above.reduce((total, { cells }) => total + Number(valueOf(cells.get(id)) ?? 0), 0);
    return [id, Math.round(sum / nearest) * nearest];
  });
  spending.lines.push({
    ...line("total", { category: name, ...Object.fromEntries(cells) }),
    sums: nearest === 1 ? above : [],
  });
}
