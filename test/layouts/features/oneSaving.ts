import { column, registerOf, replaceColumn, type Column, type Sketch } from "../sketch/sketch";
import { amountOf, tidy, type LeverTruth } from "../truth/planTruth";
import type { Feature } from "./feature";

/** One saving in several columns, without one that holds all of it. */
export const oneSavingFeatures: Feature[] = [
  {
    name: "cases of the saving side by side",
    slots: ["form", "bands", "recurrence"],
    opens: "which of the cases counts",
    lay: (sketch, draw) => {
      const names = draw.pick([
        ["Worst", "Base", "Best"],
        ["Base case", "Stretch case"],
        ["Prudent", "Realistic", "Stretch"],
        ["Option A", "Option B"],
      ]);
      laySeveral(sketch, names, draw.below(2) === 0, (lever, index) => tidy(amountOf(lever) * (1 + index / 4)));
    },
  },
  {
    name: "the saving by what has become of it",
    slots: ["form", "bands", "recurrence"],
    opens: "whether what is delivered, on track and at risk is the saving",
    lay: (sketch, draw) => {
      const names = draw.pick([
        ["Delivered", "On track", "At risk"],
        ["Achieved", "In progress", "Not started"],
        ["Low risk", "Medium risk", "High risk"],
      ]);
      laySeveral(sketch, names, draw.below(2) === 0, (lever, index) => partOf(lever, index, names.length));
    },
  },
  {
    name: "the saving by department",
    slots: ["form", "bands", "recurrence"],
    opens: "whether the departments' amounts add up to the saving",
    lay: (sketch, draw) => {
      const names = draw.pick([
        ["Adults", "Children", "Place"],
        ["Arts", "Science", "Medicine"],
        ["North", "South"],
      ]);
      laySeveral(sketch, names, draw.below(2) === 0, (lever, index) => partOf(lever, index, names.length));
    },
  },
];

/** Half, a quarter, and what is left. */
function partOf(lever: LeverTruth, index: number, count: number): number {
  return tidy(amountOf(lever) / 2 ** Math.min(index + 1, count - 1));
}

function laySeveral(
  sketch: Sketch,
  names: string[],
  underBand: boolean,
  amount: (lever: LeverTruth, index: number) => number,
): void {
  const register = registerOf(sketch);
  const bands = underBand ? ["Savings"] : [];
  const columns = names.map((name, index): Column =>
    column(`part${index + 1}`, name, { unit: sketch.plan.unit, isMoney: true, bands: [...bands] }),
  );
  replaceColumn(register, "saving", columns, (lever) =>
    Object.fromEntries(columns.map(({ id }, index) => [id, amount(lever, index)])),
  );
  sketch.questions.push({ text: "what the saving is", block: register, columns: columns.map(({ id }) => id) });
}
