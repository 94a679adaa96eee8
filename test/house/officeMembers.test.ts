import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import * as ts from "typescript";
import { apiSetFaults } from "../../scripts/check/apiSets";
import { officeMembers, type OfficeMembers } from "../../scripts/check/officeMembers";
import { standInFaults } from "../../scripts/check/standInMembers";

/** A way to reach a member, and what the check has to see in that line. */
const lines: [source: string, seen: string[]][] = [
  ["sheet.getRange().values;", ["Worksheet.getRange", "Range.values"]],
  ["range.getPivotTables();", ["Range.getPivotTables"]],
  [
    "const { address, format: { fill } } = range; void [address, fill];",
    ["Range.address", "Range.format", "RangeFormat.fill"],
  ],
  ['range["numberFormat"];', ["Range.numberFormat"]],
  [
    'range.load("address, format/font/bold");',
    ["Range.load", "Range.address", "Range.format", "RangeFormat.font", "RangeFont.bold"],
  ],
  ['context.load(range, ["text"]);', ["Range.text"]],
  ["range.load(names);", ["Range.load", "Range.rowIndex"]],
  ['range.load({ select: "values", expand: "worksheet" });', ["Range.load", "Range.values", "Range.worksheet"]],
  [
    "range.load({ $all: true, formulas: true, format: { columnWidth: true } });",
    ["Range.load", "Range.formulas", "Range.format", "RangeFormat.columnWidth"],
  ],
  [
    "range.set({ values: [[1]], format: { wrapText: true } });",
    ["Range.set", "Range.values", "Range.format", "RangeFormat.wrapText"],
  ],
  [
    'sheets.load("items/name,position,tables/items/style");',
    ["WorksheetCollection.load", "Worksheet.name", "Worksheet.position", "Worksheet.tables", "Table.style"],
  ],
  ["sheets.load({ name: true });", ["WorksheetCollection.load", "Worksheet.name"]],
  [
    "sheet.onChanged.add(async (event) => void event.address);",
    ["Worksheet.onChanged", "WorksheetChangedEventArgs.address"],
  ],
];

const hiding: [source: string, fault: string][] = [
  ["(range as any).values;", "goes around its type"],
  ["const anything: any = range; void anything;", "goes around its type"],
  ["range.load(text);", "is not in the source"],
  ["range[text as never];", "a name that is not in the source"],
  ['range.load("colour");', "Range has no member colour"],
];

const folder = mkdtempSync(join(tmpdir(), "office-members-"));
const file = join(folder, "uses.ts");
let found: OfficeMembers;

beforeAll(() => {
  const arguments_ =
    "context: Excel.RequestContext, sheets: Excel.WorksheetCollection, sheet: Excel.Worksheet, range: Excel.Range, text: string";
  const start = `const names = "rowIndex" as const; export function uses(${arguments_}): void {`;
  writeFileSync(
    file,
    [start, ...[...lines, ...hiding].map(([source]) => source), "void names; void text; }"].join("\n"),
  );
  found = officeMembers([file], {
    ...{ strict: true, noEmit: true, target: ts.ScriptTarget.ES2022, lib: ["lib.es2022.d.ts", "lib.dom.d.ts"] },
    ...{ types: ["office-js"], typeRoots: [join(__dirname, "..", "..", "node_modules", "@types")] },
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each(lines.map(([source, seen], index) => [source, seen, index + 2] as const))("%s", (_source, seen, line) => {
  const names = found.members.filter((use) => use.line === line).map(({ owner, member }) => `${owner}.${member}`);
  expect(new Set(names)).toEqual(new Set(seen));
});

test.each(hiding.map(([source, fault], index) => [source, fault, index + 2 + lines.length] as const))(
  "%s is reported",
  (_source, fault, line) => {
    expect(found.hidden.filter((each) => each.includes(`:${line}: `))).toEqual([expect.stringContaining(fault)]);
  },
);

test("nothing else is reported as hidden", () => expect(found.hidden).toHaveLength(hiding.length));

test("a member that the stand-in does not have is a fault, with its place", () => {
  expect(standInFaults(found.members)).toEqual([
    expect.stringContaining(`${basename(file)}:3: the Excel stand-in has no Range.getPivotTables;`),
  ]);
});

test("a member above the manifest's requirement set is a fault, unless the file asks for the set", () => {
  const above = found.members.filter(({ owner, member }) => `${owner}.${member}` === "Range.getPivotTables");
  expect(above).toMatchObject([{ set: 12 }]);
  expect(apiSetFaults(found.members, 9, () => "")).toEqual([
    expect.stringContaining("Range.getPivotTables needs ExcelApi 1.12"),
  ]);
  expect(apiSetFaults(found.members, 9, () => 'isSetSupported("ExcelApi", "1.12")')).toEqual([]);
});
