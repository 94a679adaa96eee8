import { columnsOf } from "../../plan/columns/allColumns";
import type { ColumnRecord } from "../../plan/columns/column";
import { tableNames, type TableKind } from "../../plan/tableKinds";
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
  kind: TableKind;
  title: string;
  note: string;
  /** Ids of columns and what they hold where it is not the column's own example; a row for each example. */
  rows: Record<string, string | number>[];
}

const templateTables: readonly TemplateTable[] = [
  {
    kind: "spending",
    title: "Spending (£m, cash)",
    note: "One row for each cost category: spend in the base year and its yearly growth without any lever. Type over the examples.",
    rows: [{}, { category: "Community care", base: 40, growth: 0.03 }, { category: "Estates", base: 12, growth: 0.02 }],
  },
  {
    kind: "funding",
    title: "Funding (£m, cash)",
    note: "One or more rows, added up: funding in the base year and its yearly growth.",
    rows: [{}],
  },
  {
    kind: "levers",
    title: "Levers (£m, cash)",
    note: "One row for each lever: either Saving (a full-year amount) or Saving % (a share of the spend it applies to). Low, Likely and High are delivery as a share of plan.",
    rows: [
      { saving: "", overlaps: "yes" },
      {
        lever: "Fewer avoidable admissions",
        group: "Demand",
        saving: "",
        savingShare: 0.02,
        overlaps: "yes",
        phasing: "s-curve",
        ramp: 4,
        type: "Cost avoidance",
        status: "Opportunity",
        low: 0,
        likely: 0.5,
        evidence: "",
      },
      {
        lever: "Energy contract",
        group: "Estates",
        appliesTo: "Estates",
        savingShare: "",
        phasing: "immediate",
        ramp: 1,
        status: "Fully developed",
        low: 0.9,
        likely: 1,
        high: 1.05,
        evidence: "",
      },
    ],
  },
];

type TemplateColumn = ColumnRecord & { template: NonNullable<ColumnRecord["template"]> };

function templateColumns(kind: TableKind): TemplateColumn[] {
  return columnsOf(kind).filter((record): record is TemplateColumn => record.template !== null);
}

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
    sheet: freeSheetName(tableNames[table.kind], sheets),
    tableName: freeTableName(tableNames[table.kind], names),
  }));
}

const headerRow = 3;

function addSheet(context: Excel.RequestContext, { table, sheet, tableName }: TemplatePlace): void {
  const worksheet = context.workbook.worksheets.add(sheet);
  const columns = templateColumns(table.kind);
  worksheet.getRangeByIndexes(0, 0, 2, 1).values = [[table.title], [table.note]];
  worksheet.getRangeByIndexes(0, 0, 1, 1).format.font.bold = true;
  const inputOf = (cell: string | number): CellInput => (typeof cell === "string" ? textInput(cell) : cell);
  const cells: CellInput[][] = [
    columns.map(({ name }) => textInput(name)),
    ...table.rows.map((row) => columns.map(({ id, template }) => inputOf(row[id] ?? template.example))),
  ];
  const area = worksheet.getRangeByIndexes(headerRow, 0, cells.length, columns.length);
  area.values = cells;
  formatNumbers(
    worksheet,
    headerRow + 1,
    0,
    table.rows.map(() => columns.map(({ template }) => template.numberFormat ?? null)),
  );
  worksheet.tables.add(area, true).name = tableName;
  columns.forEach(({ template }, column) => {
    worksheet.getRangeByIndexes(headerRow, column, 1, 1).format.columnWidth = template.width * 5.25 + 6;
  });
}
