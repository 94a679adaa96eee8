import fc from "fast-check";
import { notesInTable, readingTable } from "../../../src/plan/live/readingTable";
import type { ReadingNotes, TableNotes } from "../../../src/plan/live/readingNotes";
import { meaningsOf } from "../../../src/plan/columns/meanings";
import { scenarioIn, scenarioTable } from "../../../src/plan/live/scenarioTable";
import { randomScenarios } from "../support/randomPlans";

const text = fc.stringMatching(/^[A-Za-z%£][A-Za-z0-9 %£/()]{0,12}[a-z]$/).map((one) => one.replace(/\s+/g, " "));
const heading = fc.oneof(text, fc.integer({ min: 36_526, max: 54_788 }), fc.constant("(column 3)"));
const table: fc.Arbitrary<TableNotes> = fc.record(
  {
    sheet: text,
    excelTable: text,
    hasTotalsRow: fc.constant(true as const),
    titles: fc.array(text, { maxLength: 4 }),
    headingRows: fc.integer({ min: 1, max: 3 }),
    columns: fc.array(
      fc.record({
        heading,
        meaning: fc.constantFrom(...meaningsOf("spending").map(({ id }) => id), "amount", "ignored"),
        year: fc.constantFrom("", "2025/26"),
        numberFormat: fc.constantFrom("General", "0.0%", "dd/mm/yyyy", "#,##0,;(#,##0,)"),
      }),
    ),
    words: fc.array(fc.record({ heading, word: text, means: text })),
    answers: fc.array(
      fc.record({
        at: fc.oneof(
          heading,
          fc.record({ row: fc.integer({ min: 1, max: 99 }), column: fc.integer({ min: 1, max: 9 }) }),
        ),
        question: fc.constantFrom("yearSavings", "percentScale"),
        answer: text,
      }),
    ),
    rows: fc.array(fc.record({ name: text, word: fc.constantFrom("counts" as const, "left out" as const) })),
  },
  { requiredKeys: ["titles", "headingRows", "columns", "words", "answers", "rows"] },
);
const notes: fc.Arbitrary<ReadingNotes> = fc.record({
  plan: fc.record(
    {
      unit: text,
      priceBasis: text,
      baseYear: fc.constant("2024/25"),
      years: fc.integer({ min: 1, max: 20 }),
      fiscalYearStart: fc.integer({ min: 1, max: 12 }),
      bareYear: fc.constantFrom("start" as const, "end" as const),
      date1904: fc.constant(true as const),
    },
    { requiredKeys: [] },
  ),
  tables: fc.record({ register: table.map((own) => ({ ...own, columns: [] })), spending: table }, { requiredKeys: [] }),
});

test("what the pane noticed comes back from the Reading table as it went in", () => {
  fc.assert(
    fc.property(notes, (one) => {
      expect(notesInTable(readingTable(one))).toEqual(one);
    }),
  );
});

test("blanks of any kind are the same to it", () => {
  fc.assert(
    fc.property(notes, fc.constantFrom(null, 0), (one, blank) => {
      const cells = readingTable(one).map((row) => row.map((cell) => (cell === "" ? blank : cell)));
      expect(notesInTable(cells)).toEqual(one);
    }),
  );
});

test.each([
  [
    ["Register", "Column", "Saving", "", "no such meaning", "", ""],
    /row 2: 'no such meaning' is no meaning of a column/,
  ],
  [["Register", "Colum", "Saving", "", "Saving", "", ""], /'Colum' is not known; one of sheet,/],
  [["Levers", "Column", "Saving", "", "Saving", "", ""], /the table 'Levers' is not known/],
  [["Plan", "Years", "", "", "many", "", ""], /Years is 'many'; a whole number from 1 to 100/],
  [["Register", "Heading rows", "", "", "0", "", ""], /'0' is no number of heading rows/],
])("%j is refused in one sentence", (row, says) => {
  const [header] = readingTable({ plan: {}, tables: {} });
  expect(notesInTable([header ?? [], row])).toEqual({ problem: expect.stringMatching(says) as string });
});

test("a scenario comes back from its table as it went in", () => {
  fc.assert(
    fc.property(
      randomScenarios,
      fc.dictionary(text, fc.double({ min: 0, max: 2, noNaN: true })),
      (scenario, factors) => {
        const off = ["Theatres", "__proto__"];
        const own = { ...scenario, off, leverFactors: factors, groupFactors: { ...factors } };
        const found = scenarioIn(scenarioTable(own));
        const filled = Object.keys(factors).length > 0 ? own : { ...scenario, off };
        expect(found).toEqual(filled);
      },
    ),
  );
});

test.each([
  ["Slow start", /scenario is 'Slow start', which is not known; one of As planned, Low, Expected, High,/],
  [
    [
      ["Kind", "Name", "Value"],
      ["Lever", "Theatres", "half"],
    ],
    /row 2: 'half' is no number for Lever 'Theatres'/,
  ],
  [[["Setting", "Method", "mine"]], /row 1: Method is 'mine'; one of shapley/],
  [[["Person", "Me", 1]], /the kind 'Person' is not known/],
])("the scenario %j is refused in one sentence", (given, says) => {
  expect(scenarioIn(given)).toEqual({ problem: expect.stringMatching(says) as string });
});
