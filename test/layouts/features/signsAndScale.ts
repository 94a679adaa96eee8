import { percent, type CellText } from "../../plan/support/grid";
import {
  addColumn,
  column,
  columnOf,
  dataLines,
  eachMoney,
  moneyColumns,
  registerOf,
  replaceColumn,
  type Sketch,
} from "../sketch/sketch";
import { hasSpending, savesFromStart, tidy, type LeverTruth, type PlanTruth } from "../truth/planTruth";
import type { Feature } from "./feature";

/** Form 7 with its scales, and the signs of savings. */
export const signAndScaleFeatures: Feature[] = [
  {
    name: "a full-year effect below the part-year effect",
    slots: ["form", "recurrence"],
    fits: hasSpending,
    opens: "whether the full-year effect is the full rate or next year's extra",
    enrich: (plan) => {
      for (const lever of plan.levers) lever.start = 1;
      for (const lever of plan.levers)
        savesFromStart(plan, lever, tidy(lever.effect.fullYear / 2), lever.effect.fullYear);
    },
    lay: (sketch) => {
      const { plan } = sketch;
      const options = { unit: plan.unit, isMoney: true };
      const columns = [column("pye", "PYE", options), column("fye", "FYE", options), column("month", "Start month")];
      replaceColumn(registerOf(sketch), "saving", columns, ({ effect }) => ({
        pye: effect.byYear[0] ?? 0,
        fye: effect.fullYear,
        month: "October",
      }));
      sketch.questions.push({ text: "full rate or extra", block: registerOf(sketch), columns: ["pye", "fye"] });
    },
  },
  {
    name: "some levers as a percent of spend",
    slots: ["form", "scale"],
    fits: hasSpending,
    enrich: (plan) => asShares(plan, "level", 0.004),
    lay: (sketch, draw) => layShares(sketch, draw.pick(["Saving %", "% of spend", "Savings %"]), percent),
  },
  {
    name: "percents as plain numbers, 3 for 3%",
    slots: ["form", "scale"],
    fits: hasSpending,
    enrich: (plan) => asShares(plan, "level", 0.012),
    lay: (sketch) => layShares(sketch, "Saving %", (share) => tidy(share * 100)),
  },
  {
    name: "percents as plain fractions under a %",
    slots: ["form", "scale"],
    opens: "whether 0.4 is 0.4% or 40%",
    fits: hasSpending,
    enrich: (plan) => asShares(plan, "level", 0.002),
    lay: (sketch) => {
      layShares(sketch, "Saving %", (share) => tidy(share * 100));
      askColumn(sketch, "the scale of the percents", "share");
    },
  },
  {
    name: "a yearly efficiency",
    slots: ["form", "scale"],
    fits: hasSpending,
    enrich: (plan) => asShares(plan, "yearly", 0.004),
    lay: (sketch) => layShares(sketch, "Yearly efficiency %", percent),
  },
  {
    name: "a yearly efficiency as a plain number, 0.9 for 0.9%",
    slots: ["form", "scale"],
    opens: "whether 0.9 is 0.9% or 90%",
    fits: hasSpending,
    enrich: (plan) => asShares(plan, "yearly", 0.003),
    lay: (sketch, draw) => {
      layShares(sketch, draw.pick(["Yearly efficiency %", "Efficiency % a year"]), (share) => tidy(share * 100));
      askColumn(sketch, "the scale of the percents", "share");
    },
  },
  {
    name: "a percent that may be a level or yearly",
    slots: ["form", "scale"],
    opens: "whether the percent is a level or saved anew each year",
    fits: hasSpending,
    enrich: (plan) => asShares(plan, "level", 0.004),
    lay: (sketch, draw) => {
      layShares(sketch, draw.pick(["Efficiency %", "% p.a.", "Annual rate"]), percent);
      askColumn(sketch, "level or yearly", "share");
    },
  },
  {
    name: "savings as negatives, in words",
    slots: ["sign", "text", "scale", "kinds"],
    lay: (sketch) => {
      negate(sketch);
      registerOf(sketch).titles.push(["Savings are shown in brackets"]);
    },
  },
  {
    name: "savings as negatives throughout",
    slots: ["sign", "text", "scale", "kinds"],
    lay: (sketch) => {
      negate(sketch);
      const columns = moneyColumns(registerOf(sketch)).map(({ id }) => id);
      sketch.questions.push({ text: "the sign", block: registerOf(sketch), columns, isOptional: true });
    },
  },
  {
    name: "savings of both signs",
    slots: ["sign", "text", "form", "recurrence", "kinds"],
    opens: "whether a negative saving is a cost or a slip of the sign",
    enrich: (plan) => {
      const [first] = plan.levers;
      if (first) savesFromStart(plan, first, -first.effect.fullYear);
    },
    lay: (sketch) => {
      const [first] = dataLines(registerOf(sketch));
      if (first)
        sketch.questions.push({ text: "the sign", block: registerOf(sketch), columns: ["saving"], lever: first.lever });
    },
  },
];

/** Every second lever saves a percent of its categories' spend. */
function asShares(plan: PlanTruth, is: "level" | "yearly", step: number): void {
  plan.levers.forEach((lever, index) => {
    if (index % 2 === 1 || lever.kind !== "Saving") return;
    const share = tidy(step * (1 + index / 2));
    lever.effect = { is, byYear: plan.years.map((_, year) => (year + 1 >= lever.start ? share : 0)), fullYear: share };
  });
}

function layShares(sketch: Sketch, heading: string, cell: (share: number) => CellText): void {
  const share = ({ effect }: LeverTruth): CellText => (effect.is === "amounts" ? null : cell(effect.fullYear));
  addColumn(registerOf(sketch), column("share", heading), share, "saving");
}

function askColumn(sketch: Sketch, text: string, id: string): void {
  sketch.questions.push({ text, block: registerOf(sketch), columns: [id] });
}

function negate(sketch: Sketch): void {
  const register = registerOf(sketch);
  const costs = ["investment", "runningCost", "baseline", "budget"];
  eachMoney(register, (value, _line, id) =>
    costs.includes(id) || !columnOf(register, id) ? value : { value: -value, format: "#,##0.0;(#,##0.0)" },
  );
}
