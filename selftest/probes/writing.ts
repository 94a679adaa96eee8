import { WorkbookError } from "../../src/workbook/excel/excelErrors";
import { restorePending } from "../../src/workbook/journal/restore";
import { runScenario } from "../../src/workbook/runScenario";
import type { ScenarioRun } from "../../src/workbook/runScenario";
import { notDone, refusedWith, type Ground, type Probe } from "../probe";
import { leftBehind, takeAway, workbookState } from "../workbookState";

const asBefore = "the workbook is as it was";
const noGroups = "no undo groups here";

/** What the add-in's own write does, and what Excel makes of it. */
export const writingProbes: Probe[] = [
  {
    no: "6",
    question: "A first write",
    believed: ["every sheet is written, with its table"],
    find: (ground) =>
      onRegister(ground, async () => {
        const { written } = await write(ground);
        const tables = await tableNames();
        const missing = written?.sheets.filter(({ table }) => !tables.includes(table)) ?? [];
        if (!written?.done) return "nothing was written";
        return missing.length === 0 ? "every sheet is written, with its table" : `${missing.length} tables are missing`;
      }),
  },
  {
    no: "7",
    question: "Undo, once, after a first write",
    believed: ["the cells are empty again", noGroups],
    find: (ground) =>
      onRegister(ground, async () => {
        const before = await workbookState();
        const { written } = await write(ground);
        if (written?.undoSteps === null) return noGroups;
        if (!(await ground.byHand("Click into a sheet, press undo once (Ctrl+Z), and come back here."))) return notDone;
        const { filled } = await workbookState();
        const left = filled.filter((name) => !before.filled.includes(name));
        return left.length === 0 ? "the cells are empty again" : `${left.length} sheets still have cells`;
      }),
  },
  {
    no: "8",
    question: "A first write that is cancelled half way",
    believed: [asBefore],
    find: (ground) =>
      onRegister(ground, async () => {
        const before = await workbookState();
        const cancel = new AbortController();
        const outcome = await write(ground, { signal: cancel.signal, onHalf: () => cancel.abort() }).then(
          () => "it was written all the same",
          (error: unknown) => (isCancelled(error) ? null : refusedWith(error)),
        );
        return outcome ?? compared(before);
      }),
  },
  {
    no: "9",
    question: "Restore, after the pane went away in the middle of a first write",
    believed: [asBefore],
    find: (ground) =>
      onRegister(ground, async () => {
        const before = await workbookState();
        await brokenOffWrite(ground);
        const restored = await restorePending();
        return restored.length === 0 ? "there was nothing to restore" : compared(before);
      }),
  },
  {
    no: "10",
    question: "A sheet is deleted in a run that asks for one undo step",
    believed: ["refused: UndoNotSupported", noGroups],
    find: async () => {
      if (!Office.context.requirements.isSetSupported("ExcelApi", "1.20")) return noGroups;
      await Excel.run(async (context) => {
        context.workbook.worksheets.add("Self-test, to delete");
        await context.sync();
      });
      try {
        await Excel.run({ mergeUndoGroup: true } as Excel.RunOptions, async (context) => {
          context.workbook.worksheets.getItem("Self-test, to delete").delete();
          await context.sync();
        });
        return "deleted";
      } catch (error) {
        return refusedWith(error);
      }
    },
  },
  {
    no: "11",
    question: "Texts that look like something else, each behind an apostrophe",
    believed: ['["2011/12","=1+1","TRUE","007"]'],
    find: async ({ sheet }) => {
      try {
        await Excel.run(async (context) => {
          sheet.in(context).getRange("F1:I1").values = [["'2011/12", "'=1+1", "'TRUE", "'007"]];
          await context.sync();
        });
        return JSON.stringify((await sheet.values("F1:I1"))[0]);
      } catch (error) {
        return refusedWith(error);
      }
    },
  },
  {
    no: "15",
    question: "Who a change of the add-in's own is said to come from",
    believed: ["ThisLocalAddin"],
    find: async ({ sheet }) => {
      let heard: (source: string) => void = () => undefined;
      const source = new Promise<string>((resolve) => (heard = resolve));
      const handler = await Excel.run(async (context) => {
        const added = sheet.in(context).onChanged.add((event) => {
          heard(String(event.triggerSource));
          return Promise.resolve();
        });
        await context.sync();
        return added;
      });
      await sheet.shows("J1", [[1]]);
      const tooLate = setTimeout(() => heard("no event within five seconds"), 5000);
      const found = await source;
      clearTimeout(tooLate);
      await Excel.run(handler.context, async (context) => {
        handler.remove();
        await context.sync();
      });
      return found;
    },
  },
];

function isCancelled(error: unknown): boolean {
  return error instanceof WorkbookError && error.kind === "cancelled";
}

/** A small register on the self-test's own sheet, taken away again with all that was written from it. */
async function onRegister({ sheet }: Ground, find: () => Promise<string>): Promise<string> {
  const before = await workbookState();
  try {
    await sheet.shows("A5:C7", [
      ["Scheme", "2025/26 £k", "2026/27 £k"],
      ["Theatres", 300, 400],
      ["Procurement", 200, 250],
    ]);
    return await find();
  } catch (error) {
    return refusedWith(error);
  } finally {
    await takeAway(before);
  }
}

/** The add-in's own run, writing in small requests, so that there is a middle to stop in. */
async function write(
  { sheet }: Ground,
  { signal, onHalf }: { signal?: AbortSignal; onHalf?: () => void } = {},
): Promise<ScenarioRun> {
  const options = {
    references: { levers: `'${sheet.name}'!A5:C7` },
    scenario: { name: "Self-test" },
    yearSavings: "each" as const,
    write: true,
    agreed: true,
    largestRequest: 4_000,
    ...(signal && { signal }),
    onProgress: ({ step, part }: { step: string; part: number }) => {
      if (step === "writing" && part >= 0.5 && part < 1) onHalf?.();
    },
  };
  const run = await runScenario(options);
  if (!run.written) throw new Error(run.findings.map(({ message }) => message).join(" "));
  return run;
}

/**
 * A write that stops half way and is never heard of again, as when the pane is closed: its next sync does not come to Excel.
 * The pane beside it, which reads the workbook meanwhile, goes on.
 */
async function brokenOffWrite(ground: Ground): Promise<void> {
  const everyContext = OfficeExtension.ClientRequestContext.prototype;
  const { sync } = everyContext;
  await new Promise<void>((brokenOff) => {
    const contexts: { lastSynced: unknown; stopped: unknown } = { lastSynced: null, stopped: null };
    everyContext.sync = function <T>(this: OfficeExtension.ClientRequestContext, given?: T): Promise<T> {
      if (this !== contexts.stopped)
        return sync.call(this, given).then((answer) => {
          contexts.lastSynced = this;
          return answer as T;
        });
      brokenOff();
      return new Promise(() => undefined);
    };
    const onHalf = (): void => void (contexts.stopped ??= contexts.lastSynced);
    const ended = (): void => brokenOff();
    void write(ground, { onHalf }).then(ended, ended);
  });
  everyContext.sync = sync;
}

async function compared(before: Awaited<ReturnType<typeof workbookState>>): Promise<string> {
  const left = leftBehind(before, await workbookState());
  return left.length === 0 ? asBefore : `left behind: ${left.join(", ")}`;
}

async function tableNames(): Promise<string[]> {
  return Excel.run(async (context) => {
    const { tables } = context.workbook;
    tables.load("items/name");
    await context.sync();
    return tables.items.map(({ name }) => name);
  });
}
