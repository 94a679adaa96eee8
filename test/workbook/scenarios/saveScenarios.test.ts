import { openAddin } from "@workbooks/stand-in/addin";
import type { StandIn } from "@workbooks/stand-in/standIn";
import fc from "fast-check";
import type { Scenario } from "../../../src/plan/scenario";
import { scenarioToXml } from "../../../src/plan/scenarios/scenarioDocument";
import { readWorkbookPlan } from "../../../src/workbook/read/readWorkbookPlan";
import { saveScenarios } from "../../../src/workbook/scenarios/saveScenarios";
import type { StoredScenario } from "../../../src/workbook/scenarios/storedScenarios";
import { planBook } from "../support/planBook";

let standIn: StandIn;

beforeEach(async () => void ({ standIn } = await openAddin({ content: planBook() })));
afterEach(() => standIn.close());

const read = async (): Promise<StoredScenario[]> => (await readWorkbookPlan()).scenarios;
const own = (list: readonly StoredScenario[]): Scenario[] =>
  list.filter(({ builtIn }) => !builtIn).map(({ scenario }) => scenario);
const added = (scenario: Scenario): StoredScenario => ({
  scenario,
  builtIn: false,
  readOnly: false,
  message: null,
  part: null,
});

describe("scenarios that the user makes", () => {
  test("are added, changed and deleted in the workbook", async () => {
    const start = await read();
    const { scenarios } = await saveScenarios(start, [...start, added({ name: "Slow", growthChange: 0.01 })]);
    expect(own(await read())).toEqual([{ name: "Slow", growthChange: 0.01 }]);
    const changed = scenarios.map((one) => (one.builtIn ? one : { ...one, scenario: { name: "Slower" } }));
    const renamed = await saveScenarios(scenarios, changed);
    expect(own(await read())).toEqual([{ name: "Slower" }]);
    await saveScenarios(renamed.scenarios, start);
    expect(own(await read())).toEqual([]);
  });

  test("of two people with one name are both kept, and it is said", async () => {
    const start = await read();
    await saveScenarios(start, [...start, added({ name: "Slow" })]);
    const { said } = await saveScenarios(start, [...start, added({ name: "slow", horizon: 2 })]);
    expect(own(await read())).toEqual([{ name: "Slow" }, { name: "slow (2)", horizon: 2 }]);
    expect(said).toEqual(["Somebody else has 'slow' too meanwhile; yours is 'slow (2)'."]);
  });

  test("of a newer version are left as they are", async () => {
    const newer = '<scenario xmlns="urn:savings-attribution:scenario:1" version="9" name="Tomorrow"><odd/></scenario>';
    await Excel.run(async (context) => {
      context.workbook.customXmlParts.add(newer);
      await context.sync();
    });
    const start = await read();
    expect(start.at(-1)).toMatchObject({ readOnly: true, scenario: { name: "Tomorrow" } });
    await saveScenarios(start, start.slice(0, -1));
    expect((await read()).at(-1)?.part?.xml).toBe(newer);
  });

  test("are lost to nobody when two people save one after the other", async () => {
    await fc.assert(
      fc.asyncProperty(edits, edits, async (mine, theirs) => {
        await saveScenarios(await read(), []);
        const empty = await read();
        await saveScenarios(empty, [...empty, added({ name: "A" }), added({ name: "B" }), added({ name: "C" })]);
        const start = await read();
        const [first, second] = [mine, theirs].map((list) => list.reduce(edited, start));
        await saveScenarios(start, first!);
        const between = own(await read());
        await saveScenarios(start, second!);
        const end = own(await read());
        const texts = (list: readonly Scenario[]): string[] => list.map(scenarioToXml);
        const untouched = new Set(texts(own(start)));
        // What the second has is there, but for what only the first touched; under a number where the name was taken.
        for (const { part, scenario } of second!.filter(({ builtIn }) => !builtIn)) {
          const isUnchanged = part && untouched.has(scenarioToXml(scenario));
          const contents = end.map(({ horizon }) => horizon);
          if (!isUnchanged) expect(contents).toContain(scenario.horizon);
        }
        // What the first changed or added is there as they left it.
        const changedByFirst = texts(between).filter((text) => !untouched.has(text));
        expect(texts(end)).toEqual(expect.arrayContaining(changedByFirst));
        // No name stands twice.
        expect(new Set(end.map(({ name }) => name.toLowerCase())).size).toBe(end.length);
      }),
      { numRuns: 15 },
    );
  });
});

type Edit = { add: string; horizon: number } | { change: number; horizon: number } | { delete: number };

const horizon = fc.integer({ min: 1, max: 1e9 });
const edits = fc.array(
  fc.oneof(
    fc.record({ add: fc.constantFrom("D", "E", "d"), horizon }),
    fc.record({ change: fc.nat({ max: 2 }), horizon }),
    fc.record({ delete: fc.nat({ max: 2 }) }),
  ),
  { maxLength: 3 },
);

/** What the pane would make of it: a name that the list has already is not given twice. */
function edited(list: StoredScenario[], edit: Edit): StoredScenario[] {
  if ("add" in edit) {
    const isTaken = list.some(({ scenario }) => scenario.name.toLowerCase() === edit.add.toLowerCase());
    return isTaken ? list : [...list, added({ name: edit.add, horizon: edit.horizon })];
  }
  const own = list.filter(({ builtIn }) => !builtIn);
  const at = own["change" in edit ? edit.change : edit.delete];
  if (!at) return list;
  if ("delete" in edit) return list.filter((one) => one !== at);
  return list.map((one) => (one === at ? { ...one, scenario: { ...one.scenario, horizon: edit.horizon } } : one));
}
