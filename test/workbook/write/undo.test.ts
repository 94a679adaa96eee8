import { openAddin } from "@workbooks/stand-in/addin";
import type { StandIn } from "@workbooks/stand-in/standIn";
import { runScenario } from "../../../src/workbook/runScenario";
import { planBook } from "../support/planBook";

let standIn: StandIn;
beforeEach(async () => void ({ standIn } = await openAddin({ content: planBook() })));
afterEach(() => {
  jest.restoreAllMocks();
  standIn.close();
});

/** What undo takes back: custom XML and settings take no part in it, in Excel and here. */
function content() {
  const { customXml: _customXml, settings: _settings, ...rest } = standIn.content();
  return rest;
}

test.each([
  ["values", 6],
  ["portable", 11],
  ["live", 6],
] as const)(
  "undo takes a run of %s back, with its sheets, tables, names and charts; redo brings all of it back",
  async (form, sheets) => {
    const { calculation } = standIn.workbook;
    const before = content();
    await runScenario({ write: true, also: { form } });
    await standIn.recalculate();
    const after = content();
    const { undos } = calculation.history.steps;
    expect(after.sheets.length).toBe(before.sheets.length + sheets);
    expect(undos).toBeGreaterThan(0);
    for (let step = 0; step < undos; step++) await calculation.undo();
    await calculation.settle();
    expect(content()).toEqual(before);
    for (let step = 0; step < undos; step++) await calculation.redo();
    await calculation.settle();
    expect(content()).toEqual(after);
  },
);
