import { impliedUnitCost } from "../../engine/variance/impliedUnitCost";
import { mixVariances } from "../../engine/variance/mixVariance";
import { planVariance, varianceMethods } from "../../engine/variance/planVariance";
import { preciseSum } from "../../engine/numbers/sum";
import { cell, column, frame, optional } from "../arguments/arguments";
import { choice, number } from "../arguments/elements";
import { divisionByZero } from "../errors";
import { evidenceFunctions } from "./evidence";
import { elementByElement, Frame, fullFrame } from "../arguments/frame";
import { defineFunction, type FunctionRecord } from "../record";

const planVariances = defineFunction({
  name: "PLANVARIANCE",
  family: "Plan against actual",
  description: "Difference of actual from planned cost, split into volume and price, line by line.",
  parameters: {
    plan_volume: column(number(), "Planned volume of each line: a column, or one cell for every line."),
    plan_unit_cost: column(number(), "Planned cost of a unit."),
    actual_volume: column(number(), "Actual volume."),
    actual_unit_cost: column(number(), "Actual cost of a unit."),
    method: optional(
      cell(
        choice(varianceMethods),
        '"standard" (default), "shapley" (joint part halved) or "threeway" (joint part apart).',
      ),
      "standard",
    ),
  },
  result:
    "A row per line: Volume, Price, Total; with threeway Volume, Price, Joint, Total. Positive is more than planned.",
  formula:
    "standard: ΔV × planned unit cost, ΔP × actual volume; shapley: each at the mean of planned and actual; threeway: ΔV·P, ΔP·V, ΔV·ΔP",
  notes: ["standard gives the joint part to price, as management accounts do; shapley favours neither."],
  errors: [],
  examples: [
    {
      formula: "PLANVARIANCE(100,1600,110,1650)",
      result: [[16000, 5500, 21500]],
      says: "10 more admissions than the planned 100 at £1,600, and £50 dearer each: £16,000 of the £21,500 is volume.",
    },
    {
      formula: 'PLANVARIANCE({100;40},{1600;300},{110;30},{1650;320},"threeway")',
      result: [
        [16000, 5000, 500, 21500],
        [-3000, 800, -200, -2400],
      ],
      says: "Admissions above plan, delayed days below: the joint parts apart.",
    },
  ],
  compute({ plan_volume, plan_unit_cost, actual_volume, actual_unit_cost, method }) {
    const [volume, cost, newVolume, newCost] = asLines({
      plan_volume,
      plan_unit_cost,
      actual_volume,
      actual_unit_cost,
    });
    const { rows } = fullFrame(volume!, cost!, newVolume!, newCost!);
    return Array.from({ length: rows }, (_, line) => {
      const parts = planVariance(
        { volume: volume!.at(line, 0), unitCost: cost!.at(line, 0) },
        { volume: newVolume!.at(line, 0), unitCost: newCost!.at(line, 0) },
        method,
      );
      const joint = method === "threeway" ? [parts.joint] : [];
      return [parts.volume, parts.price, ...joint, parts.total];
    });
  },
});

const mixVariance = defineFunction({
  name: "MIXVARIANCE",
  family: "Plan against actual",
  description: "Volume variance split into quantity and mix, line by line.",
  parameters: {
    plan_units: column(number(), "Planned units of each line: a column, or one cell for every line."),
    actual_units: column(number(), "Actual units."),
    plan_value: column(number(), "Planned value of a unit (cost, tariff or margin)."),
  },
  result: "A row per line: Volume, Quantity, Mix; Volume = Quantity + Mix. Positive is more than planned.",
  formula: "Quantity: (Σ actual − Σ planned) × planned mix × value; Mix: Σ actual × (actual mix − planned mix) × value",
  notes: [
    "Quantity is what more units of the planned mix would have brought; mix is what the shift between lines brought.",
  ],
  errors: ["#DIV/0! where the planned units sum to 0."],
  examples: [
    {
      formula: "MIXVARIANCE({400000;600000;1500000},{480000;900000;1620000},{2;1.2;2.5})",
      result: [
        [160000, 160000, 0],
        [360000, 144000, 216000],
        [300000, 750000, -450000],
      ],
      says: "The textbook case (Horngren): 820,000 more than planned, 1,054,000 by quantity, −234,000 by mix.",
    },
    {
      formula: "MIXVARIANCE({80;20},{70;40},{300;1600})",
      result: [
        [-3000, 2400, -5400],
        [32000, 3200, 28800],
      ],
      says: "Fewer day cases and twice the inpatients: mix, not quantity, drives the cost.",
    },
  ],
  compute({ plan_units, actual_units, plan_value }) {
    const frames = asLines({ plan_units, actual_units, plan_value });
    const { rows } = fullFrame(...frames);
    const [planned, actual, value] = frames.map((frame) =>
      Array.from({ length: rows }, (_, line) => frame.at(line, 0)),
    );
    if (preciseSum(planned!) === 0) return divisionByZero("plan_units sum to 0; there is no planned mix.");
    return mixVariances(planned!, actual!, value!).map((line) => [line.volume, line.quantity, line.mix]);
  },
});

const impliedCost = defineFunction({
  name: "IMPLIEDUNITCOST",
  family: "Plan against actual",
  description: "Unit cost that a variance implies.",
  parameters: {
    cost: frame(number(), "What the difference in activity cost (or saved, if negative)."),
    planned_change: frame(number(), "Planned change of activity; negative is a reduction."),
    actual_change: frame(number(), "Actual change of activity."),
  },
  result: "The size of the arguments: cost per unit.",
  formula: "cost / (actual_change − planned_change)",
  notes: [
    "A quick test of published figures: two lines that imply very different unit costs do not measure the same thing.",
  ],
  errors: ["#DIV/0! in the cells where the actual change is the planned one."],
  examples: [
    {
      formula: "IMPLIEDUNITCOST(311000000,-106000,87000)",
      result: 1611.39896373057,
      says: "Better Care Fund: 193,000 more admissions than planned cost £311m, £1,611 each.",
    },
    {
      formula: "IMPLIEDUNITCOST({311;146},{-0.106;-0.293},{0.087;0.185})",
      result: [[1611.39896373057], [305.439330543933]],
      says: "The same in millions, with delayed days: £305 a day.",
    },
  ],
  compute({ cost, planned_change, actual_change }) {
    return elementByElement([cost, planned_change, actual_change], (i, j) => {
      const [planned, actual] = [planned_change.at(i, j), actual_change.at(i, j)];
      if (actual === planned) return divisionByZero("actual_change equals planned_change; no activity to divide by.");
      return impliedUnitCost(cost.at(i, j), planned, actual);
    });
  },
});

/** Columns by name, one cell serving every line. */
function asLines(columns: Record<string, number[]>): Frame<number>[] {
  return Object.entries(columns).map(
    ([name, values]) =>
      new Frame(
        name,
        values.map((value) => [value]),
      ),
  );
}

export const planAgainstActual: readonly FunctionRecord[] = [
  planVariances,
  mixVariance,
  impliedCost,
  ...evidenceFunctions,
];
