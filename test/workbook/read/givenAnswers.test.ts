import type { ReadOptions } from "../../../src/plan/reading/planReading";
import type { SheetGrid } from "../../../src/plan/reading/sheetGrid";
import { readTables } from "../../../src/plan/reading/readTables";
import { readAnswered } from "../../../src/workbook/read/givenAnswers";
import { grid, type CellText } from "../../plan/support/grid";

const years: CellText[][] = [
  ["Scheme", "2025/26", "2026/27", "Status"],
  ["A", 100, 50, "On hold"],
  ["B", 20, 30, "Closed"],
  ["C", 20, 30, "Closed"],
];

const sheets: SheetGrid[] = [grid("Ann's plan", years)];
/** Reads the sheets with answers, as a thread beside this one would. */
const readWith = (grids: SheetGrid[], texts: string[], options: ReadOptions = {}) =>
  readAnswered(texts, async (answers) => readTables(grids, { ...options, answers }));
const answered = async (...texts: string[]) => (await readWith(sheets, texts)).answered;
const chosen = async (...texts: string[]) => (await answered(...texts)).map(({ key, chosen: choice }) => [key, choice]);

const key = "yearSavings@'Ann''s plan'!B1";

test.each([
  "'Ann''s plan'!B1=new in each year",
  "Anns plan!b1 = New in each  year",
  "Ann's plan!B1=2",
  "yearSavings@Anns plan!B1=2",
])("%s answers the question at its cell", async (text) => {
  expect(await chosen(text)).toEqual([[key, "new in each year"]]);
});

test("an answer at the first of several cells holds for all, one at another for that alone", async () => {
  expect(await answered("Anns plan!D3=2")).toMatchObject([
    { cell: "'Ann''s plan'!D3", cells: ["'Ann''s plan'!D3", "'Ann''s plan'!D4"] },
  ]);
  const [own, ...others] = await answered("Anns plan!D4=2");
  expect(own).toMatchObject({ key: "leverCounts@'Ann''s plan'!D4", cell: "'Ann''s plan'!D4" });
  expect([own?.cells, others]).toEqual([undefined, []]);
});

test("what is asked only once another question is answered may be answered with it", async () => {
  const heads = ["Scheme", "Saving £k", "Status"];
  const versions: SheetGrid[] = [
    grid("Register", [heads, ["A", 100, null], ["B", 60, null], ["C", 20, null]]),
    grid("Register old", [heads, ["A", 90, null], ["D", 5, "Rejected"]]),
  ];
  const levers = async (...texts: string[]) => (await readWith(versions, texts)).plan?.levers.map(({ name }) => name);
  const part = "Register old!A1=a part of the register";
  expect(await levers(part)).toEqual(["A (Register)", "B", "C", "A (Register old)"]);
  expect(await levers("Register old!C3=1", part)).toEqual(["A (Register)", "B", "C", "A (Register old)", "D"]);
  await expect(levers("Register old!C3=1")).rejects.toThrow("answers no question");
});

test.each([
  [
    "Anns plan!B9=1",
    "'Anns plan!B9=1' answers no question; what is asked is 'Ann''s plan'!B1 ('counted in each year' or 'new in each year'), 'Ann''s plan'!D2 (",
  ],
  [
    "Anns plan!B1=sometimes",
    `'Anns plan!B1=sometimes' names no choice; one of 'counted in each year' or 'new in each year' (${key}) is needed.`,
  ],
  ["Anns plan!B1=3", "names no choice"],
  ["Anns plan!B1=0", "names no choice"],
])("%s is refused", async (text, message) => {
  await expect(answered(text)).rejects.toThrow(message);
});

test("two answers to one question are refused, and the same twice is one", async () => {
  await expect(answered("Anns plan!B1=1", "Anns plan!B1=2")).rejects.toThrow("one answer is needed");
  expect(await chosen("Anns plan!B1=2", "Anns plan!B1=new in each year")).toEqual([[key, "new in each year"]]);
});

test("where nothing is asked no answer is taken", async () => {
  const plain = [
    grid("Register", [
      ["Scheme", "Saving £k"],
      ["A", 10],
    ]),
  ];
  await expect(readWith(plain, ["Register!B1=1"])).rejects.toThrow(
    "'Register!B1=1' answers no question; the workbook leaves none open.",
  );
});

test("--year-savings answers every register, and an answer for one goes before it", async () => {
  const one = (sheet: string, name: string): SheetGrid =>
    grid(sheet, [
      ["Scheme", "2025/26", "2026/27"],
      [name, 10, 20],
    ]);
  const two = [one("East", "A"), one("West", "B")];
  const reading = await readWith(two, ["West!B1=1"], { yearSavings: "new" });
  expect(reading.answered.map(({ key: of, chosen: choice }) => [of, choice])).toEqual([
    ["yearSavings@East!B1", "new in each year"],
    ["yearSavings@West!B1", "counted in each year"],
  ]);
});

test("two questions at one cell are told apart by their keys, and each names its own option", async () => {
  const parts = [
    grid("Register", [
      ["Scheme", "2025/26 pay", "2025/26 pay NR", "2026/27 pay", "2026/27 pay NR"],
      ["A", 10, 3, 5, 1],
      ["B", 20, 4, 6, 2],
    ]),
  ];
  const read = (...texts: string[]) => readWith(parts, texts);
  expect((await read()).findings.flatMap(({ question }) => question?.option ?? [])).toEqual([
    "--answer 'yearSavings@Register!B1=new in each year'",
    "--answer 'partsComeAgain@Register!B1=only the recurrent part comes again'",
  ]);
  expect((await read("Register!B1=new in each year")).answered.map(({ key: of }) => of)).toEqual([
    "yearSavings@Register!B1",
  ]);
  await expect(read("Register!B1=2")).rejects.toThrow(
    "'Register!B1=2' could answer several questions; one of yearSavings@Register!B1, partsComeAgain@Register!B1 before the = says which.",
  );
});
