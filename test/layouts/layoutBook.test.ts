import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import { gridsOf } from "../plan/support/workbookGrids";
import { sampleLayouts } from "./drawLayout";
import { layoutFile } from "./layoutBook";
import { outcomeOf } from "./outcome";
import { readerOfToday } from "./readerOfToday";

test("a layout written as an .xlsx file and read back comes out as its grids do", async () => {
  for (const layout of sampleLayouts(40, 2)) {
    const read = await readWorkbook(await layoutFile(layout));
    const grids = gridsOf(read);
    expect(outcomeOf(layout, () => readerOfToday(grids))).toEqual(outcomeOf(layout, readerOfToday));
    expect(read.sheets.map(({ visibility }) => visibility === "hidden")).toEqual(
      layout.sheets.map(({ isHidden }) => isHidden),
    );
    expect(read.sheets.map(({ merges }) => merges.length)).toEqual(layout.sheets.map(({ merged }) => merged.length));
  }
});
