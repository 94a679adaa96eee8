import type { Method } from "../../engine/attribution/methods";
import type { Breakdown } from "../../plan/breakdown";
import type { Corrections } from "../../plan/reading/planReading";
import type { AlsoWritten } from "../../plan/report/alsoWritten";
import type { SideKind, TableKind } from "../../plan/tableKinds";
import type { AskedRun } from "../../workbook/askForRun";
import type { FormulaToInsert } from "../../workbook/insert/insertFormula";
import type { WorkbookReading } from "../../workbook/read/readWorkbookPlan";
import type { ShareOutcome, ShareTask } from "../../workbook/share/inExcel/shareInExcel";
import type { PaneWorkbook } from "../paneWorkbook";
import { selectedRows } from "../words/plan/notedRows";
import { areaNames, tablesOf } from "../words/plan/planAreas";
import { withRow, withTable } from "./corrections";
import { evaluateEach } from "./evaluateEach";
import { followSheets } from "./followSheets";
import { sheetChanges } from "./sheetChanges";
import { mendWorkbook } from "./mendWorkbook";
import { oneTask, sentenceOf, type TaskOptions } from "./oneTask";
import { activeScenario, given, holdUps, scenariosIn } from "./paneFacts";
import type { Screen, Task } from "./paneState";
import type { PaneStore } from "./paneStore";
import { saidThere } from "./saidThere";
import { inverseOf, type ScenarioEdit } from "./scenarioEdits";

/** What the user can do; every side effect of the pane is behind one of these. */
export interface PaneActions {
  open(screen: Screen): void;
  read(): void;
  run(): void;
  /** Stops what is under way; the workbook is as it was. */
  cancel(): void;
  dismissProblem(): void;
  dismissDone(): void;
  openCorrection(table: TableKind | null): void;
  correct(corrections: Corrections): void;
  /** As it was before the last correction. */
  undoCorrection(): void;
  /** Forgets all corrections, those too whose cells are not found any more. */
  takeBackAll(): void;
  useSelection(table: TableKind | SideKind): void;
  /** The rows of that kind of table which the user has selected do not count. */
  leaveOutSelected(table: TableKind): void;
  giveHorizon(years: number): void;
  chooseScenario(name: string): void;
  chooseMethod(method: Method): void;
  /** Draws how sure the result is. */
  simulate(): void;
  /** Opens a scenario to be edited, or closes it. */
  openScenario(name: string | null): void;
  /** Does something to the scenarios, keeps it in the workbook, and works the active one out again. */
  editScenarios(edit: ScenarioEdit): void;
  /** Takes the last edit back. */
  undoScenario(): void;
  /** Works scenarios out, by name; those that are gone are left out. */
  compare(names: readonly string[], signal: AbortSignal): Promise<Breakdown[]>;
  askWrite(): void;
  /** Which sheets are written beside those of every run. */
  chooseAlso(also: AlsoWritten): void;
  write(): void;
  dropWrite(): void;
  select(address: string): void;
  selectSheet(name: string): void;
  insertTemplate(): void;
  insertSample(): void;
  /** The address where the formula went or why it did not, said where it was asked for; null where the user cancelled. */
  insertFormula(formula: FormulaToInsert): Promise<Inserted | null>;
  /** Shows the check of the workbook, which looks through it anew, or leaves it. */
  openCheck(isOpen: boolean): void;
  check(): void;
  /** Mends what the check says can be mended. */
  repair(): void;
  /** What became of it or why it was not done, said where it was asked for; null where the user cancelled. */
  share(task: ShareTask, agreed: boolean): Promise<ShareOutcome | { problem: string } | null>;
  opensWithDocument(): Promise<boolean>;
  setOpensWithDocument(isOn: boolean): Promise<void>;
  restore(): void;
  discardRestore(): void;
  /** Reads, and follows the sheets until what it returns is called. */
  start(): () => void;
}

interface ReadOptions {
  isFirst?: boolean;
  /** What is done first, as part of the task. */
  before?: () => Promise<void>;
}

export type Inserted = { address: string } | { problem: string };

export function paneActions(workbook: PaneWorkbook, { state, dispatch }: PaneStore): PaneActions {
  const tasks = oneTask(dispatch);
  const changes = sheetChanges();

  async function read(task: "reading" | "correcting", options: ReadOptions = {}): Promise<void> {
    const { isFirst = false, before } = options;
    await tasks.perform(task, async ({ signal, onWaiting }) => {
      await before?.();
      const corrections = state().unsettled;
      const reading = await workbook.read({ ...given(state()), signal, onWaiting });
      if (signal.aborted) return;
      dispatch({ type: "workbookRead", reading, isFirst });
      keep(corrections, reading);
    });
  }

  /** Keeps corrections in the workbook, once a reading has them. */
  function keep(corrections: Corrections | null, reading: WorkbookReading): void {
    if (!corrections) return;
    atOnce("correcting", async () => {
      await workbook.saveCorrections(corrections, reading);
      dispatch({ type: "correctionsKept", corrections });
    });
  }

  /** Reads with what the user has just said; where that is cancelled, it is kept all the same, with the cells as the user saw them. */
  async function readCorrected(before?: () => Promise<void>): Promise<void> {
    await read("correcting", before && { before });
    const { unsettled, reading, problem } = state();
    if (!unsettled || !reading || problem || tasks.isBusy()) return;
    atOnce("correcting", () => workbook.saveCorrections(unsettled, reading));
  }

  /** Follows the sheets without a word; a failure is no news, the next change or the next run meets it again. */
  async function readQuietly(onlyChanged = false): Promise<void> {
    if (tasks.isBusy()) return;
    const { corrections, unsettled, reading: before } = state();
    const asked = changes.now();
    try {
      const since = onlyChanged && before ? { since: { grids: before.grids, changed: asked.sheets } } : {};
      const reading = await workbook.read({ ...given(state()), ...since });
      // What the user said meanwhile is not in it.
      if (tasks.isBusy() || state().corrections !== corrections || !changes.isNewest(asked)) return;
      changes.shown(asked);
      dispatch({ type: "workbookRead", reading, isFirst: false });
      keep(unsettled, reading);
    } catch {
      // Said when the user asks for something.
    }
  }

  /** Undo may have taken back what was written, or redo have brought it again: then other sheets are there than were read. */
  async function lookAtWritten(): Promise<void> {
    const { written, isTakenBack } = state();
    if (!written || tasks.isBusy()) return;
    try {
      const isThere = await workbook.isStillWritten(written);
      dispatch({ type: "writtenSeen", written, isThere });
      if (isThere === isTakenBack) await readQuietly();
    } catch {
      // What was said last stands.
    }
  }

  async function run(write: boolean): Promise<void> {
    const asked = state().writing;
    const agreed = write && !!asked?.asked;
    const scenario = activeScenario(state());
    await tasks.perform(write ? "writing" : "running", async (options) => {
      const corrections = state().unsettled;
      const done = await workbook.run({
        ...{ scenario, write, agreed, also: state().also },
        ...given(state()),
        ...options,
      });
      const { reading, breakdown, written } = done;
      if (options.signal.aborted && !written?.done) return;
      const result = reading.plan && breakdown ? { plan: reading.plan, breakdown } : null;
      if (result && written && !written.done) {
        const planned = await workbook.plannedWrites(result, reading, state().also);
        dispatch({ type: "writeAsked", writing: { planned, asked: written } });
        return;
      }
      dispatch({ type: "ran", reading, result });
      if (written?.done) dispatch({ type: "wrote", written });
      keep(corrections, reading);
    });
    if (write) await readQuietly();
  }

  /** What the ribbon's Run again has to show: the sheets are not read once more for it. */
  async function show(asked: AskedRun): Promise<void> {
    if ("check" in asked) {
      dispatch({ type: "checkOpened", isOpen: true });
      if (!state().reading) await read("reading", { isFirst: true });
      actions.check();
      return;
    }
    if ("problem" in asked) {
      if (!state().reading) await read("reading", { isFirst: true });
      dispatch({ type: "taskFailed", problem: { task: "running", message: asked.problem } });
      return;
    }
    tasks.cancel();
    const { reading, scenario, breakdown, written } = asked.run;
    const result = reading.plan && breakdown ? { plan: reading.plan, breakdown } : null;
    dispatch({ type: "workbookRead", reading, isFirst: false });
    dispatch({ type: "scenarioChosen", scenario: scenario.name, result });
    dispatch({ type: "ran", reading, result });
    if (!result || !written || written.done) return;
    const also = reading.seen?.also ?? {};
    dispatch({ type: "alsoChosen", also });
    const planned = await workbook.plannedWrites(result, reading, also);
    dispatch({ type: "writeAsked", writing: { planned, asked: written } });
  }

  /** What a write would touch, as it is chosen now. */
  function planWrite(): void {
    atOnce("writing", async () => {
      const { result, reading, also } = state();
      if (!result || !reading || holdUps(reading) !== "") return;
      const planned = await workbook.plannedWrites(result, reading, also);
      dispatch({ type: "writeAsked", writing: { planned, asked: null } });
    });
  }

  let evaluations = 0;

  /** One save after the other, each with all that was done until it begins. */
  let saving = Promise.resolve();

  /** Keeps the scenarios in the workbook and shows the active one as it is now. What cannot be kept is kept with the next edit. */
  function scenariosChanged(): void {
    const { scenario } = state();
    if (state().result) actions.chooseScenario(scenario);
    saving = saving
      .then(async () => {
        const { reading, scenarioEdits } = state();
        if (!reading || scenarioEdits.length === 0) return;
        const { scenarios, said } = await workbook.saveScenarios(reading.scenarios, scenariosIn(state()));
        dispatch({ type: "scenariosSaved", scenarios, said, edits: scenarioEdits.length });
      })
      .catch((error: unknown) =>
        dispatch({ type: "taskFailed", problem: { task: "saving", message: sentenceOf(error) } }),
      );
  }

  /** For what is quick and changes nothing: no progress, but a failure is said. */
  function atOnce(task: Task, work: () => Promise<void>): void {
    work().catch((error: unknown) => dispatch({ type: "taskFailed", problem: { task, message: sentenceOf(error) } }));
  }

  const look = async (mended: string[], options: Parameters<PaneWorkbook["check"]>[0]): Promise<void> =>
    dispatch({ type: "checked", check: await workbook.check(options), mended });

  /** For what changes the sheets and is followed by a look at them. */
  function change(task: Task, work: () => Promise<unknown>): void {
    void tasks.perform(task, async () => void (await work())).then(() => readQuietly());
  }

  /** What the add-in itself writes is not followed, so that it is read once it is done. */
  function askedThere<T>(task: Task, work: (options: TaskOptions) => Promise<T>) {
    return saidThere(tasks, task, work).finally(() => void readQuietly());
  }

  const actions: PaneActions = {
    start() {
      const stopHearing = workbook.onRunAsked((asked) => void show(asked));
      // A run that was waiting to be shown brings its reading.
      if (!state().reading && !tasks.isBusy()) void read("reading", { isFirst: true });
      const stopFollowing = followSheets(workbook, changes.add, (isPlan) => {
        void (isPlan ? readQuietly(true) : Promise.resolve()).then(lookAtWritten);
      });
      return () => {
        stopHearing();
        stopFollowing();
        tasks.cancel();
      };
    },
    open: (screen) => dispatch({ type: "screenOpened", screen }),
    read: () => void read("reading"),
    run: () => void run(false),
    cancel: () => tasks.cancel(),
    dismissProblem: () => dispatch({ type: "problemDismissed" }),
    dismissDone: () => dispatch({ type: "doneDismissed" }),
    openCorrection: (table) => dispatch({ type: "correctionOpened", table }),
    correct(corrections) {
      dispatch({ type: "corrected", corrections });
      void readCorrected();
    },
    undoCorrection() {
      dispatch({ type: "correctionUndone" });
      void readCorrected();
    },
    takeBackAll() {
      const { reading } = state();
      if (!reading) return;
      dispatch({ type: "allTakenBack" });
      // The reading that follows would find those again that are not forgotten by then.
      void readCorrected(() => workbook.saveCorrections({}, reading, { lost: "forgotten" }));
    },
    useSelection(table) {
      atOnce("correcting", async () => {
        const address = await workbook.selectionAddress();
        actions.correct(withTable(state().corrections, table, address));
      });
    },
    leaveOutSelected(kind) {
      atOnce("correcting", async () => {
        const selected = await workbook.selectedCells();
        const { reading, corrections } = state();
        const keys = reading ? selectedRows(tablesOf(reading, kind), selected) : [];
        if (keys.length === 0)
          throw new Error(`${selected} is no row of ${areaNames[kind]}; select one, then try again.`);
        actions.correct(keys.reduce((all, key) => withRow(all, key, "left out"), corrections));
      });
    },
    giveHorizon(horizon) {
      dispatch({ type: "horizonGiven", horizon });
      void read("reading");
    },
    chooseScenario(scenario) {
      const evaluation = ++evaluations;
      atOnce("running", async () => {
        const plan = state().result?.plan;
        const result = plan && { plan, breakdown: await workbook.evaluate(plan, activeScenario(state(), scenario)) };
        // The user has chosen or changed something else meanwhile.
        if (evaluation !== evaluations) return;
        dispatch({ type: "scenarioChosen", scenario, result: result ?? null });
      });
    },
    openScenario: (name) => dispatch({ type: "scenarioOpened", name }),
    editScenarios(edit) {
      const undo = inverseOf(scenariosIn(state()), edit);
      dispatch({ type: "scenarioEdited", edit, undo });
      scenariosChanged();
    },
    undoScenario() {
      const edit = state().scenarioUndos.at(-1);
      if (!edit) return;
      dispatch({ type: "scenarioEdited", edit, undo: null });
      scenariosChanged();
    },
    simulate() {
      const { result } = state();
      if (!result) return;
      const { plan, breakdown } = result;
      void tasks.perform("simulating", async ({ signal, onProgress }) => {
        const onPart = (part: number) => onProgress({ step: "working out", part });
        const simulation = await workbook.simulate(plan, activeScenario(state()), { signal, onPart });
        if (!signal.aborted) dispatch({ type: "simulated", of: breakdown, simulation });
      });
    },
    compare: (names, signal) => evaluateEach(names, workbook, state, signal),
    chooseMethod(method) {
      atOnce("running", async () => {
        const plan = state().result?.plan;
        if (!plan) return;
        const breakdown = await workbook.evaluate(plan, { ...activeScenario(state()), method });
        dispatch({ type: "methodChosen", method, result: { plan, breakdown } });
      });
    },
    askWrite() {
      const { risk, result, also } = state();
      // Who has looked at the risk wants it written, unless they said otherwise.
      if (also.risk === undefined && risk && risk.of === result?.breakdown)
        dispatch({ type: "alsoChosen", also: { ...also, risk: true } });
      planWrite();
    },
    chooseAlso(also) {
      dispatch({ type: "alsoChosen", also });
      planWrite();
    },
    write: () => void run(true),
    dropWrite: () => dispatch({ type: "writeAsked", writing: null }),
    select: (address) => atOnce("reading", () => workbook.selectAddress(address)),
    selectSheet: (name) => atOnce("reading", () => workbook.selectSheet(name)),
    insertTemplate: () => change("inserting", workbook.insertTemplate),
    insertSample: () => change("inserting", workbook.insertSample),
    insertFormula: (formula) =>
      askedThere("inserting", async (options) => ({ address: await workbook.insertFormula(formula, options) })),
    openCheck(isOpen) {
      dispatch({ type: "checkOpened", isOpen });
      if (isOpen) actions.check();
    },
    check: () => void tasks.perform("checking", (options) => look([], options)),
    repair() {
      const { check } = state();
      if (!check) return;
      const edit = (one: ScenarioEdit): Promise<void> => {
        actions.editScenarios(one);
        return saving;
      };
      void tasks
        .perform("repairing", async (options) => look(await mendWorkbook(check, workbook, edit, options), options))
        .then(() => readQuietly());
    },
    share: (task, agreed) => askedThere("sharing", (options) => workbook.share(task, { agreed, ...options })),
    opensWithDocument: () => workbook.opensWithDocument(),
    setOpensWithDocument: (isOn) => workbook.setOpensWithDocument(isOn),
    restore: () => change("restoring", workbook.restorePending),
    discardRestore: () => change("restoring", workbook.discardPending),
  };
  return actions;
}
