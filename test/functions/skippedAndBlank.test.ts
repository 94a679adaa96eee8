import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openAddin } from "@workbooks/stand-in/addin";
import type { Blanks, SkippedArgument } from "@workbooks/stand-in/functions/blanks";
import { catalogue } from "../../src/functions/catalogue";
import { readFormula } from "./support/formula";

const root = join(__dirname, "..", "..");
const dist = join(root, "dist");

type Result = unknown[][] | string;

/** What formulas come to, each on a sheet of its own, with cells put there before it. */
async function results(
  formulas: readonly { formula: string; cells?: unknown[][] }[],
  excel: { blanks?: Blanks; skipped?: SkippedArgument },
): Promise<Result[]> {
  const { standIn, close } = await openAddin({ scripts: [join(dist, "functions.js")], functions: dist, ...excel });
  await Excel.run(async (context) => {
    formulas.forEach(({ formula, cells }, index) => {
      const sheet = context.workbook.worksheets.add(`F${index}`);
      if (cells) sheet.getRangeByIndexes(0, 0, cells.length, cells[0]?.length ?? 0).values = cells;
      sheet.getRange("Z1").formulas = [[`=${formula}`]];
    });
    await context.sync();
  });
  await standIn.recalculate();
  const found = await Excel.run(async (context) => {
    const ranges = formulas.map((_, index) =>
      context.workbook.worksheets.getItem(`F${index}`).getRange("Z:BZ").getUsedRange(true).load("values"),
    );
    await context.sync();
    return ranges.map(({ values }) => values);
  });
  const sheets = formulas.map((_, index) => standIn.workbook.sheet(`F${index}`).id);
  const texts = sheets.map((id) => standIn.cellMessage(id, 0, 25));
  close();
  return found.map((values, index) => texts[index] ?? values);
}

const written = (value: unknown): string =>
  typeof value === "string" ? `"${value}"` : value === true ? "TRUE" : value === false ? "FALSE" : String(value);
const literal = (matrix: unknown[][]): string => {
  const inside = matrix.map((row) => row.map(written).join(",")).join(";");
  return matrix.length === 1 && matrix[0]?.length === 1 ? inside : `{${inside}}`;
};

/** Every example of every function with its arguments, by the parameters' names. */
const examples = catalogue.flatMap((record) =>
  record.examples.map(({ formula }) => {
    const given = readFormula(formula).given as (unknown[][] | null)[];
    return { record, names: Object.keys(record.parameters), given };
  }),
);

test("the examples skip and blank something in every function that lets them", () => {
  expect(examples.length).toBeGreaterThan(60);
});

describe("an argument that is skipped", () => {
  const cases = examples.flatMap(({ record, names, given }) =>
    names.flatMap((name, place) => {
      if (!record.parameters[name]?.optional) return [];
      const before = names.slice(0, Math.max(given.length, place + 1)).map((_, at) => given[at] ?? null);
      // One argument alone: what another one that is skipped would change is not this one's.
      if (before.some((each, at) => each === null && at !== place)) return [];
      const words = before.map((each, at) => (at === place || each === null ? "" : literal(each)));
      return [{ label: `${record.name}: ${name}`, formula: `SAVINGS.${record.name}(${words.join(",")})` }];
    }),
  );

  test("means its default; the page for real Excel lists what would change if it came as a blank cell", async () => {
    const nothing = await results(cases, { skipped: "nothing" });
    const zero = await results(cases, { skipped: "zero" });
    const blank = await results(cases, { skipped: "blank" });
    const changes = (other: Result[]) => [
      ...new Set(
        cases.filter((_, at) => JSON.stringify(other[at]) !== JSON.stringify(nothing[at])).map(({ label }) => label),
      ),
    ];
    expect(changes(blank)).toEqual(changes(zero));
    const page = readFileSync(join(root, "docs", "real-excel.md"), "utf8");
    expect(/as a blank cell or as 0, these would change: ([^.]*)\./.exec(page)?.[1]).toBe(
      changes(zero)
        .map((label) => `\`${label}\``)
        .join(", "),
    );
  });
});

describe("a blank cell", () => {
  const cases = examples.flatMap(({ record, names, given }) =>
    given.flatMap((matrix, place) => {
      if (matrix === null) return [];
      const cells = matrix.map((row) => row.map((cell) => (cell === null ? "" : cell)));
      const last = cells.at(-1) as unknown[];
      last[last.length - 1] = "";
      const range = `A1:${String.fromCharCode(64 + last.length)}${cells.length}`;
      const words = given.map((each, at) => (at === place ? range : each === null ? "" : literal(each)));
      const element = record.parameters[names[place] ?? ""]?.elements.at(-1);
      const isRefused = element?.domain.includes("blank cells are refused") === true;
      const isTable = element?.kind === "cell";
      return [{ formula: `SAVINGS.${record.name}(${words.join(",")})`, cells, isRefused, isTable }];
    }),
  );

  test("is the same as 0, as null and as the empty text", async () => {
    const desktop = await results(cases, { blanks: "desktop" });
    const web = await results(cases, { blanks: "web" });
    const text = await results(cases, { blanks: "text" });
    cases.forEach(({ formula, isRefused, isTable }, at) => {
      // In a table of the user's a blank may be no 0: then it is refused, the empty text in other words. The desktop's 0 is taken for one beside a
      // Reading whose blanks came as texts, as the pane writes them.
      const isSaid = (one: Result | undefined) => typeof one === "string" || one?.[0]?.[0] === "Level";
      if (isTable && isSaid(text[at]) && isSaid(web[at])) return;
      expect([formula, text[at]]).toEqual([formula, web[at]]);
      if (isRefused) expect(web[at]).toMatch(/blank/);
      else expect([formula, desktop[at]]).toEqual([formula, web[at]]);
    });
  });
});
