import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { convert } from "./support/soffice";

const run = promisify(execFile);
const root = join(__dirname, "..", "..");
let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), "savings-"))));
afterAll(() => rmSync(folder, { recursive: true }));

/** What LibreOffice prints of the sheets that a run of a sample writes: the words of each page, by the sheet's name at its foot. */
async function pagesOf(sample: string): Promise<{ sheet: string; text: string }[]> {
  const out = join(folder, `${sample}.xlsx`);
  const words = ["run", join(root, "assets", "samples", `${sample}.xlsx`), "--out", out];
  await run(process.execPath, [join(root, "scripts", "savings.js"), ...words], { cwd: root });
  const [pdf] = Object.values(await convert(new Uint8Array(readFileSync(out)), "pdf"));
  const path = join(folder, `${sample}.pdf`);
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
  beforeAll(async () => (pages = await pagesOf(sample)));

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
