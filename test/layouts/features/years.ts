import type { CellText } from "../../plan/support/grid";
import { blocksOf, dataLines, registerOf, type Block, type Sketch } from "../sketch/sketch";
import { hasSpending, yearName } from "../truth/planTruth";
import type { Feature } from "./feature";

/** How years are written: in headings, and in the cells of Start and End. */
export const yearFeatures: Feature[] = [
  {
    name: "years as 2015-16",
    slots: ["years"],
    lay: (sketch) => relabel(sketch, blocksOf(sketch), (start) => yearName(start).replace("/", "-")),
  },
  {
    name: "years as FY16",
    slots: ["years"],
    lay: (sketch) => relabel(sketch, blocksOf(sketch), (start) => `FY${twoDigits(start + 1)}`),
  },
  {
    name: "years as 26/27",
    slots: ["years"],
    lay: (sketch) => relabel(sketch, blocksOf(sketch), (start) => `${twoDigits(start)}/${twoDigits(start + 1)}`),
  },
  {
    name: "years as 2016/2017",
    slots: ["years"],
    lay: (sketch) => relabel(sketch, blocksOf(sketch), (start) => `${start}/${start + 1}`),
  },
  {
    name: "bare years",
    slots: ["years", "unit"],
    lay: (sketch) => relabel(sketch, blocksOf(sketch), (start) => start),
  },
  {
    name: "bare years as text",
    slots: ["years"],
    lay: (sketch) => relabel(sketch, blocksOf(sketch), (start) => String(start)),
  },
  {
    name: "year-end dates",
    slots: ["years", "unit"],
    lay: (sketch) =>
      relabel(sketch, blocksOf(sketch), (start) => ({
        value: Math.round((Date.UTC(start + 1, 2, 31) - Date.UTC(1899, 11, 30)) / 86_400_000),
        format: "dd/mm/yyyy",
      })),
  },
  {
    name: "Year 1, Year 2",
    slots: ["years", "starts"],
    enrich: (plan) => {
      plan.years = plan.years.map((_, index) => `Year ${index + 1}`);
      plan.baseYear = "Year 0";
    },
  },
  {
    name: "bare years in the spending beside FY in the register",
    slots: ["years"],
    fits: hasSpending,
    opens: "whether 2016 is FY16 or FY17",
    lay: (sketch) => {
      // A register of months may name no year at all, and then nothing says that a bare year is another one.
      if (!sketch.registers.some(saysYear)) return;
      const budget = [sketch.spending, sketch.funding].filter((one): one is Block => one !== null);
      relabel(sketch, budget, (start) => start + 1);
      relabel(sketch, sketch.registers, (start) => `FY${twoDigits(start + 1)}`);
      const register = registerOf(sketch);
      const [block] = budget;
      const also = {
        block: register,
        columns: register.columns.map(({ id }) => id).filter((id) => /^(start|end|year|y\d)/.test(id)),
      };
      const columns = block?.columns.map(({ id }) => id) ?? [];
      sketch.questions.push({ text: "bare years beside FY", block: block ?? register, columns, also });
    },
  },
];

function saysYear({ columns, lines }: Block): boolean {
  return [
    ...columns.map(({ heading }) => heading),
    ...lines.flatMap(({ cells }) =>
      ["start", "end", "year"].map((id) => (columns.some((one) => one.id === id) ? cells.get(id) : null)),
    ),
  ].some((text) => /\d{4}\/\d\d/.test(String(text)));
}

function twoDigits(year: number): string {
  return String(year % 100).padStart(2, "0");
}

/** Writes each year in other words. Labels that are no text replace only headings and cells that hold nothing else. */
function relabel(sketch: Sketch, blocks: Block[], label: (start: number) => CellText): void {
  const { firstYear, years } = sketch.plan;
  const all = Array.from({ length: years.length + 2 }, (_, index) => firstYear - 1 + index);
  const changed = (text: CellText): CellText => {
    if (typeof text !== "string") return text;
    const start = all.find((year) => text.includes(yearName(year)));
    if (start === undefined) return text;
    const now = label(start);
    if (text === yearName(start)) return now;
    return typeof now === "string" || typeof now === "number" ? text.replace(yearName(start), String(now)) : text;
  };
  for (const block of blocks) {
    for (const one of block.columns) one.heading = changed(one.heading);
    block.titles = block.titles.map((title) => title.map(changed));
    for (const one of dataLines(block)) {
      for (const id of ["start", "end", "year"]) {
        const cell = one.cells.get(id);
        if (cell !== undefined) one.cells.set(id, changed(cell));
      }
    }
  }
}
