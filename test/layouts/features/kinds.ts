import { addColumn, column, dataLines, line, registerOf, type Line, type Sketch } from "../sketch/sketch";
import { plainLever } from "../truth/drawPlan";
import { savesFromStart, type LeverTruth, type PlanTruth } from "../truth/planTruth";
import type { Feature } from "./feature";

/** Rows of a register that are something else than a saving, said in a column, by a section or by their name. */
export const kindFeatures: Feature[] = [
  {
    name: "pressures, by a column",
    slots: ["kinds"],
    enrich: (plan) => addLever(plan, "Pressure", "Pay award above plan", 1.7),
    lay: (sketch) => layKinds(sketch, { Pressure: "Cost pressure" }),
  },
  {
    name: "pressures, by a section",
    slots: ["kinds", "sections", "totals"],
    enrich: (plan) => addLever(plan, "Pressure", "Pay award above plan", 1.7),
    lay: (sketch) => laySections(sketch, { Pressure: "Cost pressures" }),
  },
  {
    name: "savings brought forward that were not delivered, by a section",
    slots: ["kinds", "sections", "totals"],
    enrich: (plan) => addLever(plan, "Undelivered brought forward", "Admissions avoided", 2.3),
    lay: (sketch) => laySections(sketch, { "Undelivered brought forward": "Undelivered savings brought forward" }),
  },
  {
    name: "a contingency, as a negative saving, by a column",
    slots: ["kinds", "sign"],
    enrich: (plan) => addLever(plan, "Contingency", "Slippage allowance", -1.3),
    lay: (sketch, draw) => layKinds(sketch, { Contingency: draw.pick(["Contingency", "Slippage allowance"]) }),
  },
  {
    name: "an allowance that is taken off, by its name",
    slots: ["kinds", "sign", "form", "totals"],
    enrich: (plan, draw) =>
      addLever(plan, "Contingency", draw.pick(["Slippage allowance (10%)", "Optimism bias", "Slippage"]), -1.3),
  },
  {
    name: "mitigations, by a section",
    slots: ["kinds", "sections", "totals"],
    enrich: (plan) => addLever(plan, "Mitigation", "Vacancy freeze", 2.9),
    lay: (sketch) => laySections(sketch, { Mitigation: "Mitigations" }),
  },
  {
    name: "one-off costs, by a column",
    slots: ["kinds", "form", "recurrence"],
    enrich: (plan) => addLever(plan, "One-off cost", "Redundancy costs", 1.9),
    lay: (sketch) => layKinds(sketch, { "One-off cost": "One-off cost" }),
  },
  {
    name: "reserves used, by a column",
    slots: ["kinds", "form", "recurrence"],
    enrich: (plan) => addLever(plan, "Funding switch", "Use of reserves", 3.7),
    lay: (sketch) => layKinds(sketch, { "Funding switch": "Use of reserves" }),
  },
  {
    name: "a row of savings not yet identified",
    slots: ["unidentified"],
    enrich: (plan, draw) => {
      const lever = addLever(
        plan,
        "Saving",
        draw.pick(["Unidentified", "To be identified", "Stretch", "Balancing figure"]),
        4.1,
      );
      lever.isIdentified = false;
    },
  },
];

/** Rows under the register that speak of a target; they are laid once it is known which column holds the savings. */
export const targetRowFeatures: Feature[] = [
  {
    name: "a target row under the register",
    slots: ["target row"],
    lay: (sketch, draw) => addNote(sketch, draw.pick(["Savings target", "Target", "Savings requirement"]), 1.25),
  },
  {
    name: "a gap row under the register",
    slots: ["target row"],
    lay: (sketch, draw) => addNote(sketch, draw.pick(["Gap to target", "Over/(under) target"]), 0.21),
  },
];

function addLever(plan: PlanTruth, kind: LeverTruth["kind"], name: string, amount: number): LeverTruth {
  const lever = plainLever(name, { kind, reference: `X${plan.levers.length + 1}`, group: plan.levers[0]?.group ?? "" });
  savesFromStart(plan, lever, amount);
  if (kind === "One-off cost" || kind === "Funding switch") {
    lever.recurrent = false;
    lever.effect.byYear = lever.effect.byYear.map((_, index) => (index + 1 === lever.start ? amount : 0));
    lever.effect.fullYear = 0;
  }
  plan.levers.push(lever);
  return lever;
}

/** Other kinds in the words given. */
function layKinds(sketch: Sketch, words: Partial<Record<LeverTruth["kind"], string>>): void {
  addColumn(registerOf(sketch), column("kind", "Type"), ({ kind }) => words[kind] ?? "Saving", "name");
}

function laySections(sketch: Sketch, words: Partial<Record<LeverTruth["kind"], string>>): void {
  const register = registerOf(sketch);
  const of = (kind: LeverTruth["kind"]): Line[] => dataLines(register).filter(({ lever }) => lever.kind === kind);
  const others = Object.entries(words) as [LeverTruth["kind"], string][];
  register.lines = [
    line("section", { name: "Savings" }),
    ...of("Saving"),
    ...others.flatMap(([kind, heading]) => [line("section", { name: heading }), ...of(kind)]),
  ];
}

function addNote(sketch: Sketch, name: string, share: number): void {
  const amounts = sketch.plan.levers.reduce((sum, { effect }) => sum + effect.fullYear, 0);
  const saving = registerOf(sketch).columns.find(({ id }) => ["saving", "fye"].includes(id));
  if (saving) registerOf(sketch).lines.push(line("note", { name, [saving.id]: Math.round(amounts * share * 10) / 10 }));
}
