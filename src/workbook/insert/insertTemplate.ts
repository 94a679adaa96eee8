import { textInput, type CellInput } from "../excel/cellInput";
import { excelRun, type RunOptions } from "../excel/excelRun";
import { formatNumbers } from "../excel/formatNumbers";
import { freeSheetName, freeTableName } from "../excel/sheetNames";
import { askForShape, shapeOf, type WorkbookShape } from "../excel/workbookShape";

/**
 * Adds the sheets Spending, Funding and Levers, each with a table of a few example rows to type over. Answers the names
 * of the new sheets; a name that is taken gets a number.
 */
export async function insertTemplate(options: RunOptions = {}): Promise<string[]> {
  return excelRun(async (context) => {
    const query = askForShape(context);
    await context.sync();
    const places = placesFor(shapeOf(query));
    context.workbook.application.suspendScreenUpdatingUntilNextSync();
    places.forEach((place) => addSheet(context, place));
    const first = places[0];
    if (first) context.workbook.worksheets.getItem(first.sheet).activate();
    await context.sync();
    return places.map(({ sheet }) => sheet);
  }, options);
}

interface TemplateTable {
  name: string;
  title: string;
  note: string;
  header: string[];
  rows: (string | number)[][];
  /** Number format by column. */
  formats: string[];
  /** Width by column, in characters. */
  widths: number[];
}

const amount = "#,##0.0";
const percent = "0.0%";

const templateTables: readonly TemplateTable[] = [
  {
    name: "Spending",
    title: "Spending (£m, cash)",
    note: "One row for each cost category: spend in the base year and its yearly growth without any lever. Type over the examples.",
    header: ["Category", "Base", "Growth"],
    rows: [
      ["Acute care", 100, 0.04],
      ["Community care", 40, 0.03],
      ["Estates", 12, 0.02],
    ],
    formats: ["General", amount, percent],
    widths: [28, 12, 12],
  },
  {
    name: "Funding",
    title: "Funding (£m, cash)",
    note: "One or more rows, added up: funding in the base year and its yearly growth.",
    header: ["Funding", "Base", "Growth"],
    rows: [["Allocation", 152, 0.01]],
    formats: ["General", amount, percent],
    widths: [28, 12, 12],
  },
  {
    name: "Levers",
    title: "Levers (£m, cash)",
    note: "One row for each lever: either Saving (a full-year amount) or Saving % (a share of the spend it applies to). Low, Likely and High are delivery as a share of plan.",
    header: [
      "Lever",
      "Group",
      "Applies to",
      "Saving",
      "Saving %",
      "Overlaps",
      "Ramp",
      "Phasing",
      "Recurrent",
      "Type",
      "Status",
      "Low",
      "Likely",
      "High",
      "Evidence",
    ],
    rows: [
      [
        "Theatre productivity",
        "Provider",
        "Acute care",
        "",
        0.03,
        "yes",
        3,
        "linear",
        "yes",
        "Cash-releasing",
        "In progress",
        0.5,
        0.8,
        1,
        "",
      ],
      [
        "Fewer avoidable admissions",
        "Demand",
        "Acute care",
        "",
        0.02,
        "yes",
        4,
        "scurve",
        "yes",
        "Cost avoidance",
        "Opportunity",
        0,
        0.5,
        1,
        "",
      ],
      [
        "Energy contract",
        "Estates",
        "Estates",
        0.8,
        "",
        "no",
        1,
        "immediate",
        "yes",
        "Cash-releasing",
        "Fully developed",
        0.9,
        1,
        1.05,
        "",
      ],
    ],
    formats: [
      "General",
      "General",
      "General",
      amount,
      percent,
      "General",
      "0",
      "General",
      "General",
      "General",
      "General",
      "0%",
      "0%",
      "0%",
      "General",
    ],
    widths: [28, 14, 18, 10, 10, 10, 8, 12, 11, 18, 16, 8, 8, 8, 24],
  },
];

interface TemplatePlace {
  table: TemplateTable;
  sheet: string;
  tableName: string;
}

function placesFor(shape: WorkbookShape): TemplatePlace[] {
  const sheets = shape.sheets.map(({ name }) => name);
  const names = [...shape.tables, ...shape.names].map(({ name }) => name);
  return templateTables.map((table) => ({
    table,
    sheet: freeSheetName(table.name, sheets),
    tableName: freeTableName(table.name, names),
  }));
}

const headerRow = 3;

function addSheet(context: Excel.RequestContext, { table, sheet, tableName }: TemplatePlace): void {
  const worksheet = context.workbook.worksheets.add(sheet);
  worksheet.getRangeByIndexes(0, 0, 2, 1).values = [[table.title], [table.note]];
  worksheet.getRangeByIndexes(0, 0, 1, 1).format.font.bold = true;
  const cells: CellInput[][] = [
    table.header.map(textInput),
    ...table.rows.map((row) => row.map((cell) => (typeof cell === "string" ? textInput(cell) : cell))),
  ];
  const area = worksheet.getRangeByIndexes(headerRow, 0, cells.length, table.header.length);
  area.values = cells;
  formatNumbers(
    worksheet,
    headerRow + 1,
    0,
    table.rows.map(() => table.formats.map((format) => (format === "General" ? null : format))),
  );
  worksheet.tables.add(area, true).name = tableName;
  table.widths.forEach((characters, column) => {
    worksheet.getRangeByIndexes(headerRow, column, 1, 1).format.columnWidth = characters * 5.25 + 6;
  });
}
