import { openAddin } from "@workbooks/stand-in/addin";
import type { StandIn } from "@workbooks/stand-in/standIn";
import { planBook } from "../workbook/support/planBook";

let standIn: StandIn;
const handlers = new Map<string, (event: { completed(): void }) => void>();

beforeEach(async () => {
  ({ standIn } = await openAddin({ content: planBook() }));
  handlers.clear();
  jest.spyOn(Office.actions, "associate").mockImplementation((id: unknown, handler: unknown) => {
    handlers.set(String(id), handler as (event: { completed(): void }) => void);
  });
  jest.resetModules();
  await import("../../src/commands/commands");
});

afterEach(() => {
  jest.restoreAllMocks();
  standIn.close();
});

const press = (id: string) => new Promise<void>((completed) => handlers.get(id)?.({ completed }));

describe("the ribbon's buttons", () => {
  it("are those of the manifest", () => {
    expect([...handlers.keys()].sort()).toEqual(["checkWorkbook", "openPane", "runAgain"]);
  });

  it("run again what was written before, nothing that nobody saw, and say when they are done", async () => {
    const shown = jest.spyOn(Office.addin, "showAsTaskpane").mockResolvedValue();
    await press("runAgain");
    expect(standIn.content().sheets).toHaveLength(3);
    expect(shown).toHaveBeenCalledTimes(1);
    await (await import("../../src/workbook/runScenario")).runScenario({ write: true });
    await press("runAgain");
    expect(standIn.content().sheets).toHaveLength(9);
    expect(shown).toHaveBeenCalledTimes(1);
  });

  it("say that they are done when something went wrong, too", async () => {
    const shown = jest.spyOn(Office.addin, "showAsTaskpane").mockResolvedValue();
    standIn.play.failAtRequest = 1;
    await press("runAgain");
    await press("openPane");
    expect(shown).toHaveBeenCalledTimes(2);
  });
});
