import { addColumn, dataLines, line, moneyColumns, registerOf, valueOf, type Block, type Line } from "../sketch/sketch";
import { amountOf, savesFromStart, tidy } from "../truth/planTruth";
import type { Feature } from "./feature";

/** What stands between, above, below and beside the rows of a register that is no lever. */
export const rowFeatures: Feature[] = [
  {
    name: "title rows above",
    lay: (sketch, draw) =>
      registerOf(sketch).titles.push(
        ...draw.pick([
          [["Savings register"]],
          [["Cost improvement programme"], ["Version 3, finance department"]],
          [["Savings register"], []],
        ]),
      ),
  },
  {
    name: "a table that begins lower and further right",
    lay: (sketch, draw) => (registerOf(sketch).at = [draw.below(6), 1 + draw.below(3)]),
  },
  {
    name: "blank rows between",
    lay: (sketch, draw) => insertBlanks(registerOf(sketch), 1 + draw.below(2), draw.below(9)),
  },
  {
    name: "a gap of four blank rows",
    lay: (sketch, draw) => insertBlanks(registerOf(sketch), 4, draw.below(9)),
  },
  {
    name: "section headings beside a group column",
    slots: ["sections"],
    lay: (sketch) => insertSections(registerOf(sketch)),
  },
  {
    name: "section headings instead of a group column",
    slots: ["sections"],
    lay: (sketch) => {
      const register = registerOf(sketch);
      insertSections(register);
      register.columns = register.columns.filter(({ id }) => id !== "group");
    },
  },
  {
    name: "the headings repeated",
    lay: (sketch, draw) => {
      const { lines } = registerOf(sketch);
      lines.splice(1 + draw.below(Math.max(1, lines.length - 1)), 0, line("headings", {}));
    },
  },
  {
    name: "a subtotal under each group",
    slots: ["totals", "sections"],
    lay: (sketch, draw) => {
      const register = registerOf(sketch);
      const name = draw.pick([
        (group: string) => `Total ${group}`,
        () => "Sub-total",
        (group: string) => `${group} total`,
      ]);
      regroup(register, (group, lines) => [...lines, totalOf(register, lines, name(group))]);
      register.lines.push(totalOf(register, dataLines(register), "Grand total"));
    },
  },
  {
    name: "a totals row by its name",
    slots: ["totals"],
    lay: (sketch, draw) =>
      addTotal(registerOf(sketch), draw.pick(["Total", "TOTAL", "Grand total", "Total savings", "Sub-total"])),
  },
  {
    name: "a totals row that is called something else",
    slots: ["totals"],
    lay: (sketch, draw) =>
      addTotal(
        registerOf(sketch),
        draw.pick(["Programme value", "All schemes together", "Sum of the above", "CIP 2025"]),
      ),
  },
  {
    name: "a totals row without a name",
    slots: ["totals"],
    lay: (sketch) => addTotal(registerOf(sketch), ""),
  },
  {
    name: "a row that is the sum of those above and called like a lever",
    slots: ["totals"],
    opens: "whether the row counts",
    lay: (sketch, draw) => {
      const register = registerOf(sketch);
      addTotal(register, draw.pick(["Lease", "Rota", "Programme value", "CIP 2025"]));
      const [total] = register.lines.slice(-1);
      if (total) total.sums = [];
      sketch.questions.push({ text: "whether it counts", block: register, columns: ["name"] });
    },
  },
  {
    name: "a lever that comes to the sum of those above it",
    slots: ["totals", "form", "kinds", "unidentified"],
    enrich: (plan) => {
      const [last, ...others] = [...plan.levers].reverse();
      if (!last || last.effect.is !== "amounts") return;
      savesFromStart(plan, last, tidy(others.reduce((sum, lever) => sum + amountOf(lever), 0)));
    },
  },
  {
    name: "a totals row above the levers",
    slots: ["totals"],
    lay: (sketch) => {
      const register = registerOf(sketch);
      const first = register.lines.findIndex(({ what }) => what === "data" || what === "section");
      register.lines.splice(Math.max(0, first), 0, { ...totalOf(register, dataLines(register), "Total"), sums: [] });
    },
  },
  {
    name: "a rounded totals row",
    slots: ["totals"],
    lay: (sketch) => {
      const register = registerOf(sketch);
      const total = totalOf(register, dataLines(register), "Total");
      for (const [id, value] of total.cells) if (typeof value === "number") total.cells.set(id, Math.round(value));
      register.lines.push({ ...total, sums: [] });
    },
  },
  {
    name: "a totals row with a remark",
    slots: ["totals"],
    lay: (sketch) => {
      const register = registerOf(sketch);
      addTotal(register, "Total savings identified to date");
      const { length } = dataLines(register);
      register.lines.at(-1)?.cells.set("status", `${length} schemes`);
    },
  },
  {
    name: "sentences between the rows",
    lay: (sketch, draw) => {
      const { lines } = registerOf(sketch);
      const [first] = dataLines(registerOf(sketch));
      if (!first || lines.length < 3) return;
      const text = draw.pick([
        `${first.lever.name} is agreed with the board`,
        "subject to what the auditors say",
        "This one needs a paper first.",
      ]);
      lines.splice(lines.indexOf(first) + 1, 0, line("note", { [firstId(registerOf(sketch))]: text }));
    },
  },
  {
    name: "ditto under the same group",
    slots: ["sections", "split"],
    lay: (sketch, draw) => {
      const register = registerOf(sketch);
      const mark = draw.pick(['"', "ditto", "as above"]);
      regroup(register, (_, lines) => lines);
      register.lines.forEach((one, index) => {
        const above = register.lines[index - 1];
        if (one.lever && above?.lever?.group === one.lever.group && above.what === "data" && one.what === "data")
          one.cells.set("group", mark);
      });
    },
  },
  {
    name: "of which rows",
    slots: ["of which"],
    lay: (sketch) => {
      const register = registerOf(sketch);
      const [first] = dataLines(register);
      if (!first) return;
      const part = line("note", { name: `of which first half of ${first.lever.name}` });
      for (const { id } of moneyColumns(register)) {
        const value = valueOf(first.cells.get(id));
        if (typeof value === "number") part.cells.set(id, tidy(value / 4));
      }
      register.lines.splice(register.lines.indexOf(first) + 1, 0, part);
    },
  },
  {
    name: "notes at the right",
    slots: ["aside"],
    lay: (sketch) =>
      dataLines(registerOf(sketch)).forEach((one, index) => {
        if (index % 2 === 0)
          one.aside = ["agreed with the board", "Saving to be confirmed", "see Income"][index % 3] ?? "";
      }),
  },
  {
    name: "numbers at the right without a heading",
    slots: ["aside"],
    lay: (sketch) => dataLines(registerOf(sketch)).forEach((one, index) => (one.aside = 7.5 + 4 * index * index)),
  },
  {
    name: "notes below",
    lay: (sketch, draw) =>
      registerOf(sketch).below.push(
        [],
        [
          draw.pick([
            "Source: finance department, unaudited",
            "Note: savings are net of investment",
            "* agreed in principle",
          ]),
        ],
      ),
  },
  {
    name: "hidden rows that hold levers",
    lay: (sketch) => {
      const [, second] = dataLines(registerOf(sketch));
      if (second) second.isHidden = true;
    },
  },
  {
    name: "Applies to merged down",
    slots: ["split"],
    fits: ({ categories }) => categories !== null,
    enrich: (plan) => plan.levers.forEach((lever) => (lever.appliesTo = [...(plan.levers[0]?.appliesTo ?? [])])),
    lay: (sketch) => {
      const { lines } = registerOf(sketch);
      const first = lines.find(({ what }, index) => what === "data" && lines[index + 1]?.what === "data");
      const second = first && lines[lines.indexOf(first) + 1];
      if (!first || !second) return;
      second.cells.set("appliesTo", null);
      first.mergedDown = { id: "appliesTo", lines: 2 };
    },
  },
  {
    name: "a number beside the names",
    lay: (sketch) => {
      const register = registerOf(sketch);
      let count = 0;
      addColumn(register, { id: "no", heading: "No.", unit: "", bands: [], isMoney: false }, () => ++count);
      const added = register.columns.pop();
      if (added) register.columns.unshift(added);
    },
  },
];

function insertBlanks({ lines }: Block, count: number, after: number): void {
  if (lines.length < 2) return;
  lines.splice(1 + (after % (lines.length - 1)), 0, ...Array.from({ length: count }, () => line("blank", {})));
}

function byGroup(register: Block): { group: string; lines: Line[] }[] {
  const groups = new Map<string, Line[]>();
  for (const one of dataLines(register)) groups.set(one.lever.group, [...(groups.get(one.lever.group) ?? []), one]);
  return [...groups].map(([group, lines]) => ({ group, lines }));
}

/** Puts the rows of a group together; what stands above the first lever stays there, what stands below comes last. */
function regroup(register: Block, lay: (group: string, lines: Line[]) => Line[]): void {
  const first = register.lines.findIndex(({ what }) => what === "data");
  const above = register.lines.slice(0, Math.max(0, first));
  const below = register.lines.slice(above.length).filter(({ what }) => what !== "data");
  register.lines = [...above, ...byGroup(register).flatMap(({ group, lines }) => lay(group, lines)), ...below];
}

function insertSections(register: Block): void {
  regroup(register, (group, lines) => [line("section", { [firstId(register)]: group }), ...lines]);
}

function firstId(register: Block): string {
  return register.columns.find(({ id }) => id === "name")?.id ?? register.columns[0]?.id ?? "";
}

function addTotal(register: Block, name: string): void {
  register.lines.push(totalOf(register, dataLines(register), name));
}

function totalOf(register: Block, above: Line[], name: string): Line {
  const total: Line = { ...line("total", name === "" ? {} : { name }), sums: above };
  for (const { id } of moneyColumns(register)) {
    const numbers = above.map(({ cells }) => valueOf(cells.get(id))).filter((value) => typeof value === "number");
    if (numbers.length > 0) total.cells.set(id, tidy(numbers.reduce((sum, value) => sum + value, 0)));
  }
  return total;
}
