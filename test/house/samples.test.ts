import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openAddin } from "@workbooks/stand-in/addin";
import type { WorkbookContent } from "@workbooks/xlsx/content";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import { sampleBytes, type SampleName } from "../../scripts/sample/buildSample";
import { runScenario } from "../../src/workbook/runScenario";
import { ours } from "../packages/xlsx/support/edited";

const names = Object.keys(sampleBytes) as SampleName[];
const fileOf = (name: SampleName): Buffer =>
  readFileSync(join(__dirname, "..", "..", "assets", "samples", `${name}.xlsx`));

describe.each(names)("%s.xlsx", (name) => {
  test("is what its script builds from the facts, however often it does (npm run sample)", async () => {
    const built = Buffer.from(await sampleBytes[name]());
    expect(await readWorkbook(fileOf(name), ours)).toEqual(await readWorkbook(built, ours));
    expect(built.equals(Buffer.from(await sampleBytes[name]()))).toBe(true);
  });
});

describe.each(names.filter((name) => name !== "forward-view"))("%s.xlsx", (name) => {
  test("holds in every formula's cell what the formula comes to", async () => {
    const content = await readWorkbook(fileOf(name), ours);
    const { standIn } = await openAddin({ content: await readWorkbook(fileOf(name), ours) });
    await standIn.recalculate(true);
    const calculated = standIn.content();
    standIn.close();
    const formulas = formulasOf(content);
    expect(formulas.length).toBeGreaterThan(80);
    const wrong = formulas.filter(({ sheet, row, column, value }) => {
      const now = calculated.sheets[sheet]?.cells.get(row)?.get(column)?.value;
      return typeof value !== "number" || typeof now !== "number" || Math.abs(now - value) > 1e-9 * Math.abs(value);
    });
    expect(wrong).toEqual([]);
  });

  test("runs and is written, every amount reconciled, without a change of its own sheets", async () => {
    const before = await readWorkbook(fileOf(name), ours);
    const { standIn } = await openAddin({ content: await readWorkbook(fileOf(name), ours) });
    const { breakdown, findings, written } = await runScenario({ write: true });
    const after = standIn.content();
    standIn.close();
    expect(findings.filter(({ level }) => level === "error")).toEqual([]);
    expect(breakdown?.checks.reconciliation).toBeLessThan(1e-9);
    expect(written?.sheets.length).toBeGreaterThan(4);
    const kept = after.sheets.filter((sheet) => before.sheets.some((old) => old.name === sheet.name));
    expect(kept.map(inputsOf)).toEqual(before.sheets.map(inputsOf));
  });
});

function formulasOf(content: WorkbookContent) {
  return content.sheets.flatMap(({ cells }, sheet) =>
    [...cells].flatMap(([row, line]) =>
      [...line].flatMap(([column, { formula, value }]) =>
        formula === undefined ? [] : [{ sheet, row, column, formula, value }],
      ),
    ),
  );
}

/** Values of cells without a formula, and formulas. */
function inputsOf({ name, cells }: WorkbookContent["sheets"][number]): unknown {
  const inputs = [...cells].flatMap(([row, line]) =>
    [...line].map(([column, { formula, value }]) => [row, column, formula ?? value] as const),
  );
  return { name, inputs: inputs.filter(([, , value]) => value !== null).sort((a, b) => a[0] - b[0] || a[1] - b[1]) };
}
