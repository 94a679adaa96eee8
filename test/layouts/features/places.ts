import { block, column, dataLines, line, registerOf, type Block, type Line } from "../sketch/sketch";
import { tidy } from "../truth/planTruth";
import type { Feature } from "./feature";

/** Which sheets the tables stand on, and what else stands in the workbook. */
export const placeFeatures: Feature[] = [
  {
    name: "all tables under one another on one sheet",
    slots: ["sheet"],
    lay: (sketch) => {
      for (const [one, title] of [
        [sketch.spending, "Spending"],
        [sketch.funding, "Funding"],
        [registerOf(sketch), "Savings register"],
      ] as const) {
        if (!one) continue;
        one.sheet = "Plan";
        one.titles.unshift([title]);
      }
    },
  },
  {
    name: "all tables side by side on one sheet",
    slots: ["sheet", "beside"],
    lay: (sketch) => {
      sketch.areBeside = true;
      for (const one of [sketch.spending, sketch.funding, registerOf(sketch)]) if (one) one.sheet = "Plan";
    },
  },
  {
    name: "Excel tables",
    slots: ["sheet", "bands"],
    lay: (sketch) => {
      const register = registerOf(sketch);
      if (register.columns.some(({ bands, heading }) => bands.length > 0 || heading === null)) return;
      register.excelTable = "tblRegister";
      if (sketch.spending) sketch.spending.excelTable = "tblSpending";
    },
  },
  {
    name: "sheets named without a hint",
    slots: ["sheet"],
    lay: (sketch) => {
      [sketch.spending, sketch.funding, registerOf(sketch)].forEach((one, index) => {
        if (one && !sketch.areBeside && one.sheet !== "Plan") one.sheet = `Sheet${index + 1}`;
      });
    },
  },
  {
    name: "an older version of the register on a hidden sheet",
    slots: ["versions"],
    lay: (sketch) => sketch.others.push(olderVersion(registerOf(sketch), "Register old", true)),
  },
  {
    name: "an older version of the register on a visible sheet before it",
    slots: ["versions", "sheet"],
    lay: (sketch) => {
      const register = registerOf(sketch);
      sketch.others.push(olderVersion(register, "Register v1", false));
      if (register.sheet === "Register") register.sheet = "Register v2";
    },
  },
  {
    name: "the register on a sheet for each half of it",
    slots: ["versions", "sheet", "split"],
    lay: (sketch) => {
      const register = registerOf(sketch);
      const half = Math.ceil(register.lines.length / 2);
      const isNoData = register.lines.some(({ what }) => what !== "data" && what !== "blank");
      if (register.lines.length < 2 || isNoData) return;
      const second: Block = { ...register, sheet: "Division B", lines: register.lines.slice(half) };
      second.columns = register.columns.map((one) => ({ ...one }));
      Object.assign(register, { sheet: "Division A", lines: register.lines.slice(0, half) });
      sketch.registers = [register, second];
    },
  },
  {
    name: "a register on a sheet for each group, named like it",
    slots: ["versions", "sheet", "split"],
    lay: (sketch) => {
      const register = registerOf(sketch);
      const groups = [...new Set(dataLines(register).map(({ lever }) => lever.group))];
      const { lines: all } = register;
      // A sheet cannot be called 2016/17.
      if (
        groups.length < 2 ||
        all.some(({ what }) => what !== "data") ||
        groups.some((group) => /[/\\?*[\]:]/.test(group))
      )
        return;
      register.columns = register.columns.filter(({ id }) => id !== "group");
      sketch.registers = groups.map((group, index) => {
        const lines = all.filter(({ lever }) => lever?.group === group);
        const columns = register.columns.map((one) => ({ ...one }));
        return index === 0
          ? Object.assign(register, { sheet: group, lines })
          : { ...register, columns, sheet: group, lines };
      });
    },
  },
  {
    name: "a ledger beside the plan",
    lay: (sketch) => {
      const columns = [column("code", "Code"), column("description", "Description"), column("amount", "Amount")];
      const lines = Array.from({ length: 30 }, (_, index) =>
        line("data", {
          code: 4000 + index,
          description: ["Drugs", "Travel", "Savings returned", "Income"][index % 4] ?? "",
          amount: 1200 + 37 * index,
        }),
      );
      sketch.others.push(block("Ledger", columns, lines));
    },
  },
  {
    name: "a list of words for the cells",
    lay: (sketch) => {
      const columns = [column("status", "Status"), column("type", "Type"), column("start", "Start")];
      const lines = ["Green", "Amber", "Red"].map((status, index) =>
        line("data", {
          status,
          type: ["Saving", "Income", "Pressure"][index] ?? "",
          start: sketch.plan.years[index] ?? null,
        }),
      );
      sketch.others.push(block("Lists", columns, lines));
    },
  },
  {
    name: "a summary by group before the register",
    lay: (sketch) => {
      const groups = new Map<string, number>();
      for (const { group, effect } of sketch.plan.levers) groups.set(group, (groups.get(group) ?? 0) + effect.fullYear);
      const columns = [column("group", "Programme"), column("saving", "Saving", { unit: sketch.plan.unit })];
      const lines: Line[] = [...groups].map(([group, saving]) => line("data", { group, saving: tidy(saving) }));
      sketch.others.push({ ...block("Dashboard", columns, lines), titles: [["Savings programme on a page"]] });
    },
  },
];

/** The same headings, fewer levers, other amounts. */
function olderVersion(register: Block, sheet: string, isHidden: boolean): Block {
  const columns = register.columns.map((one) => ({ ...one }));
  const lines = dataLines(register)
    .slice(0, -1)
    .map((one) => {
      const cells = new Map(one.cells);
      for (const { id, isMoney } of columns) {
        const value = cells.get(id);
        if (isMoney && typeof value === "number") cells.set(id, tidy(value * 0.9));
      }
      return { ...one, lever: null, cells };
    });
  return { ...register, sheet, isHidden, columns, lines, excelTable: null };
}
