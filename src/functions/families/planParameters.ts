import type { Cell } from "../../cells/cell";
import { methods, type Method } from "../../engine/attribution/methods";
import type { PlanArguments } from "../../plan/live/planArguments";
import type { PlanTableWanted } from "../../plan/live/planTable";
import { cell, cellTable, list, nameOrTable, optional } from "../arguments/arguments";
import { choice, content, number } from "../arguments/elements";
import { askForPlan } from "../askForPlan";
import type { ResultCell } from "../record";

export const register = cellTable(
  content(),
  'The register with its headings, a row a lever. For blanks to stay blank on every Excel: IF(range="","",range).',
);
export const needed = {
  spending: cellTable(content(), "Spending by category with its headings: base and growth, or amounts by year."),
  funding: cellTable(content(), "Funding with its headings, in the same years."),
};
export const spending = optional(
  cellTable(content(), "Spending by category with its headings: base and growth, or amounts by year. Default none."),
  null,
);
export const funding = optional(
  cellTable(content(), "Funding with its headings, in the same years. Default none."),
  null,
);
export const target = optional(
  list(number(), "Savings required: one amount for the last year, or one a year; 0 is none. Default none."),
  null,
);
export const reading = optional(
  cellTable(
    content(),
    "The Reading table that the pane writes: what headings mean, years, units, number formats, answers to questions. Default: the headings alone.",
  ),
  null,
);
export const scenario = optional(
  nameOrTable(
    content(),
    3,
    "As planned (default), Low, Expected or High; or a table Kind (Lever, Group, Status, Weight, Setting), Name, Value.",
  ),
  "As planned",
);
export const method = optional(
  cell(choice(methods), `How overlapping levers share: ${methods.join(", ")}. Default the scenario's, else shapley.`),
  null,
);

export const usual = { register, spending, funding, target, reading, scenario, method };

interface Given {
  register: readonly Cell[][];
  spending: readonly Cell[][] | null;
  funding: readonly Cell[][] | null;
  target?: number[] | null;
  position?: readonly Cell[][] | null;
  reading: readonly Cell[][] | null;
  scenario?: string | readonly Cell[][];
  method?: Method | null;
}

/** Asks for a table of the plan in these arguments. */
export function ask(wanted: PlanTableWanted, given: Given): Promise<ResultCell[][]> {
  const { scenario: asked = "As planned", method: chosen = null, ...tables } = given;
  const there = Object.entries(tables).filter(([, cells]) => cells !== null && cells !== undefined);
  return askForPlan({
    given: Object.fromEntries(there) as unknown as PlanArguments,
    scenario: asked,
    method: chosen,
    wanted,
  });
}

export const notes = [
  "It reads your own tables as the pane does. What no value says, such as a number format, a title above the table or a merged cell, comes from the Reading table, which the pane writes with a live breakdown.",
  "A change of any cell of these tables changes the answer. Functions with the same tables read them once.",
];
export const errors = [
  "#VALUE! where the tables hold an error or leave a question open; the message is the first. PLANFINDINGS lists them all.",
  "#VALUE! where the answer depends on whether a cell is blank or 0, which Excel does not always say.",
  "#N/A where the add-in's reader could not be loaded.",
];

export const twoLevers = '{"Lever","Group","Start","Saving £m";"Theatres","Local",2025,4;"Agency","Local",2026,6}';
export const spend = '{"Category","Base £m",2025,2026;"Acute",100,104,108}';
export const percents = [
  '{"Table","What","Heading","Word","Meaning","Year","Number format"',
  '"Register","Column","Lever","","Lever","","General"',
  '"Register","Column","Applies to","","Applies to","","General"',
  '"Register","Column","Saving %","","Saving %","","#0%"}',
].join(";");
export const fund = '{"Funding","Base £m",2025,2026;"Allocation",100,101,102}';
