import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { savings } from "../../cli/savings";
import { newWorkbook } from "@workbooks/xlsx/newWorkbook";
import { patchWorkbook } from "@workbooks/xlsx/patchWorkbook";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import { handPackage } from "../packages/xlsx/support/makers/handPackage";
import { partsOf } from "../packages/xlsx/support/packageParts";
import { ours } from "../packages/xlsx/support/edited";
import { bookOf, tableOn } from "../workbook/support/planBook";
import { collected, root } from "./support/keeping";

const hostile = join(root, "test", "cases", "hostile");

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), "savings-"))));
afterAll(() => rmSync(folder, { recursive: true }));

/** Seconds of the processor, so that a busy machine makes no difference; far less than the hangs that these files stand for. */
const most = 10;

test.each(readdirSync(hostile).filter((name) => name.endsWith(".xlsx")))(
  "%s is run or refused in one sentence, soon, and what is written opens again",
  async (name) => {
    const out = join(folder, name);
    const words = ["run", join(hostile, name), "--out", out];
    const before = process.cpuUsage();
    const { code, error } = await collected((streams) => savings({ root, arguments: words, ...streams }));
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(most);
    if (code === 2) expect(error).toMatch(/^[^\n]{20,300}\n$/);
    else {
      expect([code, (await readWorkbook(readFileSync(out), ours)).sheets.length]).toEqual([0, expect.any(Number)]);
      expect(error).not.toMatch(/\bat .*:\d+:\d+/);
    }
  },
);

test("a table of whole columns is read as the rows that it fills", async () => {
  const book = bookOf({
    Register: [
      ["Scheme", "2025/26 saving, £k"],
      ["Theatre lists", 400],
      ["Bed days", 250],
    ],
  });
  const table = { ...tableOn(book.sheets[0]!, "Schemes", 0), rowCount: 1_048_576 };
  const sheets = book.sheets.map((sheet) => ({ ...sheet, tables: [table], partId: null }));
  const file = join(folder, "whole columns.xlsx");
  writeFileSync(file, await patchWorkbook(newWorkbook(), { ...book, sheets }));
  const before = process.cpuUsage();
  const words = ["run", file, "--json", "--out", join(folder, "whole columns run.xlsx")];
  const { code, output } = await collected((streams) => savings({ root, arguments: words, ...streams }));
  const { user, system } = process.cpuUsage(before);
  expect(code).toBe(0);
  expect(JSON.parse(output)).toMatchObject({ registerTotal: 650, levers: [{}, {}] });
  expect((user + system) / 1e6).toBeLessThan(most);
});

test("an array formula of the whole sheet is kept as it is, soon", async () => {
  const sheet = (inside: string) => `<sheetData>${inside}</sheetData>`;
  const array = `<c r="A1"><f t="array" ref="A1:XFD1048576">2*3</f><v>6</v></c><c r="C1"><v>6</v></c>`;
  const register = [
    `<c t="str"><v>Scheme</v></c><c t="str"><v>2025/26 saving, £k</v></c>`,
    `<c t="str"><v>Bed days</v></c><c><v>250</v></c>`,
  ];
  const file = join(folder, "whole array.xlsx");
  const out = join(folder, "whole array run.xlsx");
  const sheets = [
    { name: "Register", inside: sheet(register.map((cells) => `<row>${cells}</row>`).join("")) },
    { name: "Array", inside: sheet(`<row r="1">${array}</row>`) },
  ];
  writeFileSync(file, await handPackage({ sheets }));
  const before = process.cpuUsage();
  const { code, error } = await collected((streams) =>
    savings({ root, arguments: ["run", file, "--out", out], ...streams }),
  );
  const { user, system } = process.cpuUsage(before);
  expect([code, error]).toEqual([0, ""]);
  const part = "xl/worksheets/sheet2.xml";
  expect((await partsOf(readFileSync(out)))[part]).toBe((await partsOf(readFileSync(file)))[part]);
  expect((user + system) / 1e6).toBeLessThan(most);
});
