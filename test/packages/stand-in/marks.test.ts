import ExcelJS from "exceljs";
import fc from "fast-check";
import JSZip from "jszip";
import { openAddin } from "@workbooks/stand-in/addin";
import { columnName } from "@workbooks/stand-in/workbook/address";
import { patchWorkbook } from "@workbooks/xlsx/patchWorkbook";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";

const rowCount = 7;

/** Each row has a comment, a rule for what may be typed, a conditional format and a link of its own, which say its name. */
async function markedBook(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("S");
  const other = book.addWorksheet("Other");
  sheet.addRow(["Name", "Amount", "Share", "Link"]);
  for (let n = 1; n <= rowCount; n++) {
    const at = n + 1;
    sheet.addRow([`L${n}`, n, n / 10, null]);
    sheet.getCell(`A${at}`).note = `note L${n}`;
    sheet.getCell(`B${at}`).dataValidation = { type: "custom", allowBlank: true, formulae: [`$B${at}>${n}`] };
    sheet.getCell(`D${at}`).value = { text: `link L${n}`, hyperlink: `https://example.com/L${n}` };
    sheet.addConditionalFormatting({ ref: `C${at}`, rules: [rule(`$B${at}+A${at}>${n}`)] });
    other.addConditionalFormatting({ ref: `A${n}`, rules: [rule(`S!$B$${at}>${n}`)] });
  }
  sheet.addConditionalFormatting({ ref: `A2:A${rowCount + 1}`, rules: [rule("$B2>99")] });
  sheet.autoFilter = `A1:D${rowCount + 1}`;
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function rule(formula: string): ExcelJS.ConditionalFormattingRule {
  return { type: "expression", priority: 1, formulae: [formula], style: { font: { bold: true } } };
}

const step = fc.oneof(
  fc.record({ does: fc.constant("insert" as const), at: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ does: fc.constant("delete" as const), at: fc.integer({ min: 2, max: 9 }) }),
  fc.record({ does: fc.constant("column" as const), at: fc.nat(4) }),
  fc.record({
    does: fc.constantFrom("move" as const, "cut" as const),
    at: fc.integer({ min: 2, max: 9 }),
    to: fc.integer({ min: 2, max: 10 }),
  }),
);

interface Formats {
  ref: string;
  rules: { formulae?: string[] }[];
}

test("law: what stands on cells and is not shown goes with them, in the saved file", async () => {
  const bytes = await markedBook();
  let gone = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 4 }), async (steps) => {
      const { standIn } = await openAddin({ content: await readWorkbook(bytes) });
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("S");
        let headings = 1;
        for (const step of steps) {
          const { does, at } = step;
          // The headings tell where the columns are.
          const row = does === "delete" ? Math.max(at, headings + 1) : at;
          if (does === "insert" && at <= headings) headings++;
          if (does === "insert") sheet.getRange(`${row}:${row}`).insert("Down");
          else if (does === "delete") sheet.getRange(`${row}:${row}`).delete("Up");
          else if (does === "cut") {
            const [from, to] = [Math.max(at, headings + 1), Math.max(step.to, headings + 1)];
            if (from !== to) sheet.getRange(`A${from}:J${from}`).moveTo(`A${to}`);
          } else if (does === "move") {
            // As a run puts a row in anew elsewhere.
            const [from, to] = [Math.max(at, headings + 1), Math.max(step.to, headings + 1)];
            if (from === to) continue;
            sheet.getRange(`${to}:${to}`).insert("Down");
            const now = from >= to ? from + 1 : from;
            sheet.getRange(`A${to}:J${to}`).copyFrom(`A${now}:J${now}`);
            sheet.getRange(`${now}:${now}`).delete("Up");
          } else sheet.getRange(`${columnName(at)}:${columnName(at)}`).insert("Right");
        }
        await context.sync();
      });
      const saved = await patchWorkbook(bytes, standIn.content());
      standIn.close();
      const book = new ExcelJS.Workbook();
      await book.xlsx.load(saved.buffer as ArrayBuffer);
      const [sheet, other] = book.worksheets as [ExcelJS.Worksheet, ExcelJS.Worksheet];
      const formatsOf = (of: ExcelJS.Worksheet) =>
        (of as unknown as { conditionalFormattings: Formats[] }).conditionalFormattings.map(
          ({ ref, rules }) => `${ref} ${rules[0]?.formulae?.[0] ?? ""}`,
        );
      const found = new Map<string, string>();
      sheet.eachRow((row) => row.eachCell((cell) => found.set(cell.text, cell.address)));
      const formats = formatsOf(sheet);
      const rules: string[] = [];
      const isMoved = steps.some(({ does }) => does === "move");
      const isCut = steps.some(({ does }) => does === "cut");
      for (let n = 1; n <= rowCount; n++) {
        const name = found.get(`L${n}`);
        if (name === undefined) {
          gone++;
          expect(formats.some((format) => format.endsWith(`>${n}`))).toBe(false);
          continue;
        }
        const row = Number(sheet.getCell(name).row);
        const [a, b, c] = ["Name", "Amount", "Share"].map((heading) => (found.get(heading) ?? "").replace(/\d+/, ""));
        expect(noteAt(sheet, name)).toBe(`note L${n}`);
        expect(sheet.getCell(`${b}${row}`).dataValidation?.formulae).toEqual([`$${b}${row}>${n}`]);
        expect(sheet.getCell(found.get(`link L${n}`) ?? "").hyperlink).toBe(`https://example.com/L${n}`);
        expect(formats).toContain(`${c}${row} $${b}${row}+${a}${row}>${n}`);
        // What points at a row that is put in anew elsewhere is #REF!, in Excel too.
        if (!isMoved) expect(formatsOf(other)).toContain(`A${n} S!$${b}$${row}>${n}`);
        rules.push(name);
      }
      expect((await boxesIn(saved)).sort()).toEqual([...rules].sort());
      if (isMoved || isCut) return;
      const [first, last] = [rules[0], rules.at(-1)];
      const whole = formats.find((format) => format.endsWith(">99"));
      if (first === undefined || last === undefined) return expect(whole).toBeUndefined();
      const row = sheet.getCell(first).row;
      const amounts = (found.get("Amount") ?? "").replace(/\d+/, "");
      const [area = "", formula] = whole?.split(" ") ?? [];
      expect(formula).toBe(`$${amounts}${row}>99`);
      // Rows that came in before one that went stay in it.
      expect(area.split(":")[0]).toBe(first);
      expect(Number(/\d+$/.exec(area)?.[0])).toBeGreaterThanOrEqual(Number(sheet.getCell(last).row));
      expect(JSON.stringify(sheet.autoFilter)).toContain(found.get("Name"));
    }),
    { numRuns: 60 },
  );
  expect(gone).toBeGreaterThan(10);
});

/** The cells whose comments are drawn, from the top. */
async function boxesIn(bytes: Uint8Array): Promise<string[]> {
  const zip = await JSZip.loadAsync(bytes);
  const drawing = Object.values(zip.files).find(({ name }) => name.endsWith(".vml"));
  const text = (await drawing?.async("string")) ?? "";
  const cells = [...text.matchAll(/<x:Row>(\d+)<\/x:Row>\s*<x:Column>(\d+)<\/x:Column>/g)];
  return cells.map(([, row, column]) => `${columnName(Number(column))}${Number(row) + 1}`);
}

function noteAt(sheet: ExcelJS.Worksheet, address: string): string {
  const { note } = sheet.getCell(address);
  return typeof note === "string" ? note : (note?.texts ?? []).map(({ text }) => text).join("");
}
