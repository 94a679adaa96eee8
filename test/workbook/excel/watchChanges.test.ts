import { openAddin } from "@workbooks/stand-in/addin";
import { defaultRequirements } from "@workbooks/stand-in/requirements";
import type { StandIn } from "@workbooks/stand-in/standIn";
import { runScenario } from "../../../src/workbook/runScenario";
import { watchChanges } from "../../../src/workbook/excel/watchChanges";
import { planBook } from "../support/planBook";
import { turns } from "../../support/turns";

let standIn: StandIn;
let told: number;
let results: number;
let typed = 100;
let stop: () => Promise<void>;

/** Opens the workbook in an Excel of that version, with results that the next run only brings up to date. */
async function watch(excelapi: string): Promise<void> {
  const requirements = { ...defaultRequirements, excelapi };
  ({ standIn } = await openAddin({ content: planBook(), requirements }));
  await runScenario({ write: true });
  await settle();
  told = results = 0;
  stop = await watchChanges((changed) => {
    if (changed === "plan") told++;
    else results++;
  });
}

afterEach(() => standIn.close());

/** Longer than events take, and than a write is remembered. */
const settle = () => turns(400);

function typeAs(actor: "user" | "otherPerson"): void {
  standIn.workbook.as(actor, () => standIn.workbook.sheets[0]?.write([{ row: 3, column: 1, value: ++typed }]));
}

async function addinWrites(): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Spending").getRange("B4").values = [[7]];
    await context.sync();
  });
}

describe.each([
  ["an Excel that says who made a change", "1.14"],
  ["an Excel that does not", "1.13"],
])("in %s (%s)", (_, version) => {
  beforeEach(() => watch(version));

  it.each(["user", "otherPerson"] as const)("tells of changes by %s until it is stopped", async (actor) => {
    typeAs(actor);
    await settle();
    expect(told).toBeGreaterThan(0);
    told = 0;
    await stop();
    typeAs(actor);
    await settle();
    expect(told).toBe(0);
  });

  it("does not tell of what a run writes, on new sheets and on those of before", async () => {
    await runScenario({ write: true });
    await runScenario({ write: true, scenario: "Low" });
    await settle();
    expect(told).toBe(0);
  });

  it("tells what is typed on a sheet of results apart from the plan", async () => {
    const sheet = standIn.workbook.sheets.at(-1);
    sheet?.write([{ row: 60, column: 1, value: 1 }]);
    await settle();
    expect(told).toBe(0);
    expect(results).toBeGreaterThan(0);
  });

  it("tells of another person's change while a run is written", async () => {
    const written = runScenario({ write: true });
    typeAs("otherPerson");
    await written;
    await settle();
    expect(told).toBeGreaterThan(0);
  });
});

it("tells of what the user types just after a write where Excel says who it was, and cannot elsewhere", async () => {
  const justAfterWrite = async (version: string): Promise<number> => {
    await watch(version);
    await runScenario({ write: true });
    typeAs("user");
    await settle();
    standIn.close();
    return told;
  };
  expect(await justAfterWrite("1.14")).toBeGreaterThan(0);
  expect(await justAfterWrite("1.13")).toBe(0);
});

it("knows the add-in's own change where Excel says so, however late it is told", async () => {
  await watch("1.14");
  await addinWrites();
  await settle();
  expect(told).toBe(0);
  standIn.close();
  await watch("1.13");
  await addinWrites();
  await settle();
  expect(told).toBeGreaterThan(0);
});
