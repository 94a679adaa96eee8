import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newWorkbook } from "@workbooks/xlsx/newWorkbook";
import { patchWorkbook } from "@workbooks/xlsx/patchWorkbook";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import Ajv2020, { type ValidateFunction } from "ajv/dist/2020";
import { ours } from "../packages/xlsx/support/edited";
import { bookOf } from "../workbook/support/planBook";
import { runSavings, samples } from "./support/runSavings";

let folder: string;
let validate: ValidateFunction;

beforeAll(() => {
  const schema = JSON.parse(readFileSync(join(__dirname, "..", "..", "docs", "json.schema.json"), "utf8")) as object;
  validate = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(schema);
});
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "savings-"))));
afterEach(() => rmSync(folder, { recursive: true }));

interface Printed {
  levers: { name: string; p10: number | null; attributed: number[] }[];
  priceBasis: string;
  reading: object;
  position: {
    form: string;
    years: { steps: { amount: number }[]; closing: number; notInSpendingAndFunding: number | null }[];
  } | null;
  simulation: { trials: number; seed: number; p10: number[]; p90: number[]; probability: number | null } | null;
}

/** What is printed, once it is as the schema says. */
function printed(...words: string[]): Printed {
  const { code, lines } = runSavings(folder, ["run", ...words]);
  const value = JSON.parse(lines.join("\n")) as Printed;
  validate(value);
  expect({ words, code, errors: validate.errors ?? null }).toEqual({ words, code, errors: null });
  return value;
}

/** A register with ranges, months and a target, and nothing else. */
async function registerAlone(): Promise<string> {
  const book = newWorkbook();
  const content = await readWorkbook(book, ours);
  const { sheets } = bookOf({
    CIP: [
      ["Scheme", "Organisation", "Saving £k", "Low", "Likely", "High", "Start"],
      ["Agency", "Trust A", 400, 0.5, 0.9, 1.1, "2025/26"],
      ["Theatres", "Trust B", 300, 0.2, 0.8, 1, "2025/26"],
      ["Estates", "Trust B", 100, null, 1, null, "2026/27"],
    ],
  });
  await writeFile(join(folder, "cip.xlsx"), await patchWorkbook(book, { ...content, sheets }, ours));
  return "cip.xlsx";
}

const samplesThere = ["forward-view.xlsx", "council-mtfs.xlsx", "trust-tracker.xlsx"].map((name) => [name]);

describe.each(samplesThere)("%s", (name) => {
  test("prints what docs/json.schema.json says, under any scenario and method", () => {
    const book = join(samples, name);
    for (const options of [[], ["--scenario", "Low"], ["--scenario", "High", "--method", "last"], ["--horizon", "1"]])
      printed(book, "--json", ...options);
    printed(book, "--findings");
  });
});

test("the schema holds every key: one more, or one less, is refused", () => {
  const value = printed(join(samples, "forward-view.xlsx"), "--json");
  expect(validate({ ...value, more: 1 })).toBe(false);
  for (const key of Object.keys(value)) expect(validate({ ...value, [key]: undefined })).toBe(false);
  const { p10: _, ...less } = value.levers[0]!;
  expect(validate({ ...value, levers: [less] })).toBe(false);
});

test("the steps of the position sum to its closing", async () => {
  const { position } = printed(join(samples, "forward-view.xlsx"), "--json");
  expect(position?.form).toBe("plan");
  for (const { steps, closing } of position?.years ?? [])
    expect(steps.reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(closing, 9);
  expect(printed(await registerAlone(), "--json").position).toBeNull();
});

test("--trials and --seed draw as often, from that seed: the same digits each time, others with another", async () => {
  const book = await registerAlone();
  const run = (...words: string[]) => printed(book, "--json", ...words).simulation;
  const first = run("--trials", "500", "--seed", "7");
  expect(first).toMatchObject({ trials: 500, seed: 7 });
  expect(run("--trials", "500", "--seed", "7")).toEqual(first);
  expect(run("--trials", "500", "--seed", "8")?.p10).not.toEqual(first?.p10);
  expect(run()).toMatchObject({ trials: 10_000, seed: 1 });
  const none = runSavings(folder, ["run", join(samples, "forward-view.xlsx"), "--json", "--trials", "500"]);
  expect(none).toMatchObject({ code: 0, error: "No lever has a low and a high delivery, so nothing was drawn.\n" });
  first?.p10.forEach((low, year) => expect(low).toBeLessThanOrEqual(first.p90[year] ?? NaN));
});

test.each([
  [["--json", "--trials", "10"], '--trials is "10"; a whole number from 100 to 1,000,000 is needed.'],
  [["--json", "--trials", "many"], '--trials is "many"; a whole number from 100 to 1,000,000 is needed.'],
  [["--json", "--seed", "1.5"], '--seed is "1.5"; a whole number from -2,147,483,647 to 2,147,483,647 is needed.'],
  [
    ["--findings", "--trials", "500"],
    "--trials and --seed draw what is printed or written, and --findings only reads.",
  ],
  [["--json", "--compare", "Low"], "--compare and --assurance write sheets: --out with the file to write is needed."],
])("%p is refused in one sentence", (words, sentence) => {
  const { code, error } = runSavings(folder, ["run", join(samples, "forward-view.xlsx"), ...words]);
  expect({ code, error }).toEqual({ code: 2, error: `${sentence}\n` });
});

test("a Position and a Prices table, found or given, are in the position and its prices", async () => {
  const book = newWorkbook();
  const content = await readWorkbook(book, ours);
  const { sheets } = bookOf({
    Spending: [["Spending, cash"], ["Category", "Base 2024/25 £m", "2025/26", "2026/27"], ["Acute", 150, 156, 162]],
    Funding: [
      ["Funding", "Base 2024/25 £m", "2025/26", "2026/27"],
      ["Core", 140, 143, 146],
    ],
    CIP: [["Savings, 2024/25 prices"], ["Scheme", "Saving £m", "Start"], ["Agency", 3, "2025/26"]],
    Finance: [
      ["Where we ended", "2024/25"],
      ["Reported position", -4],
      ["Deficit support", 6],
      ["Underlying position", -10],
      [null, null],
      [null, null],
      ["GDP deflator", "2024/25", "2025/26", "2026/27"],
      ["Index", 100, 102, 105],
    ],
  });
  await writeFile(join(folder, "book.xlsx"), await patchWorkbook(book, { ...content, sheets }, ours));
  for (const options of [[], ["--position", "Finance!A1:B4", "--prices", "Finance!A7:D8"]]) {
    const { position, reading, priceBasis } = printed("book.xlsx", "--json", ...options);
    expect(position?.years[0]?.steps[0]).toEqual({ name: "Opening position", amount: -4 });
    const closing = 143 - 156 + 3 * 1.02;
    expect(position?.years[0]?.closing).toBeCloseTo(closing, 9);
    expect(position?.years[0]?.notInSpendingAndFunding).toBe(0);
    expect(priceBasis).toMatch(/^cash, by GDP deflator/);
    expect(reading).toMatchObject({ position: { area: "Finance!A1:B4" }, prices: { area: "Finance!A7:D8" } });
  }
});
