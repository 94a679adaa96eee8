import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import type { Cell } from "../../../../src/cells/cell";
import { readTables } from "../../../../src/plan/reading/readTables";
import { playback } from "../../../../src/plan/report/words/playback";
import { gridsOf } from "../../support/workbookGrids";
import { grid } from "../../support/grid";

const cases = join(__dirname, "..", "..", "..", "cases", "registers");

async function ofFile(file: string) {
  return playback(readTables(gridsOf(await readWorkbook(readFileSync(file)))), "en-GB");
}

function ofRegister(...rows: Cell[][]) {
  return playback(readTables([grid("Register", rows)]), "en-GB");
}

test.each([
  [
    "nhs-cip",
    "13 schemes, £8,381k in 2025/26, £11,736k in a full year, £1,200k not identified, £k, price basis not stated.",
    "Your total in U20 says the same.",
  ],
  [
    "A-trust-month6",
    "4 schemes, £2,180k in 2025/26, £3,490k in a full year, £1,200k not identified, £k, price basis not stated.",
    "Your total in M9 says the same.",
  ],
  ["C-council-mtfs", "2 proposals, £2,050k in 2026/27, £2,950k in 2028/29, £k, price basis not stated.", null],
  ["b37-three-directorate-sheets", "6 schemes in 3 registers, £900k a year, £k, price basis not stated.", null],
])("%s is played back in its own figures", async (name, sentence, total) => {
  const played = await ofFile(join(cases, `${name}.xlsx`));
  expect(played?.sentence).toBe(sentence);
  if (total) expect(played?.agrees?.text).toBe(total);
  expect(played?.differences).toEqual([]);
});

test("rows that are no saving are said, with what becomes of them", async () => {
  const played = await ofFile(join(cases, "C-council-mtfs.xlsx"));
  expect(played?.asides.map(({ text }) => text)).toEqual([
    "Pressures: £3,200k in 2026/27, £5,200k in 2028/29, to be met, not saved.",
    "Undelivered brought forward: £750k in 2026/27, nothing in 2028/29, to be met, not saved.",
    "Reserves and other funding: £400k in 2026/27, nothing in 2028/29, not a saving.",
  ]);
});

test("rows without an amount and rows that cost are said, with their cells", () => {
  const played = ofRegister(
    ["Project", "2025/26 saving, £k"],
    ["Theatres", 400],
    ["Beds", 0],
    ["Agency", -40],
    ["Coding", 300],
  );
  expect(played?.sentence).toContain("4 projects, £660k in 2025/26");
  expect(played?.asides).toEqual([
    { text: "1 of them has no amount.", cells: ["Register!A3:B3"] },
    { text: "1 of them costs: −£40k in 2025/26.", cells: ["Register!A4:B4"] },
  ]);
});

test("a total that says something else is named with the cell that is the difference", () => {
  const played = ofRegister(
    ["Scheme", "2025/26 saving, £k"],
    ["Theatres", 400],
    ["Beds", 250],
    ["Agency", 80],
    ["Total", 480],
  );
  expect(played?.agrees).toBeNull();
  expect(played?.differences).toEqual([
    {
      text: "Your total in B5 says 480, its rows come to 730; B3 is the difference.",
      cells: ["Register!B5", "Register!B3"],
    },
  ]);
});

test("without a plan it says what was read and what holds it up", () => {
  const played = ofRegister(["Scheme", "2025/26 saving, £k"], ["Theatres", "four"], ["Beds", 250], ["Coding", 30]);
  expect(played?.sentence).toBe("3 schemes in Register!A1:B4. It cannot run until 1 error is settled.");
  expect(playback(readTables([]), "en-GB")).toBeNull();
});

test("law: the sentence gives the number of rows and their sum, and the sheet's total agrees just where it is that sum", () => {
  const amounts = fc.array(fc.integer({ min: 100, max: 99_999 }), { minLength: 3, maxLength: 30 });
  fc.assert(
    fc.property(amounts, fc.integer({ min: -3, max: 3 }), (rows, off) => {
      const sum = rows.reduce((total, amount) => total + amount, 0);
      const wrong = off * 1000;
      const played = ofRegister(
        ["Scheme", "2025/26 saving, £k"],
        ...rows.map((amount, index): Cell[] => [`Scheme ${index + 1}`, amount]),
        ["Total", sum + wrong],
      );
      const money = new Intl.NumberFormat("en-GB").format(sum);
      expect(played?.sentence).toContain(`${rows.length} schemes, £${money}k in 2025/26,`);
      expect(played?.agrees === null).toBe(wrong !== 0);
      expect(played?.differences).toHaveLength(wrong === 0 ? 0 : 1);
    }),
    { numRuns: 60 },
  );
});
