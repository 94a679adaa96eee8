import fc from "fast-check";
import { catalogue } from "../../src/functions/catalogue";
import type { Parameter } from "../../src/functions/arguments/arguments";
import type { Element } from "../../src/functions/arguments/elements";
import { expectSound, outcomeOf } from "./support/outcome";

/**
 * The long run: FUZZ_CALLS=100000 npx jest test/functions/fuzz. It passed with this seed when the catalogue was completed.
 */
const calls = Number(process.env["FUZZ_CALLS"] ?? 10_000);
const seed = 20151125;

const numbers = fc.oneof(
  { weight: 8, arbitrary: fc.double({ min: -0.9, max: 0.99, noNaN: true }) },
  { weight: 6, arbitrary: fc.integer({ min: -2, max: 12 }) },
  { weight: 3, arbitrary: fc.double({ min: -1000, max: 1000, noNaN: true }) },
  { weight: 1, arbitrary: fc.double() },
  { weight: 1, arbitrary: fc.constantFrom(0, -0, 1, -1, 100, 2015, 1e308, -1e308, 5e-324, 2 ** 53) },
);
const texts = fc.constantFrom(
  "shapley",
  "lmdi",
  "sequential",
  "prorata",
  "standalone",
  "last",
  "cost",
  "productivity",
  "linear",
  "scurve",
  "fade",
  "Immediate ",
  "threeway",
  "standard",
  "greenbook",
  "health",
  "2015/16",
  "Green",
  "amber",
  " In progress",
  "x",
  "n/a",
);
const oddities = fc.oneof(
  fc.constantFrom<unknown>(null, "", undefined, true, false, NaN, [], {}, new Date(0)),
  fc.constant(Object.assign(new Error("no"), { code: "#REF!" })),
  fc.constant({ type: "FormattedNumber", basicValue: 3, numberFormat: "0" }),
  fc.string(),
);

const cellOf = (element: Element<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 30, arbitrary: element.kind === "number" ? numbers : fc.oneof(texts, numbers, fc.boolean()) },
    { weight: 1, arbitrary: oddities },
  );

const rangeOf = (cell: fc.Arbitrary<unknown>, rows: number, columns: number): fc.Arbitrary<unknown[][]> =>
  fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows });

/** An argument mostly of the right form for a call whose things and years number as given. */
function argument(name: string, parameter: Parameter<unknown>, rows: number, columns: number): fc.Arbitrary<unknown> {
  const cell = name === "trials" ? fc.integer({ min: 90, max: 400 }) : cellOf(parameter.elements.at(-1)!);
  const label = cellOf(parameter.elements[0]!);
  const formed: Record<Parameter<unknown>["shape"], fc.Arbitrary<unknown>> = {
    cell: rangeOf(cell, 1, 1),
    row: rangeOf(cell, 1, columns),
    column: rangeOf(cell, rows, 1),
    list: fc.oneof(rangeOf(cell, rows, 1), rangeOf(cell, 1, columns)),
    table: fc.array(fc.tuple(label, cell), { minLength: 1, maxLength: 4 }),
    frame: fc.oneof(
      rangeOf(cell, rows, columns),
      rangeOf(cell, rows, 1),
      rangeOf(cell, 1, columns),
      rangeOf(cell, 1, 1),
    ),
  };
  return fc.oneof(
    { weight: 20, arbitrary: formed[parameter.shape] },
    { weight: 3, arbitrary: rangeOf(cell, 1, 1) },
    { weight: parameter.optional ? 10 : 1, arbitrary: fc.constantFrom(null, undefined) },
    { weight: 1, arbitrary: fc.oneof(rangeOf(cell, 3, 2), oddities) },
  );
}

const call = fc
  .tuple(fc.constantFrom(...catalogue), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 4 }))
  .chain(([record, rows, columns]) =>
    fc.tuple(
      fc.constant(record),
      fc.tuple(...Object.entries(record.parameters).map(([name, each]) => argument(name, each, rows, columns))),
    ),
  );

test(`${calls} random calls over the whole catalogue give sound answers`, async () => {
  let answered = 0;
  await fc.assert(
    fc.asyncProperty(call, async ([record, given]) => {
      const outcome = await outcomeOf(record, given);
      expectSound(outcome);
      if ("table" in outcome) answered++;
    }),
    { numRuns: calls, seed },
  );
  // A fuzz that is only ever refused tests nothing.
  expect(answered).toBeGreaterThan(calls / 20);
}, 600_000);
