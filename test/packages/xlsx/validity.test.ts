import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import type { WorkbookContent } from "@workbooks/xlsx/content";
import { emptySheet } from "@workbooks/xlsx/emptyContent";
import { newWorkbook } from "@workbooks/xlsx/newWorkbook";
import { patchWorkbook } from "@workbooks/xlsx/patchWorkbook";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import { openXmlFindings, type OpenXmlFinding } from "../../support/openXml";
import { anyChart } from "./support/anyChart";
import { setCell } from "./support/content";
import { ours } from "./support/edited";
import { packageOf, partsOf } from "./support/packageParts";
import { WORKBOOKS } from "./support/workbooks";

/** A fault in the file as it came stays; what counts is that nothing is found that was not found before. */
function newFindings(before: readonly OpenXmlFinding[], after: readonly OpenXmlFinding[]): OpenXmlFinding[] {
  const known = new Set(before.map(({ part, description }) => `${part} ${description}`));
  return after.filter(({ part, description }) => !known.has(`${part} ${description}`));
}

/** Everything that is written anew: a sheet with cells of all kinds, formats, a table and charts; names, a property and XML. */
function withEverything(content: WorkbookContent): WorkbookContent {
  const sheet = emptySheet("Brand 'new' & <more>");
  const style =
    content.styles.push({ ...content.styles[0]!, fillColor: "#FFEE00", bold: true, numberFormat: "0.0%" }) - 1;
  ["Step", "Base", "P10"].forEach((text, column) => setCell(sheet, `${"ABC"[column]}1`, { value: text, style: 0 }));
  for (let row = 2; row <= 8; row++) {
    setCell(sheet, `A${row}`, { value: `line ${row}\n & <text> `, style: 0 });
    setCell(sheet, `B${row}`, { value: row / 7, style });
    setCell(sheet, `C${row}`, { value: row * 2, formula: `B${row}*14`, style: 0 });
  }
  setCell(sheet, "E1", { value: true, style: 0 });
  setCell(sheet, "E2", { value: { error: "#N/A" }, formula: "NA()", style: 0 });
  setCell(sheet, "E3", {
    value: 1,
    formula: "SEQUENCE(2)",
    array: { row: 2, column: 4, rowCount: 2, columnCount: 1, dynamic: true },
    style: 0,
  });
  sheet.charts.push(...fc.sample(anyChart(sheet.name), { numRuns: 12, seed: 7 }));
  content.sheets.push(sheet);
  return content;
}

interface Case {
  name: string;
  before: Uint8Array;
  after: Uint8Array;
}

async function casesOf(name: string, before: Uint8Array): Promise<Case[]> {
  const content = await readWorkbook(before, ours);
  const changed = await patchWorkbook(before, withEverything(await readWorkbook(before, ours)), ours);
  const renamed = await readWorkbook(before, ours);
  renamed.sheets.forEach((sheet, index) => (sheet.name = `Renamed ${index}`));
  const cleared = await readWorkbook(before, ours);
  for (const sheet of cleared.sheets) Object.assign(sheet, { tables: [], charts: [], merges: [] });
  const edits: [string, Uint8Array][] = [
    ["with everything new", changed],
    ["with everything new, saved again", await patchWorkbook(changed, await readWorkbook(changed, ours), ours)],
    ["with all sheets renamed", await patchWorkbook(before, renamed, ours)],
    ["without its tables, charts and merges", await patchWorkbook(before, cleared, ours)],
  ];
  expect(content.sheets.length).toBeGreaterThan(0);
  return edits.map(([edit, after]) => ({ name: `${name}, ${edit}`, before, after }));
}

test("nothing that is written is invalid to the Open XML SDK, whoever made the workbook", async () => {
  const sample = readFileSync(join(__dirname, "../../../assets/samples/forward-view.xlsx"));
  const makers = [
    { name: "a new workbook", make: newWorkbook },
    { name: "the sample", make: () => sample },
    ...WORKBOOKS,
  ];
  const cases: Case[] = [];
  for (const { name, make } of makers) cases.push(...(await casesOf(name, await make())));
  const befores = [...new Set(cases.map(({ before }) => before))];
  const found = await openXmlFindings([...befores, ...cases.map(({ after }) => after)]);
  const faults = cases.flatMap(({ name, before }, index) =>
    newFindings(found[befores.indexOf(before)] ?? [], found[befores.length + index] ?? []).map((finding) => ({
      name,
      ...finding,
    })),
  );
  expect(faults).toEqual([]);
});

test("the SDK does find what is wrong", async () => {
  const parts = await partsOf(newWorkbook());
  const broken = {
    ...parts,
    "xl/workbook.xml": String(parts["xl/workbook.xml"]).replace("<sheets>", "<sheeets/><sheets>"),
  };
  const [findings] = await openXmlFindings([await packageOf(broken)]);
  expect(findings).toMatchObject([{ part: "/xl/workbook.xml" }]);
});
