import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { newWorkbook } from "@workbooks/xlsx/newWorkbook";
import { patchWorkbook } from "@workbooks/xlsx/patchWorkbook";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import { runRecalc } from "../../cli/recalcCommand";
import { runRun } from "../../cli/runCommand";
import { openXmlFindings } from "../support/openXml";
import { planBook } from "../workbook/support/planBook";
import { root } from "./support/keeping";

const samples = join(root, "assets", "samples");

/** Levers with a low and a high, and words that an auditor asks for. */
const withRanges = planBook({
  Levers: [
    ["Lever", "Applies to", "Saving", "Start", "Low", "High", "Exec lead", "QIA", "Budget journal"],
    ["Theatres", "Acute", 3, "2025/26", 0.5, 1.1, "Anna", "Signed 12/06", "J10234"],
    ["Admissions & discharge", "Acute", 2, "2026/27", 0.6, 1, "Ben", "", "no"],
  ],
});

test("the samples, and what run and recalc make of them as values, portable and live, with all sheets that can be chosen, are valid to the Open XML SDK", async () => {
  const folder = mkdtempSync(join(tmpdir(), "savings-"));
  try {
    const files: string[] = [];
    for (const name of readdirSync(samples).filter((each) => each.endsWith(".xlsx"))) {
      const [workbook, ran, again, recalculated] = ["", "ran ", "again ", "recalculated "].map((made) =>
        made === "" ? join(samples, name) : join(folder, `${made}${name}`),
      ) as [string, string, string, string];
      const streams = { input: new PassThrough(), output: new PassThrough(), error: new PassThrough() };
      const context = { root, arguments: [], ...streams };
      const run = { name: "run", json: false, findings: false, options: {} } as const;
      await runRun({ ...run, workbook, out: ran }, context);
      await runRun({ ...run, workbook: ran, out: again }, context);
      await runRecalc({ name: "recalc", workbook: ran, out: recalculated }, context);
      files.push(workbook, ran, again, recalculated);
    }
    const workbook = join(samples, "forward-view.xlsx");
    for (const [form, sheet] of [
      ["portable", "As planned AsRead"],
      ["live", "As planned Live Reading"],
    ] as const) {
      const out = join(folder, `${form}.xlsx`);
      const streams = { input: new PassThrough(), output: new PassThrough(), error: new PassThrough() };
      const run = { name: "run", json: false, findings: false, workbook, out, options: { form } } as const;
      await runRun(run, { root, arguments: [], ...streams });
      expect((await readWorkbook(readFileSync(out))).sheets.map(({ name }) => name)).toContain(sheet);
      files.push(out);
    }
    const ranges = join(folder, "ranges.xlsx");
    writeFileSync(ranges, await patchWorkbook(newWorkbook(), withRanges));
    for (const form of ["values", "portable"] as const) {
      const out = join(folder, `all ${form}.xlsx`);
      const streams = { input: new PassThrough(), output: new PassThrough(), error: new PassThrough() };
      const options = { form, trials: 1000, assurance: true, compare: ["Low", "High"] } as const;
      const run = { name: "run", json: false, findings: false, workbook: ranges, out, options } as const;
      await runRun(
        { ...run, options: { ...options, compare: [...options.compare] } },
        { root, arguments: [], ...streams },
      );
      expect((await readWorkbook(readFileSync(out))).sheets.map(({ name }) => name)).toEqual(
        expect.arrayContaining(
          ["Position", "Risk", "Comparison", "Assurance", "AssuranceLog"].map((word) => `As planned ${word}`),
        ),
      );
      files.push(out);
    }
    const found = await openXmlFindings(files.map((file) => readFileSync(file)));
    expect(found).toEqual(files.map(() => []));
    expect(files.length).toBeGreaterThanOrEqual(16);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
