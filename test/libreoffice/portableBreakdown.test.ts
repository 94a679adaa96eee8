import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openAddin } from "@workbooks/stand-in/addin";
import type { StandIn } from "@workbooks/stand-in/standIn";
import { patchWorkbook } from "@workbooks/xlsx/patchWorkbook";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import JSZip from "jszip";
import { runScenario } from "../../src/workbook/runScenario";
import { ours } from "../packages/xlsx/support/edited";
import { convertAll, parseCsv } from "./support/soffice";

type Cells = readonly (readonly [sheet: string, cell: string, value: number | string])[];

/** A sample, a scenario of it (savings that overlap, and a council's budget), and inputs that are changed after it was written. */
const books: { name: string; scenario: string; changes: Cells }[] = [
  {
    ...{ name: "forward-view", scenario: "Parts overlap" },
    changes: [
      ["Levers", "C5", 8.1],
      ["Levers", "C7", 1.2],
      ["Levers", "G8", 6],
      ["Levers", "E6", "2017/18"],
      ["Funding", "B9", 8.5],
    ],
  },
  {
    ...{ name: "council-mtfs", scenario: "As planned" },
    changes: [
      ["C Proposals", "E7", 3100],
      ["B Base budget", "B8", 34900],
      ["F Assumptions", "B6", 0.015],
    ],
  },
];

const words = ["Summary", "Breakdown", "Groups", "Bridge", "Position"];

interface Shown {
  sheet: string;
  values: unknown[][];
}

/** The tables of a run of values as the stand-in shows them, after the changes. */
async function figuresOf(name: string, scenario: string, changes: Cells): Promise<Shown[]> {
  return inStandIn(name, async (standIn) => {
    await change(standIn, changes);
    await runScenario({ write: true, scenario });
    return Excel.run(async (context) => {
      const { tables: all } = context.workbook;
      all.load("items/name,items/worksheet/name");
      await context.sync();
      const found = all.items.map((table) => ({ sheet: table.worksheet.name, range: table.getRange().load("values") }));
      await context.sync();
      return found
        .map(({ sheet, range }) => ({ sheet, values: range.values as unknown[][] }))
        .filter(({ sheet }) => words.some((word) => sheet.endsWith(` ${word}`)));
    });
  });
}

/** Files of portable tables with no formula's result in them: as they were written, and after the changes. */
async function portableFiles(name: string, scenario: string, changes: Cells): Promise<Uint8Array[]> {
  return inStandIn(name, async (standIn, original) => {
    const file = async (): Promise<Uint8Array> =>
      withoutResults(await patchWorkbook(original, standIn.content(), ours));
    await runScenario({ write: true, scenario, also: { form: "portable" } });
    const before = await file();
    await change(standIn, changes);
    return [before, await file()];
  });
}

async function inStandIn<T>(name: string, work: (standIn: StandIn, original: Uint8Array) => Promise<T>): Promise<T> {
  const original = readFileSync(join(__dirname, "..", "..", "assets", "samples", `${name}.xlsx`));
  const { standIn } = await openAddin({ content: await readWorkbook(original, ours) });
  try {
    return await work(standIn, original);
  } finally {
    standIn.close();
  }
}

async function change(standIn: StandIn, changes: Cells): Promise<void> {
  await Excel.run(async (context) => {
    for (const [sheet, cell, value] of changes)
      context.workbook.worksheets.getItem(sheet).getRange(cell).values = [[value]];
    await context.sync();
  });
  await standIn.recalculate();
}

async function withoutResults(bytes: Uint8Array): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes);
  for (const path of Object.keys(zip.files).filter((one) => /^xl\/worksheets\/sheet\d+\.xml$/.test(one))) {
    const xml = await zip.file(path)!.async("string");
    zip.file(path, xml.replace(/(<\/f>)<v>[^<]*<\/v>/g, "$1"));
  }
  return zip.generateAsync({ type: "uint8array" });
}

test("LibreOffice calculates the formulas to the figures of a run of values, before and after inputs change, to 1e-9", async () => {
  const figures = new Map<string, Shown[]>();
  const files: Record<string, Uint8Array> = {};
  for (const { name, scenario, changes } of books) {
    const [before, after] = await portableFiles(name, scenario, changes);
    Object.assign(files, { [`${name}-before`]: before, [`${name}-after`]: after });
    figures.set(`${name}-before`, await figuresOf(name, scenario, []));
    figures.set(`${name}-after`, await figuresOf(name, scenario, changes));
  }
  const texts = await convertAll(files, "csv");
  for (const [name, own] of figures) {
    expect(own.length).toBeGreaterThan(3);
    for (const { sheet, values } of own) {
      const file = Object.entries(texts).find(([path]) => path.startsWith(`${name}-`) && path.endsWith(`${sheet}.csv`));
      const lines = parseCsv(String(file?.[1]));
      if (!sheet.endsWith("Position") && !sheet.endsWith("Summary"))
        expect([name, sheet, lines[1]?.[0]]).toEqual([name, sheet, expect.stringMatching(/^Formulas on your cells/)]);
      expect(differences(lines, values)).toEqual([]);
    }
  }
}, 300_000);

/** Row by row, by what the first columns say, and column by column, by the headings. */
function differences(lines: string[][], values: unknown[][]): string[] {
  const header = (values[0] ?? []).map(String);
  const top = lines.findIndex((line) => line[0] === header[0] && header.every((heading) => line.includes(heading)));
  if (top < 0) return [`no row of ${header.join(", ")}`];
  const keyOf = (row: readonly unknown[]): string => row.slice(0, header[0] === "Split by" ? 2 : 1).join("|");
  const rows = new Map(lines.slice(top + 1).map((line) => [keyOf(line), line]));
  const size = Math.max(...values.flat().map((cell) => (typeof cell === "number" ? Math.abs(cell) : 0)));
  return values.slice(1).flatMap((row) =>
    header.flatMap((heading, c) => {
      const figure = row[c];
      if (typeof figure !== "number" || /^(Lift|End|Link|Saving|Cost|Across)/.test(heading)) return [];
      const text = rows.get(keyOf(row))?.[lines[top]?.indexOf(heading) ?? -1] ?? "";
      const value = text.endsWith("%") ? Number(text.slice(0, -1)) / 100 : Number(text);
      const isSame = text !== "" && Math.abs(value - figure) <= 1e-9 * size;
      return isSame ? [] : [`${keyOf(row)} ${heading}: ${text} for ${figure}`];
    }),
  );
}
