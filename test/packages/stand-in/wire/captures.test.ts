import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { StandIn } from "@workbooks/stand-in/standIn";
import { openStandIn } from "@workbooks/stand-in/openStandIn";
import type { RichApiRequest, RichApiResponse } from "@workbooks/stand-in/wire/protocol";
import { emptyWorkbook } from "@workbooks/xlsx/emptyContent";

interface Exchange {
  req: RichApiRequest;
  res: RichApiResponse;
}

/** Requests that the real Office.js sent, with the answers that it understood. Ids differ from one Excel to another. */
const captures = JSON.parse(readFileSync(join(__dirname, "fixtures", "captures.json"), "utf8")) as Record<
  string,
  Exchange[]
>;

/** Takes out what differs between hosts: ids, reference numbers and looks that nobody set. */
function comparable(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (key, each: unknown) =>
    key === "Id" ||
    key === "_ReferenceId" ||
    key === "Format" ||
    key === "TraceIds" ||
    key === "Location" ||
    key === "Message" ||
    key === "Width"
      ? typeof each
      : each === "T_1"
        ? "T1"
        : each,
  ) as unknown;
}

/** Puts our ids where a request names those of the stand-in it was captured with. */
function translated(request: RichApiRequest, standIn: StandIn): RichApiRequest {
  const sheets = standIn.workbook.sheets;
  return JSON.parse(
    JSON.stringify(request)
      .replaceAll("{8ED08564-8080-4788-8F73-7E40DF64CB6D}", sheets[0]?.id ?? "")
      // "T1" is the name of a cell, which the stand-in that was captured did not know.
      .replaceAll('"T1"', '"T_1"')
      .replaceAll("{8E82AC2D-7188-4194-861B-66D4DB7FD42E}", sheets[1]?.id ?? ""),
  ) as RichApiRequest;
}

test.each(Object.keys(captures))("%s is answered as captured", async (name) => {
  const standIn = await openStandIn(emptyWorkbook(), null);
  const sheet = standIn.workbook.activeSheet;
  sheet.write(
    [
      ["m", "v"],
      ["a", 2],
      ["b", 5],
    ].flatMap((line, row) => line.map((value, column) => ({ row, column, value }))),
  );
  if (name === "addChart")
    sheet.write([
      { row: 3, column: 0, value: "c" },
      { row: 3, column: 1, value: 9 },
    ]);
  for (const { req, res } of captures[name] ?? [])
    expect(comparable(await standIn.execute(translated(req, standIn)))).toEqual(comparable(res));
  standIn.close();
});
