import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { newWorkbook } from "@workbooks/xlsx/newWorkbook";
import { patchWorkbook } from "@workbooks/xlsx/patchWorkbook";
import { planBook } from "../workbook/support/planBook";
import { convert } from "./support/soffice";

const run = promisify(execFile);
const root = join(__dirname, "..", "..");
let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), "savings-"))));
afterAll(() => rmSync(folder, { recursive: true }));

/** What LibreOffice prints of the sheets that a run writes: the words of each page, by the sheet's name at its foot. */
async function pagesOf(workbook: string, ...options: string[]): Promise<{ sheet: string; text: string }[]> {
  const out = join(folder, "written.xlsx");
  const words = ["run", workbook, "--out", out, ...options];
  await run(process.execPath, [join(root, "scripts", "savings.js"), ...words], { cwd: root });
  const [pdf] = Object.values(await convert(new Uint8Array(readFileSync(out)), "pdf"));
  const path = join(folder, "written.pdf");
  writeFileSync(path, pdf ?? "");
  const { stdout } = await run("pdftotext", ["-layout", path, "-"]);
  return stdout.split("\f").flatMap((text) => {
    // The user's own sheets print as the user has set them.
    const sheet = /As planned (\w+)\s+Page \d+ of \d+/.exec(text)?.[1];
    return sheet === undefined ? [] : [{ sheet, text }];
  });
}

describe.each(["forward-view", "trust-tracker", "council-mtfs"])("%s", (sample) => {
  let pages: { sheet: string; text: string }[];
  beforeAll(async () => (pages = await pagesOf(join(root, "assets", "samples", `${sample}.xlsx`))));

  test("every page says its sheet and its number; Summary, Bridge and Position are one page each", () => {
    expect(new Set(pages.map(({ sheet }) => sheet))).toEqual(
      new Set(["Summary", "Breakdown", "Groups", "Bridge", "Position", "Notes"]),
    );
    for (const one of ["Summary", "Bridge", "Position"])
      expect(pages.filter(({ sheet }) => sheet === one)).toHaveLength(1);
  });

  test("the headings stand on each page of a longer table", () => {
    const notes = pages.filter(({ sheet }) => sheet === "Notes");
    expect(notes.length).toBeGreaterThan(0);
    for (const { text } of notes) expect(text).toMatch(/^\s*About\s+Note\s+Figure\s+Cell/m);
  });

  test("each bar of the bridge has its amount on it", () => {
    const { text } = pages.find(({ sheet }) => sheet === "Bridge")!;
    // The title of the chart is the sentence that stands above the table.
    const [, table = "", chart = ""] = text.split(/Schemes of /);
    const amounts = [...table.matchAll(/ {2,}(-?[\d,]+(?:\.\d+)?)$/gm)].map(([, amount]) => amount ?? "");
    expect(amounts.length).toBeGreaterThan(3);
    for (const amount of amounts) expect(chart.split(/\s+/)).toContain(amount);
  });
});

describe("the sheets that are written where chosen", () => {
  let pages: { sheet: string; text: string }[];
  const pagesWith = (sheet: string) => pages.filter((page) => page.sheet === sheet).map(({ text }) => text);
  beforeAll(async () => {
    const levers = Array.from({ length: 60 }, (_, at) => {
      const name = `Scheme ${at}, whose name is as long as names of schemes are`;
      return [name, at % 2 ? "Acute" : "Community", 0.1, "2025/26", 0.4, 1.1, at % 3 ? "Signed 12/06" : ""];
    });
    const header = ["Lever", "Applies to", "Saving", "Start", "Low", "High", "QIA"];
    const workbook = join(folder, "ranges.xlsx");
    writeFileSync(workbook, await patchWorkbook(newWorkbook(), planBook({ Levers: [header, ...levers] })));
    pages = await pagesOf(workbook, "--trials", "1000", "--compare", "Low,High", "--assurance");
  });

  test.each([
    ["Risk", /^\s*Part\s+What\s+P10\s+P50\s+P90/m],
    ["Comparison", /^\s*Part\s+What\s+As planned\s+Low\s+High/m],
    ["Assurance", /^\s*Lever\s.*Documented/m],
    ["AssuranceLog", /^\s*Part\s+Item\s+Figure/m],
  ])("%s has its headings on each page, and all of its rows", (sheet, headings) => {
    const printed = pagesWith(sheet);
    expect(printed.length).toBeGreaterThan(0);
    for (const text of printed) expect(text).toMatch(headings);
    const schemes = new Set(printed.join("\n").match(/Scheme \d+,/g));
    if (sheet !== "AssuranceLog") expect(schemes.size).toBe(60);
  });

  test("Risk has its message twice: above the chart, and as the chart's title", () => {
    expect(
      pagesWith("Risk")[0]?.match(/2026\/27: savings of £[\d.]+m to £[\d.]+m in eight of ten trials/g),
    ).toHaveLength(2);
  });
});
