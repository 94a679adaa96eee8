import { openAddin } from "@workbooks/stand-in/addin";
import type { StandIn } from "@workbooks/stand-in/standIn";
import type { OutputTable } from "../../../src/plan/report/outputTable";
import type { Change } from "../../../src/workbook/journal/changes";
import type { Journal } from "../../../src/workbook/journal/journal";
import { readWorkbookPlan } from "../../../src/workbook/read/readWorkbookPlan";
import { restorePending } from "../../../src/workbook/journal/restore";
import { runScenario } from "../../../src/workbook/runScenario";
import { writeBreakdown } from "../../../src/workbook/write/writeBreakdown";
import { planBook } from "../support/planBook";
import { pictureOf } from "../support/workbookPicture";
import { turns } from "../../support/turns";

let standIn: StandIn;
beforeEach(async () => void ({ standIn } = await openAddin({ content: planBook() })));
afterEach(() => standIn.close());

const picture = () => JSON.stringify(pictureOf(standIn), null, 1);

async function keep(journal: object): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.settings.add("savings.journal", JSON.stringify(journal));
    await context.sync();
  });
}

const changed = (tables: readonly OutputTable[]): OutputTable[] =>
  tables.map((table) => ({ ...table, title: `${table.title}, changed`, rows: table.rows.slice(0, -1) }));

/** A run over sheets that are there, all but the first. */
async function writeMost(): Promise<readonly OutputTable[]> {
  const { tables } = await runScenario();
  await writeBreakdown(tables.slice(1), { scenario: "As planned" });
  await turns(10);
  return tables;
}

/** How many requests such a write takes: those before the last look and ask, the last one writes. */
async function requestsOfWrite(): Promise<number> {
  const tables = await writeMost();
  let requests = 0;
  standIn.play.beforeRequest = () => void requests++;
  await writeBreakdown(changed(tables), { scenario: "As planned" });
  standIn.close();
  ({ standIn } = await openAddin({ content: planBook() }));
  return requests;
}

/** A run that breaks off with Excel gone while it writes; the workbook is opened again. */
async function breakOff(): Promise<{ before: string; journal: Journal }> {
  const last = await requestsOfWrite();
  const tables = await writeMost();
  const before = picture();
  let requests = 0;
  standIn.play.beforeRequest = () => {
    requests++;
    if (requests !== last) return;
    standIn.play.failAtAction = 150;
    standIn.play.gone = true;
  };
  void writeBreakdown(changed(tables), { scenario: "As planned" }).catch(() => undefined);
  while (requests < last || standIn.play.failAtAction !== null) await turns(10);
  await turns(100);
  ({ standIn } = await openAddin({ content: standIn.content() }));
  expect(picture()).not.toBe(before);
  return { before, journal: JSON.parse(String(standIn.content().settings["savings.journal"])) as Journal };
}

/** The same journal as version 0.1 of the add-in kept it. */
function asVersion1({ what, changes }: Journal): object {
  const ofKind = <Kind extends Change["kind"]>(kind: Kind) =>
    changes.filter((change): change is Extract<Change, { kind: Kind }> => change.kind === kind);
  const kept = (key: string) => ofKind("settingReplaced").find((change) => change.key === key)?.before ?? null;
  return {
    version: 1,
    what,
    scenario: "As planned",
    lastScenario: JSON.parse(kept("savings.lastScenario") ?? "null") as unknown,
    inFront: ofKind("sheetInFront")[0]?.sheetId,
    added: ofKind("sheetAdded").map(({ sheet, marker }) => ({
      id: "summary",
      sheet,
      marker,
      tableName: "SavingsSummary_AsPlanned",
      markerBefore: ofKind("nameReplaced").find(({ name }) => name === marker)?.before ?? null,
      recordBefore: kept(`savings.written.${marker}`),
    })),
    changed: ofKind("tableChanged").map(({ before, written, chart }) => {
      const recordText = kept(`savings.written.${before.marker}`);
      return {
        id: "x",
        before: { ...before, record: JSON.parse(recordText ?? "null") as unknown, recordText },
        written,
        chart,
      };
    }),
  };
}

it("lists what is added, changed and replaced, and puts it back", async () => {
  const { before, journal } = await breakOff();
  expect(journal.version).toBe(2);
  expect(new Set(journal.changes.map(({ kind }) => kind))).toEqual(
    new Set(["sheetInFront", "sheetAdded", "nameReplaced", "settingReplaced", "tableChanged", "looksTaken"]),
  );
  expect(await restorePending()).toHaveLength(6);
  expect(picture()).toBe(before);
});

it("of version 1, left in a workbook by an older add-in, is put back", async () => {
  const { before, journal } = await breakOff();
  await keep(asVersion1(journal));
  expect((await readWorkbookPlan()).pendingRestore).toContain("As planned");
  expect(await restorePending()).toHaveLength(6);
  expect(picture()).toBe(before);
});

it("of a newer version, or with a kind of change that only a newer version knows, is refused", async () => {
  for (const journal of [{ version: 3 }, { version: 2, what: "…", changes: [{ kind: "chartRedrawn" }] }]) {
    await keep(journal);
    await expect(restorePending()).rejects.toMatchObject({
      kind: "notRestored",
      message: "A newer version of the add-in broke off here; restore with that version.",
    });
  }
});
