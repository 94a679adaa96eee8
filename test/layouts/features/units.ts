import {
  blocksOf,
  column,
  addColumn,
  columnOf,
  dataLines,
  eachMoney,
  line,
  moneyColumns,
  registerOf,
  valueOf,
  type Block,
} from "../sketch/sketch";
import { tidy } from "../truth/planTruth";
import type { Feature } from "./feature";

/** Where the unit is said, amounts in other units than the plan's, numbers as text. */
export const unitFeatures: Feature[] = [
  {
    name: "the unit in the title",
    slots: ["unit"],
    lay: (sketch, draw) => {
      for (const one of blocksOf(sketch)) {
        for (const money of moneyColumns(one)) money.unit = "";
        one.titles.unshift([draw.pick(["All figures in £m", "£m", "Figures are in £ million"])]);
      }
    },
  },
  {
    name: "the register in thousands",
    slots: ["unit"],
    lay: (sketch, draw) => inUnit(registerOf(sketch), draw.pick(["£k", "£'000", "£000s"]), 1e3),
  },
  {
    name: "the register in pounds",
    slots: ["unit"],
    lay: (sketch) => inUnit(registerOf(sketch), "£", 1e6),
  },
  {
    name: "the spending in thousands",
    slots: ["unit"],
    lay: (sketch) => {
      for (const one of [sketch.spending, sketch.funding]) if (one) inUnit(one, "£k", 1e3);
    },
  },
  {
    name: "a column of units",
    slots: ["unit", "totals", "text", "of which", "target row"],
    lay: (sketch) => {
      const register = registerOf(sketch);
      const isThousands = (name: string | undefined): boolean => (name ?? "").length % 2 === 0;
      eachMoney(register, (value, { lever }) => (isThousands(lever?.name) ? tidy(value * 1000) : value));
      for (const money of moneyColumns(register)) money.unit = "";
      const [first] = moneyColumns(register);
      addColumn(register, column("unit", "Unit"), ({ name }) => (isThousands(name) ? "£k" : "£m"));
      const added = register.columns.pop();
      if (added) register.columns.splice(first ? register.columns.indexOf(first) : 0, 0, added);
    },
  },
  {
    name: "a row of units under the headings",
    slots: ["unit"],
    lay: (sketch) => {
      const register = registerOf(sketch);
      const money = moneyColumns(register);
      for (const one of money) one.unit = "";
      register.lines.unshift(line("note", Object.fromEntries(money.map(({ id }) => [id, "£m"]))));
    },
  },
  {
    name: "millions by the number format",
    slots: ["unit", "text"],
    lay: (sketch) => eachMoney(registerOf(sketch), (value) => ({ value: tidy(value * 1e6), format: '0.0,,"m"' })),
  },
  {
    name: "a number format with a currency",
    slots: ["text"],
    lay: (sketch) => eachMoney(registerOf(sketch), (value) => ({ value, format: "£#,##0.0;[Red](£#,##0.0)" })),
  },
  {
    name: "some amounts as text",
    slots: ["text", "totals"],
    lay: (sketch, draw) => {
      const form = draw.pick([
        (value: number) => `£${value}`,
        (value: number) => `${value}`,
        (value: number) => ` ${value}\u00a0`,
      ]);
      let count = 0;
      eachMoney(registerOf(sketch), (value) => (value > 0 && count++ % 3 === 0 ? form(value) : value));
    },
  },
  {
    name: "amounts as text with their unit",
    slots: ["text", "totals", "unit"],
    lay: (sketch) => eachMoney(registerOf(sketch), (value) => (value > 0 ? `£${value}m` : value)),
  },
  {
    name: "amounts that say that they are rough",
    slots: ["text", "totals"],
    lay: (sketch, draw) => {
      const form = draw.pick([
        (value: number) => `${value}+`,
        (value: number) => `>${value}`,
        (value: number) => `c. £${value}`,
        (value: number) => `${value} (est.)`,
      ]);
      eachMoney(registerOf(sketch), (value) => (value > 0 ? form(value) : value));
    },
  },
  {
    name: "an amount that is a range",
    slots: ["text", "totals", "unit", "of which", "target row", "form"],
    opens: "which end of a range is meant",
    lay: (sketch, draw) => {
      const register = registerOf(sketch);
      const [first] = dataLines(register);
      const value = valueOf(first?.cells.get("saving"));
      if (!first || typeof value !== "number") return;
      const [low, high] = [value, tidy(value * 1.2)];
      first.cells.set("saving", draw.pick([`£${low}–${high}m`, `${low} to ${high}`, `£${low}m - £${high}m`]));
      sketch.questions.push({ text: "which end", block: register, columns: ["saving"], lever: first.lever });
    },
  },
  {
    name: "an amount to be confirmed",
    slots: ["text", "form"],
    enrich: (plan) => {
      const last = plan.levers[plan.levers.length - 1];
      if (last) last.effect = { is: "amounts", byYear: plan.years.map(() => 0), fullYear: 0 };
    },
    lay: (sketch, draw) => {
      const last = sketch.plan.levers[sketch.plan.levers.length - 1];
      const its = dataLines(registerOf(sketch)).find(({ lever }) => lever === last);
      its?.cells.set("saving", draw.pick(["TBC", "n/a", "-", "?"]));
    },
  },
  {
    name: "cash prices, in the title",
    fits: ({ categories }) => categories !== null,
    enrich: (plan) => (plan.prices = "cash"),
    lay: (sketch) => sketch.spending?.titles.push(["Spending (cash)"]),
  },
  {
    name: "costs in thousands beside savings in millions",
    slots: ["unit", "text"],
    enrich: (plan) => plan.levers.forEach((lever, index) => (lever.investment = index % 2 === 0 ? 0.4 : 0)),
    lay: (sketch) => {
      const register = registerOf(sketch);
      const investment = columnOf(register, "investment");
      if (!investment) return;
      investment.unit = "£k";
      for (const one of dataLines(register)) {
        const value = valueOf(one.cells.get("investment"));
        if (typeof value === "number") one.cells.set("investment", tidy(value * 1000));
      }
    },
  },
];

function inUnit(block: Block, unit: string, times: number): void {
  eachMoney(block, (value) => tidy(value * times));
  for (const money of moneyColumns(block)) money.unit = unit;
}
