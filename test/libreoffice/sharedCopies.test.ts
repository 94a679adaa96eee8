import type { CellContent, WorkbookContent } from "@workbooks/xlsx/content";
import { newWorkbook } from "@workbooks/xlsx/newWorkbook";
import { patchWorkbook } from "@workbooks/xlsx/patchWorkbook";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import { emptySheet, emptyWorkbook } from "@workbooks/xlsx/emptyContent";
import { nativeForm } from "../../src/functions/natives/nativeForms";
import { scenarioFromXml, scenarioToXml } from "../../src/plan/scenarios/scenarioDocument";
import { shareCopy } from "../../src/workbook/share/shareCopy";
import { nativeNames } from "../functions/natives/nativeNames";
import { ours } from "../packages/xlsx/support/edited";
import { calculatedBook } from "../workbook/share/shareBook";
import { convertAll, parseCsv } from "./support/soffice";

/** Formulas by the cell that they stand in, each on the inputs of the sheet Inputs: A1:A3 amounts, B1:B3 rates, C1:D3 years and counts. */
const formulas: [string, string][] = [
  ["COMPOUNDEFF", "SAVINGS.COMPOUNDEFF(Inputs!$B$1,Inputs!$C$1,Inputs!$A$1)"],
  ["COMPOUNDEFF of a list", 'SAVINGS.COMPOUNDEFF(Inputs!$B$1:$B$3,,100,"productivity")'],
  ["SAVINGSGAP", "SAVINGS.SAVINGSGAP(Inputs!$A$1:$A$3,Inputs!$B$1:$B$3,2%,Inputs!$C$1,Inputs!$B$2)"],
  ["REQUIREDEFF", "SAVINGS.REQUIREDEFF(Inputs!$A$1,Inputs!$A$2,Inputs!$C$1)"],
  ["COMBINED", "SAVINGS.COMBINED(Inputs!$A$1,Inputs!$B$1:$B$3)"],
  ["OVERLAP", "SAVINGS.OVERLAP(Inputs!$A$1,Inputs!$B$1:$B$3)+1"],
  ["OPTIMISMBIAS", "SAVINGS.OPTIMISMBIAS(Inputs!$A$1,Inputs!$B$1,50%)"],
  ["RAG", 'SAVINGS.RAG(Inputs!$A$1,Inputs!$A$2)&"!"'],
  ["DELIVERYRATE", "SAVINGS.DELIVERYRATE(Inputs!$A$1:$A$3,Inputs!$C$1:$C$3)"],
  ["IMPLIEDUNITCOST", "SAVINGS.IMPLIEDUNITCOST(Inputs!$A$1,Inputs!$C$1,Inputs!$C$2)"],
  ["DISCOUNT", "SAVINGS.DISCOUNT(Inputs!$C$1)"],
  ["DISCOUNT for health", 'SAVINGS.DISCOUNT(Inputs!$C$2,"health")'],
  ["NETSAVING", "SAVINGS.NETSAVING(Inputs!$F$1:$H$1,Inputs!$F$2:$H$2)"],
  ["REALTERMS", "ROUND(SAVINGS.REALTERMS(Inputs!$A$1,Inputs!$A$2,Inputs!$A$3),6)"],
  [
    "one in another",
    "SAVINGS.REALTERMS(SAVINGS.COMPOUNDEFF(Inputs!$B$1,Inputs!$C$1,Inputs!$A$1),Inputs!$A$2,Inputs!$A$3)",
  ],
  ["PARTYEAR", "SAVINGS.PARTYEAR(Inputs!$A$1,Inputs!$C$3)"],
  ["PLANVARIANCE", "SAVINGS.PLANVARIANCE(Inputs!$A$1,Inputs!$C$1,Inputs!$A$2,Inputs!$C$2)"],
];

/** Amounts; rates; years, counts and a month; savings and costs by year. The last has what the functions refuse. */
const inputs: Record<string, (number | string | null)[][]> = {
  first: [
    [200, 0.1, 5, null, null, 1, 20, 30],
    [150, 0.02, 40, null, null, 12, 3, 0],
    [90, 0.3, 9],
  ],
  second: [
    [321.5, 0.01, 2, null, null, 5.5, 2.25, 31],
    [300, -0.2, 131, null, null, 40, 0, 1],
    [97, 0.15, 1],
  ],
  blanks: [
    [null, null, 3, null, null, null, 2, 3],
    [10, 0.1, 7, null, null, 1, null, 2],
    [20, 0.2, 4],
  ],
  refused: [
    ["n/a", 1.5, 2.5, null, null, "x", 1, 2],
    [0, 0.1, -3, null, null, 1, 2, 3],
    [0, 0.2, 13],
  ],
};

function bookWith(values: (number | string | null)[][]): WorkbookContent {
  const [cells, answers] = [emptySheet("Inputs"), emptySheet("Answers")];
  values.forEach((line, row) =>
    cells.cells.set(
      row,
      new Map(line.flatMap((value, column) => (value === null ? [] : [[column, { value, style: 0 }] as const]))),
    ),
  );
  formulas.forEach(([, formula], row) => {
    const isWide = /PARTYEAR|PLANVARIANCE/.test(formula);
    const array = { row, column: 0, rowCount: 1, columnCount: 3, dynamic: true };
    const cell: CellContent = { value: null, style: 0, formula, ...(isWide && { array }) };
    answers.cells.set(row, new Map([[0, cell]]));
  });
  return { ...emptyWorkbook(), sheets: [cells, answers] };
}

const fileOf = (content: WorkbookContent): Promise<Uint8Array> =>
  patchWorkbook(
    newWorkbook(),
    { ...content, sheets: content.sheets.map((sheet) => ({ ...sheet, partId: null })) },
    ours,
  );

test("LibreOffice calculates a native copy, whatever its inputs become, to what the functions answer", async () => {
  const book = await calculatedBook(bookWith(inputs["first"]!));
  const copy = await shareCopy({
    ...{ content: book, form: "native", namespace: "SAVINGS", lambdas: [], natives: nativeForm },
  });
  expect([copy.left, copy.notes, copy.formulas.map(({ how }) => how)]).toEqual([[], [], formulas.map(() => "Native")]);
  const tried = new Set(
    formulas.flatMap(([, formula]) => [...formula.matchAll(/SAVINGS\.([A-Z]+)/g)].map(([, one]) => one)),
  );
  expect(nativeNames.filter((name) => !tried.has(name))).toEqual([]);

  const files: Record<string, Uint8Array> = {};
  const right: Record<string, WorkbookContent> = {};
  for (const [name, values] of Object.entries(inputs)) {
    right[name] = await calculatedBook(bookWith(values));
    const [changed, answers] = [bookWith(values).sheets[0]!, copy.content.sheets[1]!];
    // Nothing that was calculated before is left to be shown.
    const bare = new Map(
      [...answers.cells].map(([row, line]) => [
        row,
        new Map(
          [...line].flatMap(([column, cell]) =>
            cell.formula === undefined ? [] : [[column, { ...cell, value: null }]],
          ),
        ),
      ]),
    );
    files[name] = await fileOf({
      ...copy.content,
      sheets: [changed, { ...answers, cells: bare }, copy.content.sheets[2]!],
    });
  }
  const texts = await convertAll(files, "csv");
  const wrong: string[] = [];
  let numbers = 0;
  for (const name of Object.keys(inputs)) {
    const lines = parseCsv(String(texts[`${name}-Answers.csv`]));
    formulas.forEach(([what], row) => {
      const line = right[name]!.sheets[1]!.cells.get(row)!;
      for (const [column, { value }] of line) {
        const text = lines[row]?.[column] ?? "";
        if (typeof value === "number") numbers++;
        const agrees =
          typeof value === "number"
            ? text !== "" && Math.abs(Number(text) - value) <= 1e-9 * Math.max(1, Math.abs(value))
            : text === (typeof value === "object" && value !== null ? value.error : String(value));
        if (!agrees) wrong.push(`${name}, ${what}: ${text} for ${JSON.stringify(value)}`);
      }
    });
  }
  expect(wrong).toEqual([]);
  expect(numbers).toBeGreaterThan(40);
});

test("a stored scenario is there again when LibreOffice has saved the workbook", async () => {
  const stored = scenarioToXml({ name: "Mine & <yours>", off: ["Beds"] });
  const read = await readWorkbook(newWorkbook(), ours);
  const content = { ...read, customXml: [{ id: "{5B0D5F3E-1C2B-4E55-9E0A-0B1C2D3E4F50}", xml: stored }] };
  const file = await fileOf(content);
  expect((await readWorkbook(file, ours)).customXml).toHaveLength(1);
  const saved = (await convertAll({ book: file }, "xlsx"))["book.xlsx"]!;
  const { customXml } = await readWorkbook(new Uint8Array(saved), ours);
  expect(customXml.map(({ xml }) => scenarioFromXml(xml))).toEqual([scenarioFromXml(stored)]);
});
