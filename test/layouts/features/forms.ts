import { percent } from "../../plan/support/grid";
import { byYear, yearColumns } from "../sketch/plainSketch";
import { column, columnOf, registerOf, replaceColumn, type Sketch } from "../sketch/sketch";
import { hasSpending, savesFromStart, tidy, type PlanTruth } from "../truth/planTruth";
import type { Feature } from "./feature";

/** Forms 1 to 3, 5 and 6 of what a lever saves: by year, in-year, shares in place, a percent of its own baseline. */
export const formFeatures: Feature[] = [
  {
    name: "part-year beside full-year effect",
    slots: ["form"],
    enrich: startPartWay,
    lay: (sketch, draw) => {
      const [part, full] = draw.pick([
        ["PYE", "FYE"],
        ["Part-year effect", "Full-year effect"],
        ["In-year saving", "Full-year saving"],
      ]);
      layPartAndFull(sketch, part ?? "", full ?? "");
    },
  },
  {
    name: "this year's plan beside the full-year effect",
    slots: ["form"],
    fits: hasSpending,
    enrich: (plan) => {
      for (const lever of plan.levers) lever.start = 1;
      startPartWay(plan);
    },
    lay: (sketch) => layPartAndFull(sketch, `${sketch.plan.years[0]} plan`, "Full year effect"),
  },
  {
    name: "this year's plan alone",
    slots: ["form", "recurrence"],
    fits: hasSpending,
    enrich: (plan) => {
      for (const lever of plan.levers) {
        lever.start = 1;
        savesFromStart(plan, lever, lever.effect.fullYear);
      }
    },
    lay: (sketch) => {
      const saving = columnOf(registerOf(sketch), "saving");
      if (saving) saving.heading = `${sketch.plan.years[0]} in-year saving`;
    },
  },
  {
    name: "amounts by year, counted in each year, in words",
    slots: ["form", "bands", "recurrence"],
    enrich: rampUp,
    lay: (sketch, draw) => {
      layByYear(sketch, (amounts) => amounts);
      saySeries(
        sketch,
        draw.pick(["Saving in each year (cumulative)", "In-year savings, cumulative", "Total saving in each year"]),
        draw.below(2) === 0,
      );
    },
  },
  {
    name: "amounts by year, new in each year, in words",
    slots: ["form", "bands", "recurrence"],
    enrich: rampUp,
    lay: (sketch, draw) => {
      layByYear(sketch, newInEach);
      saySeries(
        sketch,
        draw.pick(["New savings in each year (incremental)", "Additional savings", "New in year"]),
        draw.below(2) === 0,
      );
    },
  },
  {
    name: "amounts by year beside the full-year effect that the last year equals",
    slots: ["form", "bands", "recurrence"],
    enrich: rampUp,
    lay: (sketch) => {
      const { unit } = sketch.plan;
      const full = column("fye", "Full-year effect", { unit, isMoney: true });
      layByYear(sketch, (amounts) => amounts);
      replaceColumn(registerOf(sketch), "fye", [full], ({ effect }) => ({ fye: effect.fullYear }));
    },
  },
  {
    name: "amounts by year without a word",
    slots: ["form", "bands", "recurrence"],
    opens: "whether the amounts by year are counted in each year or are new in each year",
    enrich: rampUp,
    lay: (sketch) => {
      layByYear(sketch, (amounts) => amounts);
      askYears(sketch, "each or new in each year");
    },
  },
  {
    name: "amounts by year with a total that sums them",
    slots: ["form", "bands", "recurrence"],
    opens: "whether the amounts by year are counted in each year or are new in each year",
    enrich: rampUp,
    lay: (sketch) => {
      layByYear(sketch, newInEach);
      const sum = column("sum", "Total", { isMoney: true });
      replaceColumn(registerOf(sketch), "sum", [sum], ({ effect }) => ({ sum: effect.fullYear }));
      askYears(sketch, "each or new in each year");
    },
  },
  {
    name: "run rates by year",
    slots: ["form", "bands", "recurrence"],
    enrich: rampUp,
    lay: (sketch, draw) => {
      layByYear(sketch, (amounts) => amounts);
      const words = draw.pick(["Run rate", "Annual run-rate", "Run rate savings"]);
      for (const one of registerOf(sketch).columns) if (/^y\d/.test(one.id)) one.bands = [words];
    },
  },
  {
    name: "one row a lever and year",
    slots: ["form", "recurrence", "sections", "totals"],
    enrich: rampUp,
    lay: (sketch, draw) => {
      const { plan } = sketch;
      const register = registerOf(sketch);
      register.columns = register.columns.filter(({ id }) => id !== "start");
      const period = [
        column("year", draw.pick(["Year", "Financial year"])),
        column("saving", draw.pick(["Saving in the year (cumulative)", "In-year saving, cumulative"]), {
          unit: plan.unit,
          isMoney: true,
        }),
      ];
      replaceColumn(register, "saving", period, () => ({}));
      register.lines = register.lines.flatMap((one) =>
        plan.years.flatMap((year, index) => {
          const saving = one.lever?.effect.byYear[index];
          return saving ? [{ ...one, cells: new Map(one.cells).set("year", year).set("saving", saving) }] : [];
        }),
      );
    },
  },
  {
    name: "shares in place by year beside the saving",
    slots: ["form", "bands", "recurrence"],
    enrich: rampUp,
    lay: (sketch) => {
      const shares = yearColumns(sketch.plan, { bands: ["Share of the saving in place"] });
      const saving = column("saving", "Saving", { unit: sketch.plan.unit, isMoney: true });
      replaceColumn(registerOf(sketch), "saving", [saving, ...shares], ({ effect }) => ({
        saving: effect.fullYear,
        ...byYear(effect.byYear.map((amount) => ({ ...percent(amount / effect.fullYear), format: "0%" }))),
      }));
    },
  },
  {
    name: "a percent of the lever's own baseline",
    slots: ["form", "recurrence"],
    lay: (sketch, draw) => {
      const heading = draw.pick(["Baseline cost", "Addressable spend", "In scope"]);
      const both = [
        column("baseline", heading, { unit: sketch.plan.unit, isMoney: true }),
        column("share", "Saving %"),
      ];
      replaceColumn(registerOf(sketch), "saving", both, ({ effect }) => ({
        baseline: tidy(effect.fullYear * 20),
        share: percent(0.05),
      }));
    },
  },
  {
    name: "baseline, percent and the saving that is their product",
    slots: ["form", "recurrence"],
    lay: (sketch) => {
      const { unit } = sketch.plan;
      const all = [
        column("baseline", "Baseline cost", { unit, isMoney: true }),
        column("share", "Saving %"),
        column("saving", "Saving", { unit, isMoney: true }),
      ];
      replaceColumn(registerOf(sketch), "saving", all, ({ effect }) => ({
        baseline: tidy(effect.fullYear * 20),
        share: percent(0.05),
        saving: effect.fullYear,
      }));
    },
  },
];

/** A part-year effect of three, six or nine months in the first year. */
function startPartWay(plan: PlanTruth): void {
  plan.levers.forEach((lever, index) => {
    const { fullYear } = lever.effect;
    savesFromStart(plan, lever, fullYear, tidy((fullYear * ((index % 3) + 1)) / 4));
  });
}

/** Half in the first year, then three quarters, then all. */
function rampUp(plan: PlanTruth): void {
  for (const lever of plan.levers) {
    lever.start = Math.max(1, Math.min(lever.start, plan.years.length - 1));
    const { fullYear } = lever.effect;
    const share = [0.5, 0.75, 1];
    const amounts = plan.years.map((_, index) => {
      const active = index + 1 - lever.start;
      return active < 0 ? 0 : tidy(fullYear * (share[Math.min(active, 2)] ?? 1));
    });
    lever.effect = { is: "amounts", byYear: amounts, fullYear: amounts[amounts.length - 1] ?? 0 };
  }
}

function layPartAndFull(sketch: Sketch, part: string, full: string): void {
  const options = { unit: sketch.plan.unit, isMoney: true };
  replaceColumn(
    registerOf(sketch),
    "saving",
    [column("pye", part, options), column("fye", full, options)],
    ({ effect, start }) => ({
      pye: effect.byYear[start - 1] ?? 0,
      fye: effect.fullYear,
    }),
  );
}

function layByYear(sketch: Sketch, amounts: (byYear: number[]) => number[]): void {
  const years = yearColumns(sketch.plan, { isMoney: true, unit: sketch.plan.unit });
  replaceColumn(registerOf(sketch), "saving", years, ({ effect }) =>
    byYear(amounts(effect.byYear).map((value) => value || null)),
  );
}

function newInEach(amounts: number[]): number[] {
  return amounts.map((amount, index) => tidy(amount - (amounts[index - 1] ?? 0)));
}

/** The words stand as a merged heading over the years, or in the title. */
function saySeries(sketch: Sketch, words: string, asBand: boolean): void {
  const register = registerOf(sketch);
  if (!asBand) register.titles.push([words]);
  else for (const one of register.columns) if (/^y\d/.test(one.id)) one.bands = [words];
}

function askYears(sketch: Sketch, text: string): void {
  const register = registerOf(sketch);
  sketch.questions.push({ text, block: register, columns: sketch.plan.years.map((_, index) => `y${index + 1}`) });
}
