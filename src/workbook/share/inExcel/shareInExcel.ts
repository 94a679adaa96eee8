import type { WorkbookContent } from "@workbooks/xlsx/content";
import { mentionedIn } from "@workbooks/xlsx/package/mentionedIn";
import { patchWorkbook } from "@workbooks/xlsx/patchWorkbook";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import { columnFormulas, withColumnFormulas } from "@workbooks/xlsx/tables/columnFormulas";
import { codeOf, toWorkbookError, WorkbookError } from "../../excel/excelErrors";
import { excelRun, type RunOptions } from "../../excel/excelRun";
import type { Journal } from "../../journal/journal";
import { beginning, forgetting, putBack } from "../../journal/putBack";
import { asOwnWrite } from "../../own/ownWrites";
import { doWithoutUndoGroups, sendParts } from "../../write/writeParts";
import { OwnFormulas } from "../ownFormula";
import { restoreCopy } from "../restoreCopy";
import { installedLambdas, shareCopy, type ShareForm, type ShareRequest } from "../shareCopy";
import { differenceOf } from "./difference";
import { readOpenContent, type OpenContent } from "./openContent";
import { base64Of, workbookFile } from "./workbookFile";

/** What the user wants of a workbook that is handed on. */
export type ShareTask =
  | { kind: "share"; form: ShareForm; where: "here" | "new" }
  /** Puts back what was replaced here. */
  | { kind: "restore" }
  /** The LAMBDAs of all functions as names; no formula changes. */
  | { kind: "install" };

/** What became of it. */
export interface ShareOutcome {
  /** False where something is left and the user has not agreed: nothing was written. */
  done: boolean;
  /** How many formulas were replaced or put back, or names put in. */
  count: number;
  /** What could not be done, one sentence each after its place: "Plan!B4: the sheet is protected…". */
  left: string[];
  /** What is good to know. */
  notes: string[];
}

interface ShareOptions extends RunOptions {
  /** The user has seen what is left. */
  agreed?: boolean;
}

type OwnLambdas = Pick<ShareRequest, "namespace" | "lambdas" | "natives">;

/**
 * Shares the open workbook, puts its formulas back, or puts the LAMBDAs in: all of it or nothing, the rest only where the user agrees. What is
 * changed in it is put back where any of it fails, also after Excel has gone away. Rejects with one sentence.
 */
export async function shareInExcel(
  task: ShareTask,
  own: OwnLambdas,
  options: ShareOptions = {},
): Promise<ShareOutcome> {
  const formulas = new OwnFormulas(own.namespace);
  const open = await excelRun((context) => readOpenContent(context, formulas, options.signal), options);
  if (task.kind === "share" && task.where === "new") return newWorkbook(task.form, own, open, options);
  const { content, ...said } = await changed(task, own, open);
  if (said.left.length > 0 && !options.agreed) return { ...said, done: false };
  await write(open.content, content, options);
  return { ...said, done: true };
}

interface Changed extends Omit<ShareOutcome, "done"> {
  content: WorkbookContent;
}

async function changed(task: ShareTask, own: OwnLambdas, { content, left, calculate }: OpenContent): Promise<Changed> {
  return inWords(async () => {
    if (task.kind === "install") return { ...installedLambdas(content, own), left: [], notes: [] };
    if (task.kind === "restore") {
      const restored = restoreCopy(content, own.namespace, own.natives);
      return { content: restored.content, count: restored.restored, left: restored.left, notes: [] };
    }
    const shared = await shareCopy({ ...own, content, form: task.form, calculate, hasLeft: left.length > 0 });
    return {
      content: shared.content,
      count: shared.formulas.length,
      left: [...shared.left, ...left],
      notes: shared.notes,
    };
  });
}

async function newWorkbook(
  form: ShareForm,
  own: OwnLambdas,
  { calculate }: OpenContent,
  { agreed = false, signal, ...options }: ShareOptions,
): Promise<ShareOutcome> {
  const read = { functionNamespaces: [own.namespace] };
  const bytes = await workbookFile();
  const made = await inWords(async () => {
    const content = await readWorkbook(bytes, read);
    const columns = await columnFormulas(bytes, read);
    const shared = await shareCopy({ ...own, content, form, calculate, columns });
    const word = `_xldudf_${own.namespace.replaceAll(".", "_")}_`;
    const saved = await withColumnFormulas(await patchWorkbook(bytes, shared.content, read), shared.columns, read);
    const parts = shared.left.length > 0 ? [] : await mentionedIn(saved, word);
    if (parts.length > 0)
      throw new Error(`The add-in's functions are called where they cannot be replaced (${parts.join(", ")}).`);
    return { ...shared, bytes: saved };
  });
  const outcome = {
    count: made.formulas.length,
    left: made.left,
    notes: made.notes,
  };
  if (made.left.length > 0 && !agreed) return { ...outcome, done: false };
  if (signal?.aborted) throw toWorkbookError(signal.reason);
  await excelRun(() => Excel.createWorkbook(base64Of(made.bytes)), options);
  return { ...outcome, done: true };
}

async function write(before: WorkbookContent, after: WorkbookContent, options: RunOptions): Promise<void> {
  const { changes, first, cells, then, last } = differenceOf(before, after);
  if (first.length + cells.length + then.length + last.length === 0) return;
  const sheets = changes.flatMap((change) =>
    change.kind === "areaReplaced" || change.kind === "formulaReplaced" ? change.sheet : [],
  );
  if (sheets.length > 0) await refuseFiltered(new Set(sheets), options);
  await asOwnWrite(async () => {
    const journal: Journal = { version: 2, what: sentence, changes };
    const text = JSON.stringify(journal);
    let begun = false;
    try {
      await sendParts(
        [
          { actions: [...beginning(text.length <= longestJournal ? text : null), ...first] },
          { actions: cells, isOneUndoStep: true },
          { actions: [...then, ...forgetting(), ...last] },
        ],
        { ...options, onBegun: (now) => (begun = now) },
      );
      return;
    } catch (error) {
      const trouble = toWorkbookError(error);
      if (!begun) throw trouble;
      await putBack(journal, options.onWaiting ? { onWaiting: options.onWaiting } : {});
      if (codeOf(trouble.cause) !== "UndoNotSupported") throw trouble;
      doWithoutUndoGroups();
    }
    await write(before, after, options);
  });
}

const sentence = "Replacing formulas was broken off; they can be put back as they were.";
/** Characters: a fifth of what settings are known to hold. */
const longestJournal = 200_000;

/** Under a filter Excel writes into other cells than those meant. */
async function refuseFiltered(sheets: ReadonlySet<string>, options: RunOptions): Promise<void> {
  const filtered = await excelRun(async (context) => {
    const asked = [...sheets].map((name) => {
      const { autoFilter, tables } = context.workbook.worksheets.getItem(name);
      const range = autoFilter.getRangeOrNullObject();
      range.load("rowHidden");
      tables.load("items/name,items/autoFilter/isDataFiltered");
      return { name, range, tables };
    });
    await context.sync();
    return asked.flatMap(({ name, range, tables }) => {
      // Null where some rows are.
      if (!range.isNullObject && (range.rowHidden as boolean | null) !== false) return `the sheet ${name}`;
      return tables.items
        .filter(({ autoFilter }) => autoFilter.isDataFiltered)
        .map((table) => `the table ${table.name} on the sheet ${name}`);
    })[0];
  }, options);
  if (filtered !== undefined)
    throw new WorkbookError(
      "changed",
      `Rows of ${filtered} are filtered out; choose Clear on Excel's Data tab, then try again. Nothing was written.`,
    );
}

/** What copies refuse is a sentence already. */
async function inWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof WorkbookError || !(error instanceof Error)
      ? toWorkbookError(error)
      : new WorkbookError("other", error.message, error);
  }
}
