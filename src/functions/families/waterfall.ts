import { barCells, barHeadings, waterfall } from "../../engine/waterfall";
import { cell, deferredList, list, optional } from "../arguments/arguments";
import { label, number } from "../arguments/elements";
import { invalidValue } from "../errors";
import { defineFunction } from "../record";

const bridge = defineFunction({
  name: "BRIDGE",
  family: "Attribution",
  description: "Waterfall table for a stacked column chart: from a start, through savings, to an end.",
  parameters: {
    labels: list(label(), "Name of each step; a row without a label is skipped."),
    savings: deferredList(number(), "Saving of each step, as many as labels; a negative one adds cost."),
    start: cell(number(), "Amount before the savings, the gap for instance."),
    start_label: optional(cell(label(), 'Name of the first bar. Default "Start".'), ""),
    end_label: optional(cell(label(), 'Name of the last bar. Default "End".'), ""),
  },
  result:
    "A table: Step, Amount, Base, Fall, Rise, Fall below zero, Rise below zero, Total; a row for the start, each step, the end.",
  formula: "End = start − Σ savings",
  notes: [
    "Chart all columns from Base on as a stacked column chart and give Base no fill.",
    "Amount is signed: the start, minus each saving, the end. A bar that crosses zero has a part above and a part below the axis; parts below zero are negative.",
  ],
  errors: ["#VALUE! where savings has another number of entries than labels."],
  examples: [
    {
      formula: 'BRIDGE({"Providers";"National"},{8.6;6.7},22,"Gap","Left")',
      result: [
        ["Step", "Amount", "Base", "Fall", "Rise", "Fall below zero", "Rise below zero", "Total"],
        ["Gap", 22, 0, 0, 0, 0, 0, 22],
        ["Providers", -8.6, 13.4, 8.6, 0, 0, 0, 0],
        ["National", -6.7, 6.7, 6.7, 0, 0, 0, 0],
        ["Left", 6.7, 0, 0, 0, 0, 0, 6.7],
      ],
      says: "Of £22bn, provider productivity and national action leave £6.7bn to find.",
    },
    {
      formula: 'BRIDGE({"Pay restraint";"Agency cost"},{12;-3},10)',
      result: [
        ["Step", "Amount", "Base", "Fall", "Rise", "Fall below zero", "Rise below zero", "Total"],
        ["Start", 10, 0, 0, 0, 0, 0, 10],
        ["Pay restraint", -12, 0, 10, 0, -2, 0, 0],
        ["Agency cost", 3, 0, 0, 1, 0, -2, 0],
        ["End", 1, 0, 0, 0, 0, 0, 1],
      ],
      says: "Savings of 12 overshoot a gap of 10; a cost of 3 brings the bar back over the axis.",
    },
  ],
  compute({ labels, savings, start, start_label, end_label }) {
    if (savings.length !== labels.length) {
      throw invalidValue(
        `savings has ${savings.length} entries but labels has ${labels.length}; give one saving a label.`,
      );
    }
    const steps = labels.flatMap((step, index) => (step === "" ? [] : [{ name: step, amount: savings.at(index) }]));
    const bars = waterfall({ name: start_label || "Start", amount: start }, steps, { name: end_label || "End" });
    return [[...barHeadings], ...bars.map((bar) => [...barCells(bar)])];
  },
});

export const waterfallFunctions = [bridge];
