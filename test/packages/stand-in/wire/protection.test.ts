import { openAddin, type OpenAddin } from "@workbooks/stand-in/addin";
import { emptySheet, emptyWorkbook } from "@workbooks/xlsx/emptyContent";
import type { WorkbookContent } from "@workbooks/xlsx/content";

let addin: OpenAddin;
const open = async (content: WorkbookContent = emptyWorkbook()) =>
  void (addin = await openAddin({ content, onInternalError: (error) => error && console.error(error) }));
afterEach(() => addin.close());

const twoSheets = (): WorkbookContent => ({
  ...emptyWorkbook(),
  sheets: [emptySheet("One"), emptySheet("Two")],
  structureProtection: { password: { hash: "CBEB" } },
});
const run = (batch: (workbook: Excel.Workbook) => void) =>
  Excel.run(async (context) => {
    batch(context.workbook);
    await context.sync();
  });
const isProtected = () =>
  Excel.run(async (context) => {
    context.workbook.protection.load("protected");
    await context.sync();
    return context.workbook.protection.protected;
  });

describe("a workbook whose structure the file protects", () => {
  beforeEach(() => open(twoSheets()));

  test.each<[string, (workbook: Excel.Workbook) => void]>([
    ["adding", (workbook) => workbook.worksheets.add("Three")],
    ["copying", (workbook) => workbook.worksheets.getItem("One").copy()],
    ["deleting", (workbook) => workbook.worksheets.getItem("Two").delete()],
    ["renaming", (workbook) => (workbook.worksheets.getItem("Two").name = "Three")],
    ["moving", (workbook) => (workbook.worksheets.getItem("Two").position = 0)],
    ["hiding", (workbook) => (workbook.worksheets.getItem("Two").visibility = "Hidden")],
  ])("refuses %s a sheet", async (_, change) => {
    expect(await isProtected()).toBe(true);
    await expect(run(change)).rejects.toMatchObject({ code: "AccessDenied" });
    const { sheets } = addin.standIn.content();
    expect(sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ["One", "visible"],
      ["Two", "visible"],
    ]);
  });

  test("lets cells be written, and the same protection be saved", async () => {
    await run((workbook) => (workbook.worksheets.getItem("One").getRange("A1").values = [[1]]));
    expect(addin.standIn.content().structureProtection).toEqual({ password: { hash: "CBEB" } });
  });

  test("is unprotected by its password only", async () => {
    await expect(run((workbook) => workbook.protection.unprotect())).rejects.toMatchObject({ code: "InvalidArgument" });
    await expect(run((workbook) => workbook.protection.unprotect("Test"))).rejects.toMatchObject({
      code: "InvalidArgument",
    });
    expect(await isProtected()).toBe(true);
    await run((workbook) => {
      workbook.protection.unprotect("test");
      workbook.worksheets.add("Three");
    });
    expect(addin.standIn.content()).not.toHaveProperty("structureProtection");
  });

  test("cannot be protected a second time", async () => {
    await expect(run((workbook) => workbook.protection.protect())).rejects.toMatchObject({ code: "AccessDenied" });
  });
});

describe("a sheet", () => {
  beforeEach(() => open());

  test("takes options and a password, gives them back, and opens by that password only", async () => {
    const options = await Excel.run(async (context) => {
      const { protection } = context.workbook.worksheets.getFirst();
      protection.protect({ allowSort: true, allowFormatCells: true, selectionMode: "Unlocked" }, "Gap");
      protection.load("protected,options");
      await context.sync();
      return protection.options;
    });
    expect(options).toMatchObject({
      allowSort: true,
      allowFormatCells: true,
      allowInsertRows: false,
      selectionMode: "Unlocked",
    });
    expect(addin.standIn.content().sheets[0]!.protection).toMatchObject({
      allowed: ["allowFormatCells", "allowSort"],
      password: { algorithm: "SHA-512", spins: 100_000 },
    });
    const unprotect = (password?: string) =>
      run((workbook) => workbook.worksheets.getFirst().protection.unprotect(password));
    await expect(unprotect()).rejects.toMatchObject({ code: "InvalidArgument" });
    await expect(unprotect("gap")).rejects.toMatchObject({ code: "InvalidArgument" });
    await unprotect("Gap");
    expect(addin.standIn.content().sheets[0]!.protection).toBeNull();
  });

  test("protected without a password opens to anyone, and twice is too often", async () => {
    await run((workbook) => workbook.worksheets.getFirst().protection.protect());
    await expect(run((workbook) => workbook.worksheets.getFirst().protection.protect())).rejects.toMatchObject({
      code: "AccessDenied",
    });
    await run((workbook) => workbook.worksheets.getFirst().protection.unprotect("whatever"));
    expect(addin.standIn.content().sheets[0]!.protection).toBeNull();
  });
});
