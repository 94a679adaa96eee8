import fc from "fast-check";
import type { FunctionRecord } from "../../../src/functions/record";

/** What may stand in a cell of an argument; null is a blank. */
export type Given = number | string | boolean | null | { error: string };

/** Arguments of one call; null is left out. */
export type Call = (Given[][] | null)[];

/**
 * The arguments that LAMBDA and function are compared on. Frames of up to 5 rows and 4 columns; numbers with up to four decimals from the range
 * that stands here (others from -1,000 to 1,000); names from those that are known. One call in four has one cell that is out of place: a text, a
 * truth value, an error, a blank, a number outside of the domain.
 */
export function callsOf(record: FunctionRecord): fc.Arbitrary<Call> {
  const own = special[record.name];
  const plain = own ? own : shaped(record);
  return fc
    .tuple(plain, fc.nat(3), fc.nat(1000), fc.nat(1000), fc.constantFrom<Given>(...misplaced))
    .map(([call, when, argument, place, odd]) => (when === 0 ? withOdd(call, argument, place, odd) : call));
}

const misplaced: Given[] = [
  "n/a",
  true,
  false,
  { error: "#N/A" },
  { error: "#DIV/0!" },
  null,
  "",
  0,
  -1.5,
  2,
  1e6,
  "shapley",
];

const ranges: Record<string, [number, number]> = {
  rate: [-0.3, 0.3],
  pressure: [-0.1, 0.15],
  "SAVINGSGAP.funding": [-0.1, 0.1],
  "GAPTABLE.funding": [-0.1, 0.1],
  efficiency: [-0.05, 0.2],
  effects: [-0.6, 1],
  "REQUIREDEFF.need": [0, 200],
  "REQUIREDEFF.funding": [0, 200],
  "REQUIREDEFF.years": [0, 12],
  ramp: [0.5, 8],
  ceiling: [0, 1],
  innovation: [0, 0.3],
  imitation: [0, 1],
  "RAG.green_at": [0.5, 1.1],
  "RAG.amber_at": [0.2, 0.9],
  bias: [0, 2],
  mitigation: [0, 1],
  index: [0, 150],
  base_index: [0, 150],
};
const wholes: Record<string, [number, number]> = {
  "COMPOUNDEFF.years": [0, 4],
  "SAVINGSGAP.years": [0, 4],
  "GAPTABLE.years": [0, 4],
  "PHASE.years": [1, 12],
  "ADOPTION.years": [1, 12],
  start: [-2, 6],
  start_month: [1, 12],
  year_start: [1, 12],
  year: [0, 400],
  lags: [0, 4],
};
const words: Record<string, string[]> = {
  ratings: ["Green", "amber", "RED", " In progress ", "Opportunity", "unknown", ""],
  labels: ["Agency", "Estates", " Beds ", "", "Pay"],
  start_label: ["Gap", " "],
  end_label: ["Left", ""],
  schedule: ["greenbook", "Health", " greenbook "],
  first_year: ["2015/16", "2019-2020", "1999–00", "2015/17", "soon", " 2020/21"],
  basis: ["cost", "Productivity", "other"],
  profile: ["immediate", "Linear", "scurve", " fade "],
  "ATTRIBUTE.method": ["shapley", "LMDI", "sequential", "prorata", "standalone", "last", "least", "most"],
  "DECOMPOSE.method": ["shapley", "lmdi", "Sequential"],
  "PLANVARIANCE.method": ["standard", "shapley", "threeway"],
};

function cellOf(record: FunctionRecord, name: string): fc.Arbitrary<Given> {
  const of = <T>(table: Record<string, T>): T | undefined => table[`${record.name}.${name}`] ?? table[name];
  const [texts, whole, range] = [of(words), of(wholes), of(ranges)];
  if (texts && name !== "schedule" && name !== "first_year") return fc.constantFrom(...texts);
  if (whole) return fc.integer({ min: whole[0], max: whole[1] });
  const [from, to] = range ?? (name === "schedule" ? [0, 0.1] : name === "first_year" ? [0, 0] : [-1000, 1000]);
  const tidy = fc.integer({ min: Math.ceil(from * 10_000), max: Math.floor(to * 10_000) }).map((of10) => of10 / 10_000);
  const numbers = fc.oneof({ arbitrary: tidy, weight: 8 }, { arbitrary: fc.constantFrom(0, from, to), weight: 1 });
  if (name === "first_year") return fc.oneof(fc.integer({ min: 1990, max: 2030 }), fc.constantFrom(...texts!));
  return texts ? fc.oneof(numbers, fc.constantFrom(...texts)) : numbers;
}

function table(cell: fc.Arbitrary<Given>, rows: number, columns: number): fc.Arbitrary<Given[][]> {
  const line = fc.array(cell, { minLength: columns, maxLength: columns });
  return fc.array(line, { minLength: rows, maxLength: rows });
}

/** Arguments of a common frame, each in full, one row, one column or one cell of it; a twelfth of them of another size. */
function shaped(record: FunctionRecord): fc.Arbitrary<Call> {
  const size = fc.record({ rows: fc.integer({ min: 1, max: 5 }), columns: fc.integer({ min: 1, max: 4 }) });
  const same = ["DECOMPOSE", "DELIVERYRATE"].includes(record.name);
  return size.chain(({ rows, columns }) =>
    fc.tuple(
      ...Object.entries(record.parameters).map(([name, { shape, optional }]): fc.Arbitrary<Given[][] | null> => {
        const cell = cellOf(record, name);
        const height = fc.constantFrom(...(same ? [rows] : [rows, rows, rows, 1, rows === 5 ? 2 : rows]));
        const width = fc.constantFrom(
          ...(same ? [columns] : [columns, columns, columns, 1, columns === 4 ? 3 : columns]),
        );
        const given = fc.tuple(height, width).chain(([down, across]) => {
          if (shape === "cell") return table(cell, 1, 1);
          if (shape === "row") return table(cell, 1, across);
          if (shape === "column") return table(cell, down, 1);
          if (shape === "list") return rows % 2 === 0 ? table(cell, rows, 1) : table(cell, 1, rows);
          return table(cell, down, across);
        });
        return optional
          ? fc.oneof({ arbitrary: fc.constant(null), weight: 1 }, { arbitrary: given, weight: 2 })
          : given;
      }),
    ),
  );
}

const amount = fc.integer({ min: -9999, max: 9999 }).map((hundreds) => hundreds / 100);

const special: Record<string, fc.Arbitrary<Call>> = {
  SHAPLEY: fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.boolean(), fc.nat(9), fc.infiniteStream(fc.nat(1_000_000)))
    .chain(([players, hasNone, fault, order]) => {
      const sets = Array.from({ length: 2 ** players }, (_, set) => set).slice(hasNone ? 0 : 1);
      const shuffled = sets
        .map((set) => ({ set, key: order.next().value as number }))
        .sort((a, b) => a.key - b.key)
        .map(({ set }) => set);
      if (fault === 0) shuffled.pop();
      if (fault === 1) shuffled[0] = shuffled.at(-1)!;
      const rows = (shuffled.length === 0 ? [1] : shuffled).map((set) =>
        Array.from({ length: players }, (_, player) => (set >> player) & 1),
      );
      return fc.tuple(fc.constant(rows), table(amount, rows.length, 1));
    }),
  RISKADJUST: fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 }), fc.boolean())
    .chain(([rows, columns, own]) =>
      fc.tuple(
        table(amount, rows, columns),
        table(fc.constantFrom<Given>("Green", "amber", "RED", " In progress ", "mine", "", null), rows, 1),
        own
          ? fc.array(
              fc
                .tuple(
                  fc.constantFrom<Given>("Mine", "green", "Amber ", "", null),
                  fc.constantFrom<Given>(0.1, 0.5, 1, 0),
                )
                .map((pair): Given[] => [...pair]),
              { minLength: 1, maxLength: 4 },
            )
          : fc.constantFrom<Given[][] | null>(null, [[null]]),
      ),
    ),
  DIFFINDIFF: fc
    .tuple(
      ...[0, 1, 2, 3].map(() => fc.integer({ min: 1, max: 6 })),
      fc.boolean(),
      fc.constantFrom<Given | undefined>(undefined, true, false, 1, 0, null),
    )
    .chain(([a, b, c, d, across, paired]) => {
      const [one, two] = paired === true || paired === 1 ? [a as number, c as number] : [b as number, d as number];
      const sample = (length: number): fc.Arbitrary<Given[][]> =>
        across ? table(amount, 1, length) : table(amount, length, 1);
      return fc.tuple(
        sample(a as number),
        sample(one),
        sample(c as number),
        sample(two),
        fc.constant(paired === undefined ? null : [[paired as Given]]),
      );
    }),
  TRENDBREAK: fc.integer({ min: 4, max: 14 }).chain((length) =>
    fc.tuple(
      fc.boolean().chain((across) => (across ? table(amount, 1, length) : table(amount, length, 1))),
      table(fc.integer({ min: 2, max: length }), 1, 1),
      fc.oneof(fc.constant(null), table(fc.integer({ min: 0, max: 5 }), 1, 1)),
    ),
  ),
  MIXVARIANCE: fc.tuple(fc.integer({ min: 1, max: 5 }), fc.nat(5)).chain(([rows, fault]) => {
    const column = table(amount, rows, 1);
    return fc.tuple(fault === 0 ? table(amount, 1, 1) : column, column, fault === 1 ? table(amount, 2, 1) : column);
  }),
};

function withOdd(call: Call, argument: number, place: number, odd: Given): Call {
  const given = call.map((cells) => cells && cells.map((row) => [...row]));
  const present = given.filter((cells) => cells !== null);
  const cells = present[argument % present.length]!;
  const row = cells[place % cells.length]!;
  row[Math.floor(place / cells.length) % row.length] = odd;
  return given;
}
