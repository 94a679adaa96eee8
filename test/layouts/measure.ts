/**
 * How often the reader of today is right, asks, refuses, or is wrong in silence, over layouts of the whole grammar:
 * `npx tsx test/layouts/measure.ts [--count 2000] [--seed 1] [--show 10] [--feature "part of a name"]`.
 */
import { parseArgs } from "node:util";
import fc from "fast-check";
import { sampleLayouts } from "./drawLayout";
import { outcomes } from "./outcome";
import { readerOfToday } from "./readerOfToday";
import { showLayout } from "./showLayout";
import { aloneOf, both, tallyOf, type Counts } from "./tally";
import { plans } from "./truth/drawPlan";

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "2000" },
    seed: { type: "string", default: "1" },
    show: { type: "string", default: "10" },
    feature: { type: "string", default: "" },
  },
});

const layouts = sampleLayouts(Number(values.count), Number(values.seed)).filter(
  ({ features }) => values.feature === "" || features.some((name) => name.includes(values.feature)),
);
const tally = tallyOf(layouts, readerOfToday);

console.log(`${tally.count} layouts, seed ${values.seed}\n`);
const row = (name: string, cells: (string | number)[]): string =>
  `${name.padEnd(70)}${cells.map((cell) => String(cell).padStart(14)).join("")}`;
console.log(row("", ["all", "clear", "open"]));
for (const one of outcomes) console.log(row(one, [both(tally)[one], tally.clear[one], tally.open[one]]));

const share = (counts: Counts, ...which: (keyof Counts)[]): string => {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const some = which.reduce((sum, one) => sum + counts[one], 0);
  return all === 0 ? "–" : `${Math.round((100 * some) / all)}%`;
};
console.log(`\n${row("feature", ["layouts", "right, asked", "refused", "said", "in silence", "alone"])}`);
const alone = aloneOf(fc.sample(plans, { numRuns: 8, seed: Number(values.seed) }), readerOfToday);
/** What most of the plans become with this feature alone. */
const mostly = (name: string): string => {
  const counts = alone.get(name);
  return counts ? ([...outcomes].sort((a, b) => counts[b] - counts[a])[0]?.replace("wrong in ", "") ?? "") : "";
};
const silence = (counts: Counts): number =>
  counts["wrong in silence"] /
  Math.max(
    1,
    Object.values(counts).reduce((sum, count) => sum + count, 0),
  );
for (const { name, counts } of [...tally.byFeature].sort((a, b) => silence(b.counts) - silence(a.counts))) {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const said = share(counts, "wrong, but said", "asked in vain");
  console.log(
    row(name, [
      all,
      share(counts, "right", "asked"),
      share(counts, "refused", "threw"),
      said,
      share(counts, "wrong in silence"),
      mostly(name),
    ]),
  );
}

console.log("\nThe smallest that are wrong in silence:");
const told = new Set<string>();
for (const { layout, outcome } of tally.silent) {
  const key = layout.features.join();
  if (told.has(key) || told.size >= Number(values.show)) continue;
  told.add(key);
  console.log(`\n${outcome.why}\n${showLayout(layout)}`);
}
