import { openAddin } from "@workbooks/stand-in/addin";
import type { StandIn, StandInOptions } from "@workbooks/stand-in/standIn";
import { newWorkbook } from "@workbooks/xlsx/newWorkbook";
import { patchWorkbook } from "@workbooks/xlsx/patchWorkbook";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import { openInFrame } from "./openInFrame";
import { turns } from "../../../support/turns";

interface Opened {
  standIn: StandIn;
  Excel: typeof Excel;
  Office: typeof Office;
  close(): void;
}

let opened: Opened;
afterEach(() => opened.close());

/** One call of the common API, as a promise. */
function result<T = void>(call: (done: (result: Office.AsyncResult<T>) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    call(({ status, value, error }) => (String(status) === "succeeded" ? resolve(value) : reject(error)));
  });
}

/** The whole file, as "Share copy" reads it. */
async function readFile(sliceSize?: number): Promise<Uint8Array> {
  const { document } = opened.Office.context;
  const options = sliceSize === undefined ? {} : { sliceSize };
  const file = await result<Office.File>((done) => document.getFileAsync("compressed" as never, options, done));
  const bytes: number[] = [];
  for (let index = 0; index < file.sliceCount; index++) {
    const slice = await result<Office.Slice>((done) => file.getSliceAsync(index, done));
    expect([slice.index, slice.size]).toEqual([index, (slice.data as number[]).length]);
    bytes.push(...(slice.data as number[]));
  }
  await result((done) => file.closeAsync(done));
  expect(bytes).toHaveLength(file.size);
  return Uint8Array.from(bytes);
}

describe.each([
  ["the native bridge", (options: StandInOptions): Promise<Opened> => openAddin(options)],
  ["the browser's protocol", (options: StandInOptions): Promise<Opened> => openInFrame(null, options)],
])("over %s", (_name, open) => {
  test("the file is read in slices and opened as a workbook of its own, with what was changed", async () => {
    const copies: string[] = [];
    opened = await open({ onOpenWorkbook: (base64) => void copies.push(base64) });
    await opened.Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().getRange("A1:A2").values = [["Need"], ["=1+1"]];
      await context.sync();
    });
    expect(await readFile(1000)).toEqual(await readFile());
    const { sheets } = await readWorkbook(await readFile());
    expect(sheets[0]?.cells.get(1)?.get(0)).toMatchObject({ value: 2, formula: "1+1" });
    await opened.Excel.createWorkbook(Buffer.from(await readFile()).toString("base64"));
    expect((await readWorkbook(Buffer.from(copies[0] ?? "", "base64"))).sheets[0]?.name).toBe("Sheet1");
  });

  test("what cannot be had of the file is said", async () => {
    opened = await open({});
    const { document } = opened.Office.context;
    const get = (type: string, options: object = {}) =>
      result<Office.File>((done) => document.getFileAsync(type as never, options, done));
    await expect(get("pdf")).rejects.toMatchObject({ code: 1009 });
    await expect(get("compressed", { sliceSize: 5 * 1024 * 1024 })).rejects.toMatchObject({ code: 11002 });
    const [one, other] = [await get("compressed"), await get("compressed")];
    await expect(get("compressed")).rejects.toMatchObject({ code: 5001 });
    await expect(result<Office.Slice>((done) => one.getSliceAsync(9, done))).rejects.toMatchObject({ code: 5008 });
    for (const file of [one, other]) await result((done) => file.closeAsync(done));
    await expect(result<Office.Slice>((done) => one.getSliceAsync(0, done))).rejects.toMatchObject({ code: 5010 });
    await expect(result((done) => one.closeAsync(done))).rejects.toMatchObject({ code: 5010 });
    await result((done) => void get("compressed").then((file) => file.closeAsync(done)));
  });

  test("a file that is not at hand is not made up", async () => {
    const content = await readWorkbook(newWorkbook());
    opened = await openAddin({ content });
    const get = result<Office.File>((done) => opened.Office.context.document.getFileAsync("compressed" as never, done));
    await expect(get).rejects.toMatchObject({ code: 5001 });
  });

  test("settings are kept in the workbook, and that the pane opens with it travels with the file", async () => {
    opened = await open({});
    const { settings } = opened.Office.context.document;
    expect(settings.get("Office.AutoShowTaskpaneWithDocument")).toBeNull();
    settings.set("Office.AutoShowTaskpaneWithDocument", true);
    settings.set("choices", { years: [1, 2] });
    settings.set("gone", 1);
    settings.remove("gone");
    expect(opened.standIn.workbook.settings.size).toBe(0);
    await result((done) => settings.saveAsync(done as never));
    const kept = { "Office.AutoShowTaskpaneWithDocument": true, choices: { years: [1, 2] } };
    expect(Object.fromEntries(opened.standIn.workbook.settings)).toEqual(kept);

    const seen = await opened.Excel.run(async (context) => {
      const setting = context.workbook.settings.getItem("choices");
      setting.load("value");
      context.workbook.settings.add("from Excel", 7);
      await context.sync();
      return setting.value as unknown;
    });
    expect(seen).toEqual({ years: [1, 2] });
    await result((done) => settings.refreshAsync(done as never));
    expect(settings.get("from Excel")).toBe(7);

    const addIn = { id: "f2b09d37-2f00-4c2e-824c-acf7a57ce868", version: "1.0.0.0" };
    const saved = await patchWorkbook(newWorkbook(), { ...opened.standIn.content(), addIn });
    expect((await readWorkbook(saved)).settings).toEqual({ ...kept, "from Excel": 7 });
  });

  test("the document says where it is and that it can be written, and hears of selections", async () => {
    opened = await open({});
    const { document, requirements } = opened.Office.context;
    expect([document.mode, document.url]).toEqual(["readWrite", expect.stringContaining("/workbook")]);
    const { url } = await result<Office.FileProperties>((done) => document.getFilePropertiesAsync(done));
    expect(url).toBe(document.url);
    expect([requirements.isSetSupported("ExcelApi", "1.9"), requirements.isSetSupported("ExcelApi", "9.9")]).toEqual([
      true,
      false,
    ]);
    let selections = 0;
    await result((done) =>
      document.addHandlerAsync("documentSelectionChanged" as never, () => void selections++, done as never),
    );
    await opened.Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().getRange("B2").select();
      await context.sync();
    });
    await turns(50);
    expect(selections).toBe(1);
  });

  test.each(["getSelectedDataAsync", "goToByIdAsync"])("%s of the common API is refused", async (name) => {
    opened = await open({});
    const document = opened.Office.context.document as unknown as Record<string, (...args: unknown[]) => void>;
    const argument = name === "goToByIdAsync" ? ["Sheet1!A1", "namedItem"] : ["matrix"];
    await expect(result((done) => document[name]?.(...argument, done))).rejects.toMatchObject({ code: 5001 });
  });
});
