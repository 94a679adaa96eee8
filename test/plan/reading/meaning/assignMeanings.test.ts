import fc from "fast-check";
import { columnsOf } from "../../../../src/plan/columns/allColumns";
import { assignMeanings, type Candidate } from "../../../../src/plan/reading/meaning/assignMeanings";

const records = columnsOf("levers").slice(0, 5);

/** What is better than leaving a column out. */
const least = 0.75;

const columns = fc.array(
  fc
    .uniqueArray(fc.record({ of: fc.nat(records.length - 1), score: fc.double({ min: 0, max: 3, noNaN: true }) }), {
      selector: ({ of }) => of,
      maxLength: 4,
    })
    .map((all) =>
      all.map(({ of, score }): Candidate => ({ record: records[of]!, score, fit: 0, origin: "heading", text: "" })),
    ),
  { maxLength: 6 },
);

/** The most that any choice comes to. */
function most(candidates: Candidate[][], taken: ReadonlySet<string> = new Set()): number {
  const [own, ...others] = candidates;
  if (!own) return 0;
  const free = own.filter(({ record }) => !taken.has(record.id));
  return Math.max(
    most(others, taken),
    ...free.map(({ record, score }) => score - least + most(others, new Set([...taken, record.id]))),
  );
}

test("the meanings together are the likeliest, and none is given twice", () => {
  fc.assert(
    fc.property(columns, (candidates) => {
      const chosen = assignMeanings(candidates);
      const given = chosen.flatMap((one) => one ?? []);
      expect(new Set(given.map(({ record }) => record.id)).size).toBe(given.length);
      chosen.forEach((one, index) => one === null || expect(candidates[index]).toContain(one));
      expect(given.reduce((sum, { score }) => sum + score - least, 0)).toBeCloseTo(most(candidates), 9);
    }),
    { numRuns: 2000 },
  );
});
