import type { Area } from "../../../cells/area";
import type { LooksTaken } from "../../journal/kinds/looksTaken";
import type { OutputSheet } from "../inspectOutputs";
import { filledStage, originsAt, reshapingOf, resultRows } from "./reshaping";
import type { TableChange } from "./tableChange";

/** How the cells look that a run takes out, asked for in the sync that follows; nothing where they are many. */
export function askForLooks(
  context: Excel.RequestContext,
  targets: readonly { now: OutputSheet | null; change: TableChange | null }[],
): () => LooksTaken[] {
  const areas = targets.flatMap(({ now, change }) => (now && change ? areasTaken(now, change) : []));
  if (areas.reduce((cells, { area }) => cells + area.rowCount * area.columnCount, 0) > mostCells) return () => [];
  const asked = areas.map(({ sheet, area, numberFormats }) => {
    const { row, column, rowCount, columnCount } = area;
    const range = context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row, column, rowCount, columnCount);
    return { sheet, area, numberFormats, properties: range.getCellProperties(wanted) };
  });
  return () =>
    asked.map(({ properties, ...place }): LooksTaken => {
      const known = new Map<string, number>();
      const cells = properties.value.map((line) =>
        line.map((cell) => {
          const look = JSON.stringify(toSet(cell));
          if (!known.has(look)) known.set(look, known.size);
          return known.get(look) ?? 0;
        }),
      );
      const looks = [...known.keys()].map((look) => JSON.parse(look) as Excel.SettableCellProperties);
      return { kind: "looksTaken", ...place, looks, cells };
    });
}

/** The journal keeps them with all else, in the workbook's settings. */
const mostCells = 1000;

const wanted: Excel.CellPropertiesLoadOptions = {
  format: {
    fill: { color: true },
    font: { bold: true, italic: true, underline: true, color: true, name: true, size: true },
    borders: { style: true, color: true, weight: true },
    ...{ horizontalAlignment: true, verticalAlignment: true, wrapText: true, indentLevel: true },
  },
};

/** What a cell does not have is not set, since clearing its formats leaves the same: no fill, which reads as white, no border, automatic colour. */
function toSet({ format = {} }: Excel.CellProperties): Excel.SettableCellProperties {
  const { fill, borders, font = {}, ...others } = format;
  const { color, ...letters } = font;
  const drawn = Object.entries(borders ?? {}).filter(([, border]) => (border as Excel.CellBorder).style !== "None");
  return {
    format: {
      ...others,
      font: color === "#000000" ? letters : font,
      ...(fill?.color && fill.color !== "#FFFFFF" && { fill }),
      ...(drawn.length > 0 && { borders: Object.fromEntries(drawn) as Excel.CellBorderCollection }),
    },
  };
}

interface Taken {
  sheet: string;
  area: Area;
  numberFormats: string[][];
}

/** Rows of the table that go, in all its columns; and its columns that go, without their headings. */
function areasTaken({ sheet, row, column, contents }: OutputSheet, change: TableChange): Taken[] {
  const reshaping = reshapingOf(change, { rowCount: contents.rows.length, columnCount: contents.header.length });
  const { columns } = originsAt(reshaping, filledStage(reshaping));
  const rows = resultRows(reshaping).flatMap((result, index) => (result === null ? [index] : []));
  const taken = (area: Area): Taken => ({
    ...{ sheet, area: { ...area, row: row + 1 + area.row, column: column + area.column } },
    numberFormats: contents.numberFormats
      .slice(area.row, area.row + area.rowCount)
      .map((line) => line.slice(area.column, area.column + area.columnCount)),
  });
  const height = contents.rows.length;
  return [
    ...rows.map((index) => taken({ row: index, column: 0, rowCount: 1, columnCount: contents.header.length })),
    ...change.columnsOut.flatMap((index) => {
      const at = columns[index] ?? null;
      return at === null || height === 0 ? [] : [taken({ row: 0, column: at, rowCount: height, columnCount: 1 })];
    }),
  ];
}
