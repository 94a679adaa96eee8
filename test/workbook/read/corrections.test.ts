import { openAddin } from "@workbooks/stand-in/addin";
import { saveCorrections } from "../../../src/workbook/read/corrections";
import { readWorkbookPlan } from "../../../src/workbook/read/readWorkbookPlan";
import { runScenario } from "../../../src/workbook/runScenario";
import { planBook } from "../support/planBook";

test("corrections are kept in the workbook and used by the next reading", async () => {
  const { standIn } = await openAddin({ content: planBook() });
  const reading = await readWorkbookPlan();
  expect(reading.corrections).toEqual({});
  await saveCorrections({ unit: "£bn" }, reading);
  expect((await readWorkbookPlan()).corrections).toEqual({ unit: "£bn" });
  await saveCorrections({}, reading);
  expect(Object.keys(standIn.content().settings)).toEqual([]);
  standIn.close();
});

test("they hold when rows, columns and sheets move, in two syncs", async () => {
  const { standIn } = await openAddin({ content: planBook() });
  const corrections = {
    headings: { "Levers!B1": "organisation" },
    words: { "Levers!H1": { "In progress": "Opportunity" } },
    rows: { "Levers!A3": "left out" as const },
  };
  await saveCorrections(corrections, await readWorkbookPlan());
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Levers");
    sheet.getRange("1:2").insert("Down");
    sheet.getRange("A:A").insert("Right");
    sheet.name = "Our register";
    await context.sync();
  });
  standIn.counters.reset();
  const reading = await readWorkbookPlan();
  expect(standIn.counters.syncs).toBe(2);
  expect(reading.corrections).toEqual({
    headings: { "'Our register'!C3": "organisation" },
    words: { "'Our register'!I3": { "In progress": "Opportunity" } },
    rows: { "'Our register'!B5": "left out" },
  });
  expect(reading.plan?.levers.map(({ name, organisation, status }) => [name, organisation, status])).toEqual([
    ["Theatres", "Provider", "Opportunity"],
    ["=Energy", "Estates", "Fully developed"],
  ]);
  // The run that the command line makes honours them, and its notes say them in the sheet's words.
  const run = await runScenario({ scenario: "As planned" });
  expect(run.breakdown?.levers.map(({ name }) => name)).toEqual(["Theatres", "=Energy"]);
  const notes = run.tables.find(({ id }) => id === "notes")?.rows ?? [];
  expect(notes.filter(([note]) => note === "Corrected by you").map(([, value]) => value)).toEqual([
    "'Group' ('Our register'!C3) is Organisation",
    "'In progress' in 'Status' ('Our register'!I3) is Opportunity",
    "the row 'Admissions' ('Our register'!B5) is left out",
  ]);
  standIn.close();
});

test("those of an earlier version are addresses alone", async () => {
  const content = planBook();
  content.settings["savings.corrections"] = JSON.stringify({ headings: { "Levers!B1": "organisation" } });
  const { standIn } = await openAddin({ content });
  expect((await readWorkbookPlan()).corrections).toEqual({ headings: { "Levers!B1": "organisation" } });
  standIn.close();
});

test("what is not found any more is said in the sheet's words, and kept until it is back", async () => {
  const { standIn } = await openAddin({ content: planBook() });
  const corrections = { headings: { "Levers!B1": "organisation" }, rows: { "Levers!A3": "left out" as const } };
  await saveCorrections(corrections, await readWorkbookPlan());
  const write = (values: Record<string, string>) =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Levers");
      for (const [cell, value] of Object.entries(values)) sheet.getRange(cell).values = [[value]];
      await context.sync();
    });
  await write({ B1: "Owner", A3: "Other" });
  const reading = await readWorkbookPlan();
  expect(reading.corrections).toEqual({ headings: {}, rows: {} });
  expect(reading.findings.map(({ message }) => message)).toEqual(
    expect.arrayContaining([
      "'Group' of the sheet Levers, to which you gave the meaning 'organisation', is not found any more; what you said was not used, and is kept",
      "'Admissions' of the sheet Levers, which you left out, is not found any more; what you said was not used, and is kept",
    ]),
  );
  await saveCorrections({ ...reading.corrections, target: 3 }, reading);
  await write({ B1: "Group", A3: "Admissions" });
  expect((await readWorkbookPlan()).corrections).toEqual({ ...corrections, target: 3 });
  standIn.close();
});
