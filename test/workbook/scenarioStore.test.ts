import { openAddin } from "@workbooks/stand-in/addin";
import type { StandIn } from "@workbooks/stand-in/standIn";
import { readWorkbookPlan } from "../../src/workbook/read/readWorkbookPlan";
import { runScenario } from "../../src/workbook/runScenario";
import { deleteScenario, listScenarios, saveScenario } from "../../src/workbook/scenarioStore";
import { planBook } from "./support/planBook";

let standIn: StandIn;

beforeEach(async () => {
  ({ standIn } = await openAddin({ content: planBook() }));
});

afterEach(() => standIn.close());

const names = async () => (await listScenarios()).map(({ scenario }) => scenario.name);

describe("scenarios in the workbook", () => {
  it("begin with the four that are always there", async () => {
    expect(await names()).toEqual(["As planned", "Low", "Expected", "High"]);
  });

  it("are saved one part each, so that two people keep theirs", async () => {
    await saveScenario({ name: "Without theatres", off: ["Theatres"] });
    await saveScenario({ name: "Slow & <late>", leverFactors: { Admissions: 0.5 } });
    expect(await names()).toEqual(["As planned", "Low", "Expected", "High", "Without theatres", "Slow & <late>"]);
    expect(standIn.content().customXml).toHaveLength(2);
    const reading = await readWorkbookPlan();
    expect(reading.scenarios.at(-1)?.scenario).toEqual({ name: "Slow & <late>", leverFactors: { Admissions: 0.5 } });
  });

  it("are replaced under their name, whatever its case and spaces", async () => {
    await saveScenario({ name: "Mine", horizon: 1 });
    await saveScenario({ name: "MINE", horizon: 2 });
    expect((await listScenarios()).slice(4).map(({ scenario }) => scenario)).toEqual([{ name: "MINE", horizon: 2 }]);
    await saveScenario({ name: "Mine too", horizon: 3 });
    await saveScenario({ name: "Mine\u00a0 Too", horizon: 4 });
    expect((await listScenarios()).slice(5).map(({ scenario }) => scenario)).toEqual([
      { name: "Mine\u00a0 Too", horizon: 4 },
    ]);
  });

  it("are deleted, but for those that are always there", async () => {
    await saveScenario({ name: "Mine" });
    await deleteScenario("mine");
    expect(await names()).toHaveLength(4);
    await expect(deleteScenario("Low")).rejects.toThrow("cannot be deleted");
    await expect(saveScenario({ name: " high " })).rejects.toThrow("another name");
    await expect(saveScenario({ name: " " })).rejects.toThrow("needs a name");
  });

  it("from a newer version are shown and never changed", async () => {
    await Excel.run(async (context) => {
      context.workbook.customXmlParts.add(
        '<scenario xmlns="urn:savings-attribution:scenario:1" version="9" name="Tomorrow"/>',
      );
      await context.sync();
    });
    const newer = (await listScenarios()).at(-1);
    expect(newer).toMatchObject({ readOnly: true, builtIn: false, message: expect.stringMatching(/newer/i) });
    await expect(saveScenario({ name: newer?.scenario.name ?? "" })).rejects.toThrow(newer?.message ?? "?");
    await expect(runScenario({ scenario: newer?.scenario.name ?? "" })).rejects.toThrow(newer?.message ?? "?");
  });

  it("are run by name, and a name that is not there is answered with those that are", async () => {
    await saveScenario({ name: "Without theatres", off: ["Theatres"] });
    const { breakdown } = await runScenario({ scenario: " without\u00a0 THEATRES" });
    expect(breakdown?.scenario).toBe("Without theatres");
    await expect(runScenario({ scenario: "Nonsense" })).rejects.toThrow(
      "it has As planned, Low, Expected, High, Without theatres",
    );
  });
});
