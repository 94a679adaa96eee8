import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import JSZip from "jszip";
import { startBrowser } from "../test/e2e/support/browser";
import { openPreview, sheetNames, type OpenPreview } from "../test/e2e/support/openPreview";
import { convert } from "../test/libreoffice/support/soffice";
import { bookOfTenYears } from "./largeBooks";
import { secondsOf, type Measure } from "./measure";
import { median } from "./medianTime";
import { startServer, waitForCharts } from "./preview";

const what = "portable, 100 levers × 10 years × 10 categories";

/** A large plan as native formulas: written by the command line and in the preview, its size, and what LibreOffice takes to calculate it. */
export async function portableMeasures(root: string): Promise<Measure[]> {
  const folder = await mkdtemp(join(tmpdir(), "savings-bench-"));
  try {
    const [book, values, portable] = ["book", "values", "portable"].map((name) => join(folder, `${name}.xlsx`)) as [
      string,
      string,
      string,
    ];
    await writeFile(book, await bookOfTenYears());
    const run = (...words: string[]): Promise<unknown> =>
      promisify(execFile)(process.execPath, [join(root, "scripts", "savings.js"), "run", book, ...words], {
        cwd: root,
      });
    const asValues = await secondsOf(() => run("--out", values));
    const asFormulas = await secondsOf(() => run("--portable", "--out", portable));
    const [size, sizeOfValues] = [(await stat(portable)).size / 1e6, (await stat(values)).size / 1e6];
    return [
      { what: `${what}: savings run`, value: asFormulas, unit: "s", peer: { what: "as values", value: asValues } },
      { what: `${what}: the file`, value: size, unit: "MB", most: 3, peer: { what: "as values", value: sizeOfValues } },
      await inLibreOffice(await readFile(values), await readFile(portable)),
      { what: `${what}: written in the preview`, value: await inPreview(root, book), unit: "s", most: 5 },
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Seconds by which opening the formulas without their results takes longer than opening the values. */
async function inLibreOffice(values: Uint8Array, portable: Uint8Array): Promise<Measure> {
  const formulas = await withoutResults(portable);
  const measure = { what: `${what}: calculated by LibreOffice`, unit: "s", most: 5 } as const;
  try {
    const times: { opened: number; calculated: number }[] = [];
    for (let round = 0; round < 3; round++)
      times.push({
        opened: await secondsOf(() => convert(values, "csv")),
        calculated: await secondsOf(() => convert(formulas, "csv")),
      });
    const [opened, calculated] = [median(times.map((one) => one.opened)), median(times.map((one) => one.calculated))];
    return { ...measure, value: calculated - opened, note: `opened as values in ${opened.toPrecision(2)} s` };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return { ...measure, value: 0, note: "no LibreOffice on this machine" };
  }
}

/** The file with no formula's result in it, so that all of them are calculated. */
async function withoutResults(bytes: Uint8Array): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes);
  for (const path of Object.keys(zip.files).filter((one) => /^xl\/worksheets\/sheet\d+\.xml$/.test(one))) {
    const xml = (await zip.file(path)?.async("string")) ?? "";
    zip.file(path, xml.replace(/(<\/f>)<v>[^<]*<\/v>/g, "$1"));
  }
  return zip.generateAsync({ type: "uint8array" });
}

/** From the click on Write to tables and charts on their sheets. */
async function inPreview(root: string, book: string): Promise<number> {
  const browser = await startBrowser();
  const server = await startServer(root, book);
  try {
    return await writePortable(await openPreview(browser, server.address));
  } finally {
    await browser.close();
    server.stop();
  }
}

async function writePortable({ page, pane }: OpenPreview): Promise<number> {
  await pane.getByRole("button", { name: "Run", exact: true }).click();
  await pane.getByRole("button", { name: /^Write to workbook/ }).click();
  await pane.getByRole("radio", { name: /^Portable/ }).check();
  const write = pane.getByRole("button", { name: /^Write \d+ sheets?$/ });
  await write.waitFor();
  const sheets = (await sheetNames(page)).length;
  return secondsOf(async () => {
    await write.click();
    await waitForCharts(page, sheets);
  });
}
