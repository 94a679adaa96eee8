import { percent } from "../../plan/support/grid";
import { addColumn, column, columnOf, dataLines, registerOf, replaceColumn } from "../sketch/sketch";
import {
  amountOf,
  hasSpending,
  savesFromStart,
  tidy,
  yearName,
  type LeverTruth,
  type PlanTruth,
} from "../truth/planTruth";
import type { Feature } from "./feature";

/** References, recurrence, type, cash effect, status, delivery, costs, start and end. */
export const classificationFeatures: Feature[] = [
  {
    name: "a reference",
    lay: (sketch, draw) => {
      const register = registerOf(sketch);
      addColumn(
        register,
        column("reference", draw.pick(["Ref", "Reference", "Scheme ID", "PID"])),
        ({ reference }) => reference,
      );
      const added = register.columns.pop();
      if (added) register.columns.unshift(added);
    },
  },
  {
    name: "the same name twice, told apart by the reference",
    enrich: (plan) => {
      const [first, second] = plan.levers;
      if (first && second) second.name = first.name;
    },
    lay: (sketch) =>
      addColumn(registerOf(sketch), column("reference", "Reference"), ({ reference }) => reference, "name"),
  },
  {
    name: "recurrent or not",
    slots: ["recurrence"],
    enrich: (plan) => everySecond(plan, makeOneOff),
    lay: (sketch, draw) => {
      const { heading, yes, no } = draw.pick([
        { heading: "Recurrent", yes: "Yes", no: "No" },
        { heading: "R/NR", yes: "R", no: "NR" },
        { heading: "Recurrence", yes: "Recurrent", no: "Non-recurrent" },
        { heading: "One-off or ongoing", yes: "Ongoing", no: "One-off" },
      ]);
      addColumn(registerOf(sketch), column("recurrent", heading), ({ recurrent }) => (recurrent ? yes : no));
    },
  },
  {
    name: "recurrent beside non-recurrent amounts",
    slots: ["recurrence", "form", "bands"],
    enrich: (plan) => everySecond(plan, makeOneOff),
    lay: (sketch) => {
      const options = { unit: sketch.plan.unit, isMoney: true };
      const both = [column("rec", "Recurrent", options), column("saving", "Non-recurrent", options)];
      replaceColumn(registerOf(sketch), "saving", both, ({ recurrent, effect, start }) => ({
        rec: recurrent ? effect.fullYear : null,
        saving: recurrent ? null : (effect.byYear[start - 1] ?? 0),
      }));
    },
  },
  {
    name: "the share that is recurrent",
    slots: ["recurrence", "form"],
    enrich: (plan) => everySecond(plan, makeOneOff),
    lay: (sketch, draw) =>
      addColumn(
        registerOf(sketch),
        column("recurrent", draw.pick(["Recurrent %", "% recurrent"])),
        ({ recurrent }) => ({ ...percent(recurrent ? 1 : 0), format: "0%" }),
      ),
  },
  {
    name: "cash releasing, yes or no",
    slots: ["type"],
    enrich: (plan) => {
      plan.levers.forEach(
        (lever, index) => (lever.cashEffect = index % 2 === 0 ? "Cash-releasing" : "Non-cash-releasing"),
      );
    },
    lay: (sketch, draw) =>
      addColumn(
        registerOf(sketch),
        column("cash", draw.pick(["Cash releasing?", "Cash-releasing", "Cashable"])),
        ({ cashEffect }) => (cashEffect === "Cash-releasing" ? "Y" : "N"),
      ),
  },
  {
    name: "types of saving",
    slots: ["type", "kinds"],
    enrich: (plan, draw) => {
      for (const lever of plan.levers) lever.type = draw.pick(["Cost reduction", "Cost avoidance", "Income"] as const);
      const [first] = plan.levers;
      if (first) first.type = "Cost avoidance";
    },
    lay: (sketch) =>
      addColumn(registerOf(sketch), column("type", "Type"), ({ type }) =>
        type === "Income" ? "Income generation" : type,
      ),
  },
  {
    name: "a development status",
    slots: ["status"],
    enrich: (plan, draw) => {
      for (const lever of plan.levers)
        if (lever.isIdentified) lever.status = draw.pick(["Fully developed", "Plans in progress", "Opportunity"]);
    },
  },
  {
    name: "a development status with savings not identified",
    slots: ["status"],
    enrich: (plan, draw) => {
      for (const lever of plan.levers)
        if (lever.isIdentified) lever.status = draw.pick(["Fully developed", "Opportunity"]);
      const last = plan.levers[plan.levers.length - 1];
      if (last) Object.assign(last, { status: "Unidentified", isIdentified: false });
    },
  },
  {
    name: "a RAG status",
    slots: ["status"],
    enrich: (plan, draw) => {
      for (const lever of plan.levers) lever.status = draw.pick(["Green", "Amber", "Red"]);
    },
    lay: (sketch, draw) => {
      const status = columnOf(registerOf(sketch), "status");
      if (status) status.heading = draw.pick(["RAG", "RAG rating", "Delivery RAG"]);
    },
  },
  {
    name: "low, likely and high delivery",
    slots: ["delivery"],
    enrich: (plan) => {
      for (const lever of plan.levers) Object.assign(lever, { low: 0.5, likely: 0.8, high: 1.1 });
    },
  },
  {
    name: "one column of confidence",
    slots: ["delivery"],
    enrich: (plan) => plan.levers.forEach((lever, index) => (lever.likely = tidy(0.9 - (index % 3) / 5))),
    lay: (sketch, draw) => {
      const likely = columnOf(registerOf(sketch), "likely");
      if (likely) likely.heading = draw.pick(["Confidence %", "Probability of delivery", "Achievement rate"]);
    },
  },
  {
    name: "gross beside net, with the rate between",
    slots: ["form", "bands", "recurrence", "delivery"],
    lay: (sketch) => {
      const options = { unit: sketch.plan.unit, isMoney: true };
      const all = [
        column("gross", "Gross saving", options),
        column("rate", "Achievement rate"),
        column("saving", "Net saving", options),
      ];
      replaceColumn(registerOf(sketch), "saving", all, ({ effect }) => ({
        gross: tidy(effect.fullYear * 2),
        rate: percent(0.5),
        saving: effect.fullYear,
      }));
    },
  },
  {
    name: "investment and running cost",
    enrich: (plan) => everySecond(plan, (lever) => Object.assign(lever, { investment: 1.5, runningCost: 0.2 })),
  },
  {
    name: "starts as dates",
    slots: ["starts", "form", "recurrence"],
    enrich: (plan) => {
      for (const lever of plan.levers)
        savesFromStart(plan, lever, lever.effect.fullYear, tidy(lever.effect.fullYear / 2));
    },
    lay: (sketch) => {
      const { firstYear } = sketch.plan;
      for (const one of dataLines(registerOf(sketch)))
        one.cells.set("start", { value: serialOf(firstYear + one.lever.start - 1, 10, 1), format: "dd/mm/yyyy" });
    },
  },
  {
    name: "a start month beside the start year",
    slots: ["starts", "form", "recurrence"],
    enrich: (plan) => {
      for (const lever of plan.levers)
        savesFromStart(plan, lever, lever.effect.fullYear, tidy(lever.effect.fullYear / 2));
    },
    lay: (sketch, draw) => {
      const month = draw.pick(["October", "Oct", 10]);
      addColumn(registerOf(sketch), column("month", "Start month"), () => month, "start");
    },
  },
  {
    name: "starts as text dates that may be read two ways",
    slots: ["starts", "form", "recurrence"],
    opens: "which of 04/10 is the month",
    enrich: (plan) => {
      for (const lever of plan.levers)
        savesFromStart(plan, lever, lever.effect.fullYear, tidy(lever.effect.fullYear / 2));
    },
    lay: (sketch) => {
      const { firstYear } = sketch.plan;
      for (const one of dataLines(registerOf(sketch)))
        one.cells.set("start", `04/10/${firstYear + one.lever.start - 1}`);
      sketch.questions.push({ text: "month and day", block: registerOf(sketch), columns: ["start"] });
    },
  },
  {
    name: "an end, with recurrence stated",
    slots: ["recurrence", "form"],
    fits: hasSpending,
    enrich: (plan) =>
      plan.levers.forEach((lever, index) => {
        if (index % 2 === 0) return;
        lever.start = 1;
        lever.end = Math.max(1, plan.years.length - 1);
        savesFromStart(plan, lever, lever.effect.fullYear);
        lever.effect.byYear = lever.effect.byYear.map((amount, year) => (year < (lever.end ?? 9) ? amount : 0));
        lever.effect.fullYear = 0;
        lever.recurrent = false;
      }),
    lay: (sketch) => {
      const { plan } = sketch;
      const register = registerOf(sketch);
      for (const one of dataLines(register)) one.cells.set("saving", amountOf(one.lever));
      addColumn(
        register,
        column("end", "End"),
        ({ end }) => (end === null ? null : (plan.years[end - 1] ?? null)),
        "start",
      );
      addColumn(register, column("recurrent", "Recurrent"), ({ recurrent }) => (recurrent ? "Yes" : "No"));
    },
  },
  {
    name: "an end without recurrence",
    slots: ["recurrence", "form"],
    fits: hasSpending,
    opens: "whether a saving with an end stays after it",
    lay: (sketch) => {
      const end = Math.max(1, sketch.plan.years.length - 1);
      addColumn(
        registerOf(sketch),
        column("end", "End"),
        ({ start }) => sketch.plan.years[Math.max(end, start) - 1] ?? null,
        "start",
      );
      sketch.questions.push({ text: "End without Recurrent", block: registerOf(sketch), columns: ["end"] });
    },
  },
  {
    name: "a start before the base year",
    slots: ["starts", "form", "recurrence"],
    opens: "whether the outturn already holds what a lever saved before the base year",
    fits: hasSpending,
    enrich: startFirst,
    lay: (sketch) => {
      const register = registerOf(sketch);
      const [first] = dataLines(register);
      if (!first) return;
      first.cells.set("start", yearName(sketch.plan.firstYear - 3));
      sketch.questions.push({
        text: "in the outturn already",
        block: register,
        columns: ["start"],
        lever: first.lever,
      });
    },
  },
  {
    name: "a lever that was rejected or is on hold",
    slots: ["status", "first lever"],
    opens: "whether a rejected lever counts",
    enrich: (plan, draw) => {
      for (const lever of plan.levers) if (lever.isIdentified) lever.status = "Plans in progress";
      const [first] = plan.levers;
      if (first) first.status = draw.pick(["Rejected", "On hold", "Withdrawn", "Closed", "Duplicate"]);
    },
    lay: (sketch) => {
      const register = registerOf(sketch);
      const [lever] = sketch.plan.levers;
      if (lever) sketch.questions.push({ text: "whether it counts", block: register, columns: ["status"], lever });
    },
  },
  {
    name: "starts before the first year",
    slots: ["starts", "form", "recurrence"],
    fits: hasSpending,
    enrich: startFirst,
    lay: (sketch) => {
      const [first] = dataLines(registerOf(sketch));
      if (first && columnOf(registerOf(sketch), "start") && sketch.plan.years[0] === yearName(sketch.plan.firstYear))
        first.cells.set("start", sketch.plan.baseYear);
    },
  },
];

function everySecond(plan: PlanTruth, change: (lever: LeverTruth) => void): void {
  plan.levers.forEach((lever, index) => {
    if (index % 2 === 0) change(lever);
  });
}

/** A saving of its Start year alone; percents stay recurrent. */
function makeOneOff(lever: LeverTruth): void {
  if (lever.effect.is !== "amounts") return;
  lever.recurrent = false;
  lever.effect.byYear = lever.effect.byYear.map((amount, year) => (year + 1 === lever.start ? amount : 0));
  lever.effect.fullYear = 0;
}

function startFirst(plan: PlanTruth): void {
  const [first] = plan.levers;
  if (!first) return;
  first.start = 1;
  savesFromStart(plan, first, first.effect.fullYear);
}

function serialOf(year: number, month: number, day: number): number {
  return Math.round((Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / 86_400_000);
}
