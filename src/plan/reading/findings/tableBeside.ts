import { areaAddress, cellAddress } from "../../../cells/address";
import type { Finding } from "../../finding";
import { firstColumnOf } from "../extent/headerRows";
import { profileOf } from "../meaning/columnProfile";
import { effectMeanings } from "../meaning/effectMeanings";
import { namesLevers } from "../meaning/matchHeading";
import type { OpenTable } from "../openTable";
import { plain } from "../questions";
import type { MappedColumn } from "../tableColumn";

/** A second column of names with amounts behind it, right beside a register: another table may begin there, of which no empty column parts it. */
export function tableBeside({ header, columns, rows, key }: OpenTable): Finding[] {
  const isAmount = ({ meaning, wouldBe = "" }: MappedColumn): boolean =>
    effectMeanings.has(meaning) || effectMeanings.has(wouldBe);
  const at = columns.findIndex((column, index) => {
    const { meaning, origin, heading } = column;
    if (!key || column.column <= key.column || origin === "user" || !besideNames.has(meaning)) return false;
    const { texts, filled, distinct } = profileOf(header.grid, column.column, rows.rows);
    const isNames = namesLevers(heading) && texts === filled && distinct === filled && filled > 1;
    return isNames && columns.slice(0, index).some(isAmount) && columns.slice(index).some(isAmount);
  });
  const [before, begins, last] = [columns[at - 1], columns[at], columns[columns.length - 1]];
  if (!before || !begins || !last) return [];
  const area = (from: number, to: number): string => {
    const bottom = Math.max(...rows.rows);
    const rowCount = bottom - header.top + 1;
    return areaAddress({
      sheet: header.grid.sheet,
      row: header.top,
      column: from,
      rowCount,
      columnCount: to - from + 1,
    });
  };
  const message = `'${begins.heading}' names levers too, with amounts behind it: another register may stand in ${area(begins.column, last.column)}, and was read as columns of this one`;
  const option = `--levers '${plain(area(firstColumnOf(header), before.column))}' reads this one alone`;
  return [{ level: "warning", cell: cellAddress(header.grid.sheet, begins.row, begins.column), message, option }];
}

const besideNames = new Set(["reference", "ignored"]);
