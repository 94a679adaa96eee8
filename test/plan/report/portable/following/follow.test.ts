import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import { readAllTables } from "../../../../../src/plan/reading/side/readAllTables";
import type { SheetGrid } from "../../../../../src/plan/reading/sheetGrid";
import { followOf } from "../../../../../src/plan/report/portable/following/follow";
import { planNumbers } from "../../../../../src/plan/report/portable/following/planNumbers";
import { gridsOf } from "../../../support/workbookGrids";

const read = (grids: SheetGrid[]) => readAllTables(grids);

test.each(["trust-tracker", "council-mtfs"])("every number of %s is followed to its cells", async (name) => {
  const file = readFileSync(join(__dirname, "..", "..", "..", "..", "..", "assets", "samples", `${name}.xlsx`));
  const grids = gridsOf(await readWorkbook(file));
  const reading = read(grids);
  const { plan } = reading;
  if (!plan) throw new Error(`${name} has a plan.`);
  const steps = followOf(reading, plan, grids, read);
  let step = steps.next();
  while (!step.done) step = steps.next();
  const { links } = step.value;
  // 0 and 1 are what a register without such a column has; growth is another form of amounts by year.
  const numbers = [...planNumbers(plan)].filter(
    ([part, value]) => value !== 0 && value !== 1 && !/ growth /.test(part),
  );
  expect(numbers.map(([part]) => part).filter((part) => !links.has(part))).toEqual([]);
  expect(numbers.length).toBeGreaterThan(15);
});
