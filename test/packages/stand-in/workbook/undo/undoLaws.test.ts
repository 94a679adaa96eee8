import fc from "fast-check";
import { openAddin, type OpenAddin } from "@workbooks/stand-in/addin";
import { batches, userEdits, type Edit } from "../../support/edits";

/** What is saved, without what undo leaves alone: parts beside the cells, and which sheet one looks at. */
function content({ standIn }: OpenAddin) {
  const { customXml: _customXml, settings: _settings, activeSheet: _activeSheet, ...rest } = standIn.content();
  return rest;
}

async function settled(addin: OpenAddin, action: Promise<unknown>): Promise<void> {
  await action;
  await addin.standIn.recalculate();
}

/** Each edit is at most one step; undone one by one the workbook is what it was at each step, and done again too. */
async function takesBack(edits: Edit[]): Promise<void> {
  const addin = await openAddin({ onInternalError: (error) => error && console.error(error) });
  try {
    const { calculation } = addin.standIn.workbook;
    const states = [content(addin)];
    const done: string[] = [];
    for (const edit of edits) {
      const before = calculation.history.steps.undos;
      await settled(addin, edit.run(addin));
      const made = calculation.history.steps.undos - before;
      if (made === 0) expect({ edit, content: content(addin) }).toEqual({ edit, content: states.at(-1) });
      else {
        states.push(content(addin));
        done.push(edit.toString());
      }
      expect(made).toBeLessThanOrEqual(1);
    }
    for (let i = states.length - 2; i >= 0; i--) {
      await settled(addin, calculation.undo());
      expect({ undone: done.slice(i), content: content(addin) }).toEqual({ undone: done.slice(i), content: states[i] });
    }
    expect(calculation.history.steps.undos).toBe(0);
    for (let i = 1; i < states.length; i++) {
      await settled(addin, calculation.redo());
      expect({ redone: done.slice(0, i), content: content(addin) }).toEqual({
        redone: done.slice(0, i),
        content: states[i],
      });
    }
    while (calculation.history.steps.undos > 0) await settled(addin, calculation.undo());
    expect(content(addin)).toEqual(states[0]);
  } finally {
    addin.close();
  }
}

test("batches are undone and done again, each as one step", async () => {
  await fc.assert(fc.asyncProperty(fc.array(batches, { minLength: 1, maxLength: 6 }), takesBack), runs);
});

test("batches and the user's own edits keep their order", async () => {
  const either = fc.oneof(batches, userEdits);
  await fc.assert(fc.asyncProperty(fc.array(either, { minLength: 2, maxLength: 8 }), takesBack), runs);
});

const runs = { numRuns: Number(process.env["UNDO_RUNS"] ?? 15) };
