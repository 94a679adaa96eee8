import { openAddin } from "@workbooks/stand-in/addin";
import type { StandIn } from "@workbooks/stand-in/standIn";
import { builtInScenarios, type Scenario } from "../../../src/plan/scenario";
import { scenarioToXml } from "../../../src/plan/scenarios/scenarioDocument";
import { readWorkbookPlan } from "../../../src/workbook/read/readWorkbookPlan";
import { runScenario } from "../../../src/workbook/runScenario";
import { planBook } from "../support/planBook";

let standIn: StandIn;

afterEach(() => standIn.close());

/** Opens a workbook that holds these scenarios, or documents of scenarios. */
async function open(...stored: (Scenario | string)[]): Promise<void> {
  const customXml = stored.map((each, index) => ({
    id: `{5C2F8E0B-6E5D-4B55-9C0C-2F1B0C7A2D1${index}}`,
    xml: typeof each === "string" ? each : scenarioToXml(each),
  }));
  ({ standIn } = await openAddin({ content: { ...planBook(), customXml } }));
}

const scenarios = async () => (await readWorkbookPlan()).scenarios;

describe("scenarios in the workbook", () => {
  it("begin with the four that are always there", async () => {
    await open();
    expect((await scenarios()).map(({ scenario }) => scenario.name)).toEqual(["As planned", "Low", "Expected", "High"]);
  });

  it("are read as they were stored, one part each, so that two people keep theirs", async () => {
    const stored = [
      { name: "Without theatres", off: ["Theatres"] },
      { name: "Slow & <late>", leverFactors: { Admissions: 0.5 } },
    ];
    await open(...stored);
    expect((await scenarios()).map(({ scenario }) => scenario)).toEqual([...builtInScenarios, ...stored]);
  });

  it("from a newer version are shown and not run", async () => {
    await open('<scenario xmlns="urn:savings-attribution:scenario:1" version="9" name="Tomorrow"/>');
    const newer = (await scenarios()).at(-1);
    expect(newer).toMatchObject({ readOnly: true, builtIn: false, message: expect.stringMatching(/newer/i) });
    await expect(runScenario({ scenario: newer?.scenario.name ?? "" })).rejects.toThrow(newer?.message ?? "?");
  });

  it("are run by name, and a name that is not there is answered with those that are", async () => {
    await open({ name: "Without theatres", off: ["Theatres"] });
    const { breakdown } = await runScenario({ scenario: " without\u00a0 THEATRES" });
    expect(breakdown?.scenario).toBe("Without theatres");
    await expect(runScenario({ scenario: "Nonsense" })).rejects.toThrow(
      "it has As planned, Low, Expected, High, Without theatres",
    );
  });
});
