import fc from "fast-check";
import type { SheetArea } from "../../src/cells/area";
import { drawFrom } from "./draw";
import { allFeatures } from "./features/allFeatures";
import type { Feature } from "./features/feature";
import { plainSketch } from "./sketch/plainSketch";
import { renderSketch, type Places } from "./sketch/renderSketch";
import { showLayout } from "./showLayout";
import type { Layout, OpenQuestion } from "./layout";
import type { Question, Sketch } from "./sketch/sketch";
import { plans } from "./truth/drawPlan";
import type { PlanTruth } from "./truth/planTruth";

/** Layouts of up to `most` features. One that fails shrinks to few levers and the features that matter. */
export function layouts(most = 6): fc.Arbitrary<Layout> {
  const names = allFeatures.map(({ name }) => name);
  return fc
    .record({
      plan: plans,
      features: fc.noBias(fc.subarray(names, { maxLength: most })),
      seed: fc.nat({ max: 2 ** 30 }),
    })
    .map(({ plan, features, seed }) => layOut(plan, features, seed));
}

/** The first `count` layouts of a seed. */
export function sampleLayouts(count: number, seed: number, most = 6): Layout[] {
  return fc.sample(layouts(most), { numRuns: count, seed });
}

/** Lays a plan out with these features, as far as they go together. */
export function layOut(from: PlanTruth, features: readonly string[], seed: number): Layout {
  const plan = structuredClone(from);
  const used: Feature[] = [];
  const taken = new Set<string>();
  for (const feature of allFeatures.filter(({ name }) => features.includes(name))) {
    if (feature.slots?.some((slot) => taken.has(slot)) || feature.fits?.(plan) === false) continue;
    feature.slots?.forEach((slot) => taken.add(slot));
    feature.enrich?.(plan, drawFrom(seed, feature.name));
    used.push(feature);
  }
  const sketch = plainSketch(plan);
  for (const feature of used) feature.lay?.(sketch, drawFrom(seed, `${feature.name}, laid`));
  const { sheets, places } = renderSketch(sketch);
  // Over years as numbers and dates no heading has room for a unit: where nothing says it, there is none to read.
  if (!saysUnit(sheets)) plan.unit = "";
  const open = (isOptional: boolean): OpenQuestion[] =>
    sketch.questions
      .filter((question) => (question.isOptional ?? false) === isOptional)
      .map((question) => ({ text: question.text, cells: cellsOf(question, sketch, places) }));
  const [questions, mayBeAsked] = [open(false), open(true)];
  const layout = { features: used.map(({ name }) => name), plan, sheets, questions, mayBeAsked, sketch, places };
  return Object.assign(layout, { [fc.toStringMethod]: () => `\n${showLayout(layout)}\n` });
}

const unitWords = /\(£|£(m|k|bn|'?000)|£ ?(million|thousand|billion)|million|thousand|billion|"m"/;

function saysUnit(sheets: Layout["sheets"]): boolean {
  const says = (text: unknown): boolean => typeof text === "string" && unitWords.test(text);
  return sheets.some(({ values, numberFormats }) =>
    [values, numberFormats].some((rows) => rows.some((row) => row.some(says))),
  );
}

/** The headings of the question's columns and the cells under them, or of its lever alone. */
function cellsOf({ block, columns, lever, also, text }: Question, sketch: Sketch, places: Places): SheetArea[] {
  if (also)
    return [
      { block, columns, text },
      { ...also, text },
    ].flatMap((one) => cellsOf(one, sketch, places));
  const blocks = sketch.registers.includes(block) ? sketch.registers : [block];
  return blocks.flatMap((one) =>
    one.columns
      .filter(({ id }) => columns.includes(id))
      .flatMap((column): SheetArea[] => {
        const heading = places.heading.get(column);
        const whole = places.block.get(one);
        if (!heading || !whole) return [];
        if (!lever) return [{ ...heading, rowCount: whole.row + whole.rowCount - heading.row }];
        const rows = one.lines.filter((line) => line.lever?.name === lever.name).map((line) => places.rows.get(line));
        return [heading, ...rows.flatMap((row) => (row ? [{ ...heading, row: row.row }] : []))];
      }),
  );
}
