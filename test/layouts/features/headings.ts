import { percent } from "../../plan/support/grid";
import { addColumn, column, columnOf, registerOf } from "../sketch/sketch";
import type { Feature } from "./feature";

/** How columns are headed and ordered, and what stands among them. */
export const headingFeatures: Feature[] = [
  {
    name: "other words for headings",
    lay: (sketch, draw) => {
      const words: Record<string, string[]> = {
        Scheme: ["Scheme name", "Project", "Initiative", "Savings measure", "Proposal", "Description of scheme"],
        Workstream: ["Directorate", "Theme", "Programme", "Division", "Portfolio"],
        "Applies to": ["Budget line", "Cost category", "Category affected", "Area of spend"],
        Saving: ["Full-year saving", "Annual saving", "Saving p.a.", "Value of saving", "Recurrent annual benefit"],
        Start: ["Start year", "From", "Go live", "First year"],
        Status: ["Plan status", "Development status", "Stage of development"],
        Investment: ["One-off cost", "Implementation cost"],
      };
      for (const one of registerOf(sketch).columns) {
        const choices = typeof one.heading === "string" ? words[one.heading] : undefined;
        if (choices && one.bands.length === 0) one.heading = draw.pick(choices);
      }
    },
  },
  {
    name: "line breaks and spaces in headings",
    lay: (sketch) => {
      for (const one of registerOf(sketch).columns)
        if (typeof one.heading === "string") one.heading = ` ${one.heading.replace(/ /g, "\n")} `;
    },
  },
  {
    name: "columns in another order",
    lay: (sketch, draw) => {
      const register = registerOf(sketch);
      const isSeries = ({ id }: { id: string }): boolean => /^[ymq]\d/.test(id);
      const series = register.columns.filter(isSeries);
      const single = draw.shuffled(register.columns.filter((one) => !isSeries(one)));
      single.splice(draw.below(single.length + 1), 0, ...series);
      register.columns = single;
    },
  },
  {
    name: "two rows of headings under merged bands",
    slots: ["bands"],
    lay: (sketch) => setBands(registerOf(sketch).columns, (id) => [bandOf(id)]),
  },
  {
    name: "three rows of headings",
    slots: ["bands"],
    lay: (sketch) => setBands(registerOf(sketch).columns, (id) => ["Savings programme", bandOf(id)]),
  },
  {
    name: "lead, comments and a cost centre",
    lay: (sketch) => {
      const register = registerOf(sketch);
      addColumn(register, column("lead", "Lead"), () => "J. Osei", "name");
      addColumn(register, column("costCentre", "Cost centre"), ({ name }) => 40000 + name.length);
      addColumn(register, column("comments", "Comments"), () => "Income and base agreed; saving in FY17");
    },
  },
  {
    name: "a column of progress in percent",
    lay: (sketch) =>
      addColumn(registerOf(sketch), column("progress", "% complete"), ({ name }) => percent((name.length % 10) / 10)),
  },
  {
    name: "a column of gates",
    lay: (sketch) => addColumn(registerOf(sketch), column("gate", "Gate"), ({ name }) => `G${name.length % 6}`, "name"),
  },
  {
    name: "a column of dates that are no start",
    lay: (sketch) =>
      addColumn(registerOf(sketch), column("reviewed", "Last reviewed"), ({ name }) => ({
        value: 45000 + name.length,
        format: "dd/mm/yyyy",
      })),
  },
  {
    name: "the spend a lever acts on, beside its saving",
    slots: ["scale"],
    lay: (sketch) =>
      addColumn(
        registerOf(sketch),
        column("budget", "Current budget", { unit: sketch.plan.unit, isMoney: true }),
        ({ name }) => 100 + name.length,
        "appliesTo",
      ),
  },
  {
    name: "last year's saving beside this year's",
    lay: (sketch) => {
      const { plan } = sketch;
      addColumn(
        registerOf(sketch),
        column("before", `${plan.baseYear} actual saving`, { unit: plan.unit, isMoney: true }),
        ({ name }) => 2 + name.length,
        "name",
      );
    },
  },
  {
    name: "a risk-adjusted saving beside the saving",
    slots: ["delivery"],
    lay: (sketch) =>
      addColumn(
        registerOf(sketch),
        column("adjusted", "Risk-adjusted saving", { unit: sketch.plan.unit, isMoney: true }),
        ({ effect }) => Math.round(effect.fullYear * 7) / 10,
        "saving",
      ),
  },
  {
    name: "an empty column in the middle",
    lay: (sketch) => {
      const register = registerOf(sketch);
      register.columns.splice(Math.ceil(register.columns.length / 2), 0, column("gap", null));
    },
  },
  {
    name: "the names have no heading",
    lay: (sketch) => {
      const name = columnOf(registerOf(sketch), "name");
      if (name) name.heading = null;
    },
  },
];

function setBands(columns: { id: string; bands: string[] }[], bands: (id: string) => string[]): void {
  for (const one of columns) if (one.bands.length === 0) one.bands = bands(one.id);
}

function bandOf(id: string): string {
  if (["no", "reference", "name", "group", "lead", "appliesTo", "gate"].includes(id)) return "Scheme";
  if (/^([ymq]\d|saving|fye|pye|investment|running|before|adjusted|budget)/.test(id)) return "Financials";
  return "Delivery";
}
