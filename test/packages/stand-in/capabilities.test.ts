import { join } from "node:path";
import { openAddin, type OpenAddin } from "@workbooks/stand-in/addin";
import { newWorkbook } from "@workbooks/xlsx/newWorkbook";
import { patchWorkbook } from "@workbooks/xlsx/patchWorkbook";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import { ours } from "../xlsx/support/edited";

/** What the capabilities that are still to come will ask of Excel, from the first call to the last, through the real library. */

let addin: OpenAddin;
const functions = join(__dirname, "..", "..", "..", "dist");
const scripts = [join(__dirname, "..", "..", "..", "dist", "functions.js")];
afterEach(() => addin.close());

describe("Explain any model", () => {
  beforeEach(async () => {
    addin = await openAddin();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange("A1:A4").formulas = [[2], [3], ["=1+4"], ["=A1*A2+A3"]];
      await context.sync();
    });
  });

  test("inputs are switched on and off in one sync, calculated, read, and put back as they were", async () => {
    const effects = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      const { application } = context.workbook;
      const [inputs, output] = [sheet.getRange("A1:A3"), sheet.getRange("A4")];
      inputs.load("formulas");
      application.load("calculationMode");
      await context.sync();
      const before = { formulas: inputs.formulas as unknown[][], mode: application.calculationMode };
      application.calculationMode = "Manual";
      const [off, on] = [before.formulas.flat(), [10, 20, 30]];
      const reads: Excel.Range[] = [];
      for (let combination = 0; combination < 8; combination++) {
        inputs.formulas = [0, 1, 2].map((i) => [(combination >> i) & 1 ? on[i] : off[i]]) as never;
        application.calculate("Recalculate");
        const read = sheet.getRange("A4");
        read.load("values");
        reads.push(read);
      }
      await context.sync();
      inputs.formulas = before.formulas as never;
      application.calculationMode = before.mode;
      output.load("values");
      inputs.load("formulas");
      await context.sync();
      expect([output.values, inputs.formulas, before.mode]).toEqual([[[11]], [[2], [3], ["=1+4"]], "Automatic"]);
      return reads.map((read) => read.values[0]?.[0] as number);
    });
    expect(effects).toEqual([11, 35, 45, 205, 36, 60, 70, 230]);
  });

  test("a failure in the middle leaves what a journal in the workbook can put back", async () => {
    const journal = '<journal xmlns="urn:savings:journal"><cell address="Sheet1!A1">2</cell></journal>';
    await Excel.run(async (context) => {
      context.workbook.customXmlParts.add(journal);
      context.workbook.worksheets.getFirst().getRange("A1").values = [[99]];
      context.workbook.worksheets.getItem("gone").load("name");
      await expect(context.sync()).rejects.toMatchObject({ code: "ItemNotFound" });
    });
    const content = addin.standIn.content();
    addin.close();
    addin = await openAddin({ content });
    const restored = await Excel.run(async (context) => {
      const part = context.workbook.customXmlParts.getByNamespace("urn:savings:journal").getOnlyItem();
      const xml = part.getXml();
      await context.sync();
      const cell = context.workbook.worksheets.getFirst().getRange("A1");
      cell.values = [[Number(/>(\d+)</.exec(xml.value)?.[1])]];
      part.delete();
      const parts = context.workbook.customXmlParts.getCount();
      const output = context.workbook.worksheets.getFirst().getRange("A4");
      output.load("values");
      await context.sync();
      return [output.values[0]?.[0] as number, parts.value];
    });
    expect(restored).toEqual([11, 0]);
  });
});

describe("Check and Share copy", () => {
  beforeEach(async () => {
    addin = await openAddin({ functions, scripts });
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const sheet = worksheets.getFirst();
      sheet.getRange("A1:B2").formulas = [
        ["=SAVINGS.COMPOUNDEFF(2%,5)", "=A1*100"],
        ["=_xldudf_SAVINGS_COMPOUNDEFF(2%,5)", "=SUM('[Budget.xlsx]Plan'!A1:A3)"],
      ];
      const secret = worksheets.add("Secret");
      secret.getRange("C3").formulas = [["=SAVINGS.COMPOUNDEFF(3%,5)"]];
      secret.visibility = "VeryHidden";
      const locked = worksheets.add("Locked");
      locked.getRange("A1").formulas = [["=_xldudf_SAVINGS_COMPOUNDEFF(4%,5)"]];
      locked.protection.protect();
      await context.sync();
    });
    await addin.standIn.recalculate();
  });

  test("Check finds every cell that uses the functions, mangled ones and other workbooks too, in two syncs", async () => {
    addin.standIn.counters.reset();
    const found = await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load("items/name,items/visibility,items/protection/protected");
      await context.sync();
      const used = worksheets.items.map((sheet) => {
        const range = sheet.getUsedRangeOrNullObject(true);
        range.load("formulas,values,rowIndex,columnIndex");
        return range;
      });
      await context.sync();
      return used.flatMap((range, index) => {
        const { name, visibility, protection } = worksheets.items[index] as Excel.Worksheet;
        if (range.isNullObject) return [];
        return (range.formulas as unknown[][]).flatMap((row, r) =>
          row.flatMap((formula, c) =>
            /SAVINGS[._]|\[.+\]/.test(String(formula))
              ? [
                  [
                    `${name}!${String.fromCharCode(65 + range.columnIndex + c)}${range.rowIndex + r + 1}`,
                    formula,
                    range.values[r]?.[c] as unknown,
                    visibility,
                    protection.protected,
                  ],
                ]
              : [],
          ),
        );
      });
    });
    expect(addin.standIn.counters.syncs).toBe(2);
    expect(found).toEqual([
      ["Sheet1!A1", "=SAVINGS.COMPOUNDEFF(2%,5)", expect.closeTo(0.0961, 4), "Visible", false],
      ["Sheet1!A2", "=_xldudf_SAVINGS_COMPOUNDEFF(2%,5)", expect.anything(), "Visible", false],
      ["Sheet1!B2", "=SUM('[Budget.xlsx]Plan'!A1:A3)", expect.stringMatching(/^#/), "Visible", false],
      ["Secret!C3", "=SAVINGS.COMPOUNDEFF(3%,5)", expect.closeTo(0.1413, 4), "VeryHidden", false],
      ["Locked!A1", "=_xldudf_SAVINGS_COMPOUNDEFF(4%,5)", expect.anything(), "Visible", true],
    ]);
  });

  test("a mangled name is mended by entering the formula again, and a protected sheet refuses it", async () => {
    const mend = (name: string, address: string, formula: string) =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem(name).getRange(address).formulas = [[formula]];
        await context.sync();
      });
    await mend("Sheet1", "A2", "=SAVINGS.COMPOUNDEFF(2%,5)");
    await addin.standIn.recalculate();
    expect(addin.standIn.workbook.sheet("Sheet1").value(1, 0)).toBeCloseTo(0.0961, 4);
    await expect(mend("Locked", "A1", "=SAVINGS.COMPOUNDEFF(4%,5)")).rejects.toMatchObject({ code: "AccessDenied" });
  });

  test("a copy without the functions is made of the file and opened; the workbook itself keeps them", async () => {
    addin.close();
    const copies: string[] = [];
    addin = await openAddin({ functions, scripts, onOpenWorkbook: (base64) => void copies.push(base64) });
    await Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().getRange("A1:A2").formulas = [["=SAVINGS.COMPOUNDEFF(2%,5)"], ["=A1*100"]];
      await context.sync();
    });
    await addin.standIn.recalculate();
    const file = await new Promise<Office.File>((resolve) =>
      Office.context.document.getFileAsync(Office.FileType.Compressed, ({ value }) => resolve(value)),
    );
    const slice = await new Promise<Office.Slice>((resolve) => file.getSliceAsync(0, ({ value }) => resolve(value)));
    await new Promise((resolve) => file.closeAsync(resolve));
    const bytes = Uint8Array.from(slice.data as number[]);
    const content = await readWorkbook(bytes, ours);
    const cell = content.sheets[0]?.cells.get(0)?.get(0);
    expect(cell?.formula).toBe("SAVINGS.COMPOUNDEFF(2%,5)");
    delete cell?.formula;
    delete cell?.array;
    await Excel.createWorkbook(Buffer.from(await patchWorkbook(bytes, content, ours)).toString("base64"));
    const copy = await readWorkbook(Buffer.from(copies[0] ?? "", "base64"), ours);
    expect(copy.sheets[0]?.cells.get(0)?.get(0)).toEqual({ value: expect.closeTo(0.0961, 4) as number, style: 0 });
    expect(copy.sheets[0]?.cells.get(1)?.get(0)?.formula).toBe("A1*100");
    expect(addin.standIn.workbook.activeSheet.formula(0, 0)).toBe("=SAVINGS.COMPOUNDEFF(2%,5)");
  });
});

test("the pane opens with the document once the user has turned that on, and not after it was turned off", async () => {
  addin = await openAddin();
  const key = "Office.AutoShowTaskpaneWithDocument";
  const save = () => new Promise((resolve) => Office.context.document.settings.saveAsync(resolve));
  const addIn = { id: "f2b09d37-2f00-4c2e-824c-acf7a57ce868", version: "1.0.0.0" };
  const inFile = async () =>
    (await readWorkbook(await patchWorkbook(newWorkbook(), { ...addin.standIn.content(), addIn }, ours), ours))
      .settings;
  Office.context.document.settings.set(key, true);
  await save();
  expect(await inFile()).toEqual({ [key]: true });
  Office.context.document.settings.remove(key);
  await save();
  expect(await inFile()).toEqual({});
});

test("there are no dialogs in Node, and that is said by name", async () => {
  addin = await openAddin();
  expect(() => Office.context.ui).toThrow("Office.context.ui is not implemented by the Excel stand-in.");
});
