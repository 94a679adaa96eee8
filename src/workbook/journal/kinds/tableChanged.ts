import type { OutputChart } from "../../../plan/report/outputTable";
import { cellDigest, type CellInput } from "../../excel/cellInput";
import { settingKeys, settingValue } from "../../excel/settings";
import { action, type Action } from "../../excel/actions";
import {
  chartName,
  askForSheet,
  linesFrom,
  sheetOf,
  type OutputSheet,
  type OutputSheetQuery,
} from "../../write/inspectOutputs";
import type { BarSource } from "../../write/chart/outputChart";
import { removalActions } from "../../write/table/reshapeTable";
import { filledStage, hasRemovals, stageOf, type Reshaping, type Stage } from "../../write/table/reshaping";
import { aboveActions, barsIn, chartActions } from "../../write/sheet/updateSheet";
import { totalsBack } from "../../write/table/totalsRow";
import { digestAbove, type WrittenRecord } from "../../write/record/writtenRecord";
import type { ChangeKind } from "./changeKind";
import { headingsOf, type SheetBefore } from "../sheetBefore";
import { regrowActions, tableBack } from "../tableBack";
import { tableBackByKey } from "../tableBackByKey";

/** A table of ours brought up to date, with the lines above it and the chart beside it. */
export interface TableChanged {
  kind: "tableChanged";
  before: SheetBefore;
  /** What is written; a cell that holds neither this nor what was there before is somebody else's edit. */
  written: WrittenRecord;
  chart: OutputChart | null;
  /** Where the chart stood; not in journals of version 0.1. */
  chartAt?: OutputSheet["chartAt"];
  /** What it was called; not there where there was none. */
  chartTitle?: string;
  /** How rows and columns come and go; not in journals of version 0.1. */
  reshaping?: Reshaping;
}

/** The table gets its rows, columns and cells again; a cell that somebody else has changed meanwhile stays. */
export const tableChanged: ChangeKind<TableChanged, Asked> = {
  sheet: ({ before }) => before.sheet,
  look(context, { before }) {
    const underWay = context.workbook.settings.getItemOrNullObject(settingKeys.underWay);
    underWay.load("value");
    return { sheet: askForSheet(context, before.marker, before.tableName), underWay };
  },
  isPastReturn(change, asked) {
    const stage = stageNow(change, asked);
    return stage !== null && stage.rowsOut + stage.columnsOut > 0;
  },
  complete(change, asked) {
    const stage = stageNow(change, asked);
    return stage && change.reshaping ? removalActions(change.before, change.reshaping, stage) : [];
  },
  regrow(change, asked) {
    const stage = stageNow(change, asked);
    return stage && change.reshaping ? regrowActions(change.before, change.reshaping, stage) : [];
  },
  putBack(change, asked) {
    const now = sheetOf(asked.sheet);
    if (!now) return [];
    const { before, written, chart, reshaping } = change;
    const stage = stageNow(change, asked);
    return [
      ...aboveActions(now.sheet, before.aboveAt ?? firstCell, linesBack(change, now)),
      ...totalsBack(before.totals, headingsOf(before), written, now),
      ...(stage && reshaping
        ? tableBack(before, written, now, reshaping, stage)
        : tableBackByKey(before, written, now)),
      ...(chart
        ? chartActions(titledBefore(change, chart), { ...now, record: written }, sourceBefore(change, now))
        : []),
      ...chartBack(change, now),
    ];
  },
};

interface Asked {
  sheet: OutputSheetQuery;
  underWay: Excel.Setting;
}

/** Null where the journal does not say how rows come and go, or somebody else has changed the table's size since. */
function stageNow({ reshaping }: TableChanged, { sheet, underWay }: Asked): Stage | null {
  const now = sheetOf(sheet);
  if (!now || !reshaping) return null;
  const size = { rowCount: now.contents.rows.length, columnCount: now.contents.header.length };
  const isRemoving = settingValue<string>(underWay) === "removing";
  if (isRemoving && !hasRemovals(reshaping)) return filledStage(reshaping);
  return stageOf(reshaping, size, isRemoving);
}

const firstCell = { row: 0, column: 0 };

function linesBack({ before, written }: TableChanged, now: OutputSheet): CellInput[][] {
  const lines = linesFrom(now.cellsAbove, before.aboveAt ?? firstCell);
  return before.above.map((line, row) =>
    line.map((cell, column): CellInput => {
      const held = cellDigest(lines[row]?.[column] ?? "");
      const isOurs = held === digestAbove(written, row, column) || held === cellDigest(cell);
      return isOurs ? cell : null;
    }),
  );
}

function titledBefore({ chartTitle }: TableChanged, chart: OutputChart): OutputChart {
  return { ...chart, title: chartTitle ?? chart.title };
}

function sourceBefore({ before: { contents }, chart }: TableChanged, { sheet, row, column }: OutputSheet): BarSource {
  return { sheet, row, column, header: contents.header, rowCount: barsIn(chart, contents) };
}

function chartBack({ chartAt }: TableChanged, now: OutputSheet): Action[] {
  if (!chartAt || !now.chartAt || (now.chartAt.left === chartAt.left && now.chartAt.top === chartAt.top)) return [];
  return [
    action((context) => {
      const drawn = context.workbook.worksheets.getItem(now.sheet).charts.getItem(chartName);
      drawn.left = chartAt.left;
      drawn.top = chartAt.top;
    }),
  ];
}
