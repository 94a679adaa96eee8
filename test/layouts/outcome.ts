import { readArea } from "../../src/cells/address";
import { areasMeet, type SheetArea } from "../../src/cells/area";
import { sameName } from "../../src/cells/names";
import type { Layout } from "./layout";
import type { PlanReader, ReadResult } from "./readerOfToday";
import { differences, samePlan, type Difference } from "./samePlan";
import { rowsOfLever } from "./sketch/renderSketch";

/** What became of one layout, from the best to the worst. */
export const outcomes = [
  "right",
  "asked",
  "asked in vain",
  "refused",
  "wrong, but said",
  "threw",
  "wrong in silence",
] as const;
export type OutcomeClass = (typeof outcomes)[number];

export interface Outcome {
  class: OutcomeClass;
  /** One line: what differs, what was not asked, or the first error. */
  why: string;
}

/**
 * Holds a reader to the law on one layout. Clear: the same plan and no question is right. Open: a finding at a cell of each question is asked; a plan
 * without it is wrong in silence, even where the guess was lucky.
 */
export function outcomeOf(layout: Layout, read: PlanReader): Outcome {
  let result: ReadResult;
  try {
    result = read(layout.sheets);
  } catch (error) {
    return { class: "threw", why: String(error) };
  }
  const { plan, findings } = result;
  const said = findings.flatMap(({ cell }) => readArea(cell, "") ?? []);
  const firstError = findings.find(({ level }) => level === "error");
  if (layout.questions.length > 0) {
    const unasked = layout.questions.find(({ cells }) => !meetAny(said, cells));
    if (!unasked) return { class: "asked", why: "" };
    if (!plan) return { class: "refused", why: firstError?.message ?? "" };
    return { class: "wrong in silence", why: `not asked: ${unasked.text}` };
  }
  const { mayBeAsked } = layout;
  const isAsked = mayBeAsked.length > 0 && mayBeAsked.every(({ cells }) => meetAny(said, cells));
  if (!plan) return { class: isAsked ? "asked" : "refused", why: firstError?.message ?? "" };
  const why = samePlan(layout.plan, plan);
  if (why === null) {
    const asked = isAsked ? undefined : findings.find(({ question }) => question);
    return asked ? { class: "asked in vain", why: asked.message } : { class: "right", why: "" };
  }
  const areasRead = plan.levers.flatMap(({ area }) => area ?? []);
  const silent = differences(layout.plan, plan).find((one) => !meetAny(said, cellsOf(one, layout, areasRead)));
  return silent ? { class: "wrong in silence", why } : { class: "wrong, but said", why };
}

function meetAny(said: SheetArea[], cells: SheetArea[]): boolean {
  return said.some((one) => cells.some((cell) => sameName(one.sheet, cell.sheet) && areasMeet(one, cell)));
}

/**
 * Where a finding would have to point for the user to look in the right place. Of a register that was not read at all, its headings are such a place.
 *
 * @param read areas of the levers that were read
 */
function cellsOf({ part, lever }: Difference, { sketch, places }: Layout, read: SheetArea[]): SheetArea[] {
  const headings = (ids: RegExp): SheetArea[] =>
    [sketch.spending, sketch.funding, ...sketch.registers].flatMap((block) =>
      (block?.columns ?? []).filter(({ id }) => ids.test(id)).flatMap((column) => places.heading.get(column) ?? []),
    );
  const whole = (block: typeof sketch.spending): SheetArea[] =>
    block ? [places.block.get(block)].filter((area) => area !== undefined) : [];
  const around = [...places.around.values()].flat();
  switch (part) {
    case "lever": {
      if (!lever) return [];
      const truth = sketch.plan.levers.find(({ name }) => name === lever.name);
      const rows = truth ? rowsOfLever(sketch, places, truth) : [];
      const unread = sketch.registers.filter((block) => !meetAny(read, whole(block)));
      const their = unread.flatMap(({ columns }) => columns.flatMap((column) => places.heading.get(column) ?? []));
      const columns = columnsOf[lever.field] ?? new RegExp(`^${lever.field}$`);
      return [
        ...their,
        ...(lever.area ? [lever.area] : []),
        ...rows,
        ...(lever.field === "row" ? [] : headings(columns)),
      ];
    }
    case "years":
      return headings(/^(y\d|base|start|year)/);
    case "unit":
    case "prices":
      return [...headings(/^(base|y\d|saving|fye|pye)/), ...around];
    case "spending":
      return whole(sketch.spending);
    case "funding":
    case "target":
      return [...whole(sketch.funding), ...whole(sketch.spending)];
  }
}

/** The columns that say a thing of a lever, where they are not called like it. */
const columnsOf: Record<string, RegExp> = {
  effect: /^(saving|pye|fye|rec|share|baseline|gross|rate|[ymq]\d+|start|month|end|year|recurrent|unit)$/,
  kind: /^(kind|type)$/,
  isIdentified: /^status$/,
  cashEffect: /^(cash|type)$/,
};
