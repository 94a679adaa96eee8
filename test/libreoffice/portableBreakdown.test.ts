import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openAddin } from "@workbooks/stand-in/addin";
import { patchWorkbook } from "@workbooks/xlsx/patchWorkbook";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import JSZip from "jszip";
import { runScenario } from "../../src/workbook/runScenario";
import { ours } from "../packages/xlsx/support/edited";
import { convertAll, parseCsv } from "./support/soffice";

/** A sample, and a scenario of it: savings that overlap, and a council's budget. */
const books = [
  { name: "forward-view", scenario: "Parts overlap" },
  { name: "council-mtfs", scenario: "As planned" },
] as const;

interface Table {
  header: string[];
  rows: string[][];
}

const words = ["Summary", "Breakdown", "Groups", "Bridge", "Position"];

/** The tables of a run as the stand-in shows them, and the file with no formula's result in it. */
async function written(name: string, scenario: string, form: "values" | "portable") {
  const original = readFileSync(join(__dirname, "..", "..", "assets", "samples", `${name}.xlsx`));
  const { standIn } = await openAddin({ content: await readWorkbook(original, ours) });
  try {
    await runScenario({ write: true, scenario, also: { form } });
    await standIn.recalculate();
    const tables = await Excel.run(async (context) => {
      const { tables: all } = context.workbook;
      all.load("items/name,items/worksheet/name");
      await context.sync();
      const found = all.items.map((table) => ({ sheet: table.worksheet.name, range: table.getRange().load("values") }));
      await context.sync();
      return found.map(({ sheet, range }) => ({ sheet, values: range.values as unknown[][] }));
    });
    return { tables, bytes: await withoutResults(await patchWorkbook(original, standIn.content(), ours)) };
  } finally {
    standIn.close();
  }
}

async function withoutResults(bytes: Uint8Array): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes);
  for (const path of Object.keys(zip.files).filter((one) => /^xl\/worksheets\/sheet\d+\.xml$/.test(one))) {
    const xml = await zip.file(path)!.async("string");
    zip.file(path, xml.replace(/(<\/f>)<v>[^<]*<\/v>/g, "$1"));
  }
  return zip.generateAsync({ type: "uint8array" });
}

test("LibreOffice calculates the formulas of the samples to the figures of a run of values, to 1e-9", async () => {
  const figures = new Map<string, { sheet: string; values: unknown[][] }[]>();
  const files: Record<string, Uint8Array> = {};
  for (const { name, scenario } of books) {
    figures.set(name, (await written(name, scenario, "values")).tables);
    files[name] = (await written(name, scenario, "portable")).bytes;
  }
  const texts = await convertAll(files, "csv");
  for (const { name } of books) {
    const own = (figures.get(name) ?? []).filter(({ sheet }) => words.some((word) => sheet.endsWith(` ${word}`)));
    expect(own.length).toBeGreaterThan(3);
    for (const { sheet, values } of own) {
      const file = Object.entries(texts).find(([path]) => path.startsWith(`${name}-`) && path.endsWith(`${sheet}.csv`));
      const lines = parseCsv(String(file?.[1]));
      const header = (values[0] ?? []).map(String);
      const top = lines.findIndex((line) => header.every((heading, at) => line[at] === heading));
      expect([sheet, top]).not.toEqual([sheet, -1]);
      const table: Table = { header, rows: lines.slice(top + 1, top + values.length) };
      const size = Math.max(...values.flat().map((cell) => (typeof cell === "number" ? Math.abs(cell) : 0)));
      const wrong = values.slice(1).flatMap((row, r) =>
        row.flatMap((cell, c) => {
          if (typeof cell !== "number" || /^(Lift|End|Link)/.test(header[c] ?? "")) return [];
          const text = table.rows[r]?.[c] ?? "";
          const value = text.endsWith("%") ? Number(text.slice(0, -1)) / 100 : Number(text);
          return text !== "" && Math.abs(value - cell) <= 1e-9 * size
            ? []
            : [`${sheet} ${String(row[0])} ${header[c]}: ${text} for ${cell}`];
        }),
      );
      expect(wrong).toEqual([]);
    }
  }
}, 300_000);
