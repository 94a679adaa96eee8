import { openAddin } from "@workbooks/stand-in/addin";
import { saveCorrections } from "../../../src/workbook/read/corrections";
import { readWorkbookPlan } from "../../../src/workbook/read/readWorkbookPlan";
import { runScenario } from "../../../src/workbook/runScenario";
import { keptCorrections } from "../../../src/workbook/read/kept/keptCorrections";
import { planBook } from "../support/planBook";

test("corrections are kept in the workbook and used by the next reading", async () => {
  const { standIn } = await openAddin({ content: planBook() });
  const reading = await readWorkbookPlan();
  expect(reading.corrections).toEqual({});
  await saveCorrections({ unit: "£bn" }, reading);
  expect((await readWorkbookPlan()).corrections).toEqual({ unit: "£bn" });
  await saveCorrections({}, await readWorkbookPlan());
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

test("columns that are to stand beside the levers do, with their formats, wherever they have gone", async () => {
  const { standIn } = await openAddin({
    content: planBook({
      Levers: [
        ["Lever", "Saving", "Lead", "Type", "WTE", "Status", "Agreed on"],
        ["Theatres", 3, "Anna", "Income", 2.5, "Opportunity", "12 May"],
        ["Admissions", 2, null, "Cost reduction", 0, "", ""],
      ],
    }),
  });
  const carried = { "Levers!C1": true, "Levers!E1": true, "Levers!F1": true } as const;
  await saveCorrections({ carried }, await readWorkbookPlan());
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Levers");
    sheet.getRange("E2").numberFormat = [["0.00"]];
    sheet.getRange("A:A").insert("Right");
    await context.sync();
  });
  expect((await readWorkbookPlan()).corrections).toEqual({
    carried: { "Levers!D1": true, "Levers!F1": true, "Levers!G1": true },
  });
  const { tables } = await runScenario({ scenario: "As planned", columns: ["Levers!H1=carried"] });
  const breakdown = tables.find(({ id }) => id === "breakdown");
  expect(breakdown?.header.slice(0, 7)).toEqual([
    "Lever",
    "Lead",
    "WTE",
    "Status (register)",
    "Agreed on",
    "Type",
    "Status",
  ]);
  expect(breakdown?.rows.map((row) => row.slice(0, 5))).toEqual([
    ["Theatres", "Anna", 2.5, "Opportunity", "12 May"],
    ["Admissions", "", 0, "", ""],
  ]);
  expect(breakdown?.numberFormats[0]?.[2]).toBe("0.00");
  expect(breakdown?.totals?.sums).not.toContain("WTE");
  const notes = tables.find(({ id }) => id === "notes")?.rows ?? [];
  expect(notes.map(([, note]) => note)).toContain("'Lead' (Levers!D1) stands beside the levers in the Breakdown");
  await expect(runScenario({ columns: ["Levers!D2=carried"] })).rejects.toThrow(
    "Levers!D2 is not the heading of a column of the register",
  );
  standIn.close();
});

test("those of an earlier version are addresses alone", async () => {
  const content = planBook();
  content.settings["savings.corrections"] = JSON.stringify({ headings: { "Levers!B1": "organisation" } });
  const { standIn } = await openAddin({ content });
  expect((await readWorkbookPlan()).corrections).toEqual({ headings: { "Levers!B1": "organisation" } });
  standIn.close();
});

test("those of the version before are read, and kept as this version does", async () => {
  const content = planBook();
  const sheet = { name: "Levers", id: "?" };
  const line = ["lever", "group", "applies to", "saving", "saving %", "start", "type", "status"];
  const heading = { row: 0, column: 1, text: "group", line, nth: 0, of: 1, below: ["provider"], under: ["theatres"] };
  content.settings["savings.corrections"] = JSON.stringify({
    version: 2,
    corrections: { unit: "£bn", headings: { "Levers!C1": "organisation" } },
    places: { "Levers!C1": { sheet, name: "Group", heading } },
  });
  const { standIn } = await openAddin({ content });
  const reading = await readWorkbookPlan();
  expect(reading.corrections).toEqual({ unit: "£bn", headings: { "Levers!B1": "organisation" } });
  await saveCorrections(reading.corrections, reading);
  expect((await readWorkbookPlan()).corrections).toEqual(reading.corrections);
  standIn.close();
});

test("those of a newer version are not used, not overwritten, and that is said", async () => {
  const content = planBook();
  const kept = JSON.stringify({ version: 5, said: [{ part: "rows", word: "left out" }], places: [] });
  content.settings["savings.corrections"] = kept;
  const { standIn } = await openAddin({ content });
  const reading = await readWorkbookPlan();
  expect(reading.corrections).toEqual({});
  expect(reading.findings).toContainEqual({
    ...{ level: "warning", cell: "" },
    message: expect.stringMatching(/made with a newer version of the add-in.*left as they are/) as string,
  });
  await expect(saveCorrections({ unit: "£bn" }, reading)).rejects.toMatchObject({
    message: expect.stringMatching(/^The corrections in this workbook were made with a newer version/) as string,
  });
  await expect(saveCorrections({}, reading, { lost: "forgotten" })).rejects.toThrow();
  expect(standIn.content().settings).toEqual({ "savings.corrections": kept });
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
  expect(reading.corrections).toEqual({});
  expect(reading.findings.map(({ message }) => message)).toEqual(
    expect.arrayContaining([
      "'Group' of the sheet Levers, to which you gave the meaning 'Organisation', is not found any more; what you said was not used, and is kept",
      "'Admissions' of the sheet Levers, which you left out, is not found any more; what you said was not used, and is kept",
    ]),
  );
  await saveCorrections({ ...reading.corrections, target: 3 }, reading);
  // Nothing is said any more, but what was lost is kept.
  const again = await readWorkbookPlan();
  await saveCorrections({}, again);
  await saveCorrections({ target: 3 }, await readWorkbookPlan());
  await write({ B1: "Group", A3: "Admissions" });
  expect((await readWorkbookPlan()).corrections).toEqual({ ...corrections, target: 3 });
  // Forgotten only where that is asked for.
  await write({ B1: "Owner", A3: "Other" });
  await saveCorrections({}, await readWorkbookPlan(), { lost: "forgotten" });
  expect(Object.keys(standIn.content().settings)).toEqual([]);
  standIn.close();
});

test("those that the third version kept are read, and what was lost stays", async () => {
  const { standIn } = await openAddin({ content: planBook() });
  const corrections = { headings: { "Levers!B1": "organisation" }, rows: { "Levers!A3": "left out" as const } };
  const reading = await readWorkbookPlan();
  const third = keptCorrections(corrections, reading);
  expect(third?.version).toBe(3);
  standIn.workbook.settings.set("savings.corrections", JSON.stringify(third));
  expect((await readWorkbookPlan()).corrections).toEqual(corrections);
  standIn.close();
});

test("a thousand rows that are left out fit, and of more than fit the last are not kept, which is said", async () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, row) => [
      ...[`Contract ${row} with supplier ${row % 97}`, `Division ${row % 7}`, "Acute", row + 1],
      ...[null, "2025/26", "Cash-releasing", row % 3 === 0 ? "In progress" : "Opportunity"],
    ]);
  const heading = ["Lever", "Group", "Applies to", "Saving", "Saving %", "Start", "Type", "Status"];
  const leftOut = (count: number) => ({
    rows: Object.fromEntries(Array.from({ length: count }, (_, row) => [`Levers!A${row + 2}`, "left out" as const])),
  });
  const { standIn } = await openAddin({ content: planBook({ Levers: [heading, ...rows(4000)] }) });
  const reading = await readWorkbookPlan();
  await saveCorrections(leftOut(1000), reading);
  const kept = () => String(standIn.workbook.settings.get("savings.corrections"));
  expect(kept().length).toBeLessThan(300_000);
  expect((await readWorkbookPlan()).corrections).toEqual(leftOut(1000));
  const before = kept();
  await expect(saveCorrections(leftOut(4000), reading)).rejects.toMatchObject({
    kind: "tooBig",
    message: expect.stringMatching(/^There are more corrections than Excel keeps/) as string,
  });
  expect(kept()).toBe(before);
  standIn.close();
});
