import { columnOf, column, dataLines, registerOf, replaceColumn, type Column, type Sketch } from "../sketch/sketch";
import { hasSpending, tidy, type PlanTruth } from "../truth/planTruth";
import type { Feature } from "./feature";

/** Form 4: by month or quarter of the first year. */
export const periodFeatures: Feature[] = [
  {
    name: "months with their total and the full-year effect",
    slots: ["form", "bands", "recurrence", "starts"],
    fits: hasSpending,
    enrich: byTwelfths,
    lay: (sketch, draw) =>
      layMonths(sketch, monthHeadings(sketch, draw.below(4)), { total: true, full: true, isCumulative: false }),
  },
  {
    name: "months with the full-year effect",
    slots: ["form", "bands", "recurrence", "starts"],
    fits: hasSpending,
    enrich: byTwelfths,
    lay: (sketch, draw) =>
      layMonths(sketch, monthHeadings(sketch, draw.below(4)), { total: false, full: true, isCumulative: false }),
  },
  {
    name: "cumulative months, in words",
    slots: ["form", "bands", "recurrence", "starts"],
    fits: hasSpending,
    enrich: byTwelfths,
    lay: (sketch) => {
      layMonths(sketch, monthHeadings(sketch, 0), { total: true, full: true, isCumulative: true });
      for (const one of registerOf(sketch).columns) if (/^m\d/.test(one.id)) one.bands = ["Cumulative saving"];
    },
  },
  {
    name: "rising months that may be cumulative",
    slots: ["form", "bands", "recurrence", "starts", "unit"],
    fits: hasSpending,
    opens: "whether the months are amounts of the month or cumulative",
    enrich: (plan) => {
      byTwelfths(plan);
      for (const lever of plan.levers) {
        const inYear = tidy((lever.effect.fullYear / 12) * 78);
        lever.effect = { is: "amounts", byYear: plan.years.map(() => inYear), fullYear: inYear };
      }
    },
    lay: (sketch) => {
      const columns = monthHeadings(sketch, 0);
      replaceColumn(registerOf(sketch), "saving", columns, ({ effect }) =>
        Object.fromEntries(columns.map(({ id }, index) => [id, tidy((effect.fullYear / 78) * (index + 1))])),
      );
      sketch.questions.push({
        text: "cumulative or monthly",
        block: registerOf(sketch),
        columns: columns.map(({ id }) => id),
      });
    },
  },
  {
    name: "the first months of a year beside what the year comes to",
    slots: ["form", "bands", "recurrence", "starts", "unit"],
    fits: hasSpending,
    opens: "whether the year comes to its months alone",
    enrich: (plan) => {
      byTwelfths(plan);
      for (const { effect } of plan.levers) effect.byYear = effect.byYear.map(() => effect.fullYear);
    },
    lay: (sketch, draw) => {
      const register = registerOf(sketch);
      layMonths(sketch, monthHeadings(sketch, 0), { total: false, full: true, isCumulative: false });
      const kept = draw.pick([3, 6]);
      register.columns = register.columns.filter(({ id }) => !/^m\d/.test(id) || Number(id.slice(1)) <= kept);
      const full = columnOf(register, "fye");
      if (full) full.heading = "Full year";
      sketch.questions.push({ text: "the rest of the year", block: register, columns: ["fye"] });
    },
  },
  {
    name: "months that disagree with their total",
    slots: ["form", "bands", "recurrence", "starts", "of which", "first lever"],
    opens: "whether the months or their total is right",
    fits: hasSpending,
    enrich: byTwelfths,
    lay: (sketch) => {
      const register = registerOf(sketch);
      const months = monthHeadings(sketch, 0);
      layMonths(sketch, months, { total: true, full: true, isCumulative: false });
      const [first] = dataLines(register);
      if (!first) return;
      first.cells.set("pye", tidy((first.lever.effect.byYear[0] ?? 0) * 1.5));
      const columns = ["pye", ...months.map(({ id }) => id)];
      sketch.questions.push({ text: "forms that disagree", block: register, columns, lever: first.lever });
    },
  },
  {
    name: "months of two years",
    slots: ["form", "bands", "recurrence", "starts", "unit"],
    fits: hasSpending,
    enrich: (plan) => {
      plan.years.splice(2);
      for (const series of [plan.funding, plan.target, ...(plan.categories ?? []).map(({ spend }) => spend)])
        series?.splice(2);
      byTwelfths(plan);
      for (const { effect } of plan.levers) effect.fullYear = effect.byYear[1] ?? 0;
    },
    lay: (sketch) => {
      const months = [0, 1].flatMap((year) =>
        monthHeadings(sketch, 2, year).map((one) => ({ ...one, id: `m${year * 12 + Number(one.id.slice(1))}` })),
      );
      replaceColumn(registerOf(sketch), "saving", months, ({ effect }) => {
        const [inYear = 0, later = 0] = effect.byYear;
        const idle = 12 - Math.round(inYear / (later / 12));
        return Object.fromEntries(months.map(({ id }, index) => [id, index < idle ? null : tidy(later / 12)]));
      });
      dropStart(sketch);
    },
  },
  {
    name: "quarters that are amounts, with the full-year effect",
    slots: ["form", "bands", "recurrence", "starts"],
    fits: hasSpending,
    enrich: (plan) => fromQuarter(plan),
    lay: (sketch) => layQuarters(sketch, false),
  },
  {
    name: "quarters that are run rates, with in-year and full-year effect",
    slots: ["form", "bands", "recurrence", "starts"],
    fits: hasSpending,
    enrich: (plan) => fromQuarter(plan),
    lay: (sketch) => layQuarters(sketch, true),
  },
];

/** Figures that twelve divides without a rest; from a month of the first year on. */
function byTwelfths(plan: PlanTruth): void {
  plan.levers.forEach((lever, index) => {
    const fullYear = tidy(lever.effect.fullYear * 1.2);
    const inYear = tidy((fullYear / 12) * (12 - (index % 4) * 2));
    lever.start = 1;
    lever.effect = { is: "amounts", byYear: plan.years.map((_, year) => (year === 0 ? inYear : fullYear)), fullYear };
  });
}

function fromQuarter(plan: PlanTruth): void {
  plan.levers.forEach((lever, index) => {
    const { fullYear } = lever.effect;
    lever.start = 1;
    const inYear = tidy((fullYear / 4) * (4 - (index % 3)));
    lever.effect = { is: "amounts", byYear: plan.years.map((_, year) => (year === 0 ? inYear : fullYear)), fullYear };
  });
}

const monthNames = ["Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar"];

function monthHeadings({ plan }: Sketch, form: number, later = 0): Column[] {
  return monthNames.map((name, index) => {
    const year = plan.firstYear + later + (index >= 9 ? 1 : 0);
    const serial = Math.round((Date.UTC(year, (index + 3) % 12, 1) - Date.UTC(1899, 11, 30)) / 86_400_000);
    const heading = [
      name,
      `M${index + 1}`,
      `${name}-${String(year % 100).padStart(2, "0")}`,
      { value: serial, format: "mmm-yy" },
    ][form];
    return column(`m${index + 1}`, heading ?? name, { isMoney: true });
  });
}

function layMonths(
  sketch: Sketch,
  months: Column[],
  what: { total: boolean; full: boolean; isCumulative: boolean },
): void {
  const register = registerOf(sketch);
  const options = { unit: sketch.plan.unit, isMoney: true };
  const beside = [
    ...(what.total ? [column("pye", `${sketch.plan.years[0]} total`, options)] : []),
    ...(what.full ? [column("fye", "Full-year effect", options)] : []),
  ];
  replaceColumn(register, "saving", [...months, ...beside], ({ effect }) => {
    const inYear = effect.byYear[0] ?? 0;
    const monthly = effect.fullYear / 12;
    const active = Math.round(inYear / monthly);
    const cells = months.map(({ id }, index): [string, number | null] => {
      const count = index + 1 - (12 - active);
      if (count <= 0) return [id, what.isCumulative ? 0 : null];
      return [id, tidy(what.isCumulative ? monthly * count : monthly)];
    });
    return {
      ...Object.fromEntries(cells),
      ...(what.total ? { pye: inYear } : {}),
      ...(what.full ? { fye: effect.fullYear } : {}),
    };
  });
  dropStart(sketch);
}

function layQuarters(sketch: Sketch, areRates: boolean): void {
  const { plan } = sketch;
  const options = { unit: plan.unit, isMoney: true };
  const quarters = [1, 2, 3, 4].map((number) =>
    column(`q${number}`, areRates ? `Q${number} run rate` : `Q${number}`, { isMoney: true }),
  );
  const beside = [
    ...(areRates ? [column("pye", `${plan.years[0]} in-year`, options)] : []),
    column("fye", "Full-year effect", options),
  ];
  replaceColumn(registerOf(sketch), "saving", [...quarters, ...beside], ({ effect }) => {
    const inYear = effect.byYear[0] ?? 0;
    const active = Math.round((inYear / effect.fullYear) * 4);
    const value = areRates ? effect.fullYear : tidy(effect.fullYear / 4);
    const cells = quarters.map(({ id }, index): [string, number] => [id, index >= 4 - active ? value : 0]);
    return { ...Object.fromEntries(cells), ...(areRates ? { pye: inYear } : {}), fye: effect.fullYear };
  });
  dropStart(sketch);
}

/** Months say themselves when a lever begins. */
function dropStart(sketch: Sketch): void {
  const register = registerOf(sketch);
  const start = columnOf(register, "start");
  if (start && dataLines(register).length > 0) register.columns.splice(register.columns.indexOf(start), 1);
}
