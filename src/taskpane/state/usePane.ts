import { useEffect, useMemo, useReducer, useRef } from "react";
import type { Method } from "../../engine/attribution/methods";
import type { TableKind } from "../../plan/headings";
import type { Corrections } from "../../plan/readTables";
import type { Progress } from "../../workbook/runScenario";
import type { PaneWorkbook } from "../paneWorkbook";
import { activeScenario, errorCount } from "./paneFacts";
import { startState, type PaneState, type Screen, type Task } from "./paneState";
import { reducePane, type PaneEvent } from "./reducePane";

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
  useSelection(table: TableKind): void;
  giveHorizon(years: number): void;
  chooseScenario(name: string): void;
  chooseMethod(method: Method): void;
  askWrite(): void;
  write(): void;
  dropWrite(): void;
  select(address: string): void;
  selectSheet(name: string): void;
  insertTemplate(): void;
  insertSample(): void;
  restore(): void;
  discardRestore(): void;
}

/** The pane's state and actions over a workbook. Reads at once, and again shortly after the user changes a sheet. */
export function usePane(workbook: PaneWorkbook): [PaneState, PaneActions] {
  const [state, dispatch] = useReducer(reducePane, startState);
  const latest = useRef(state);
  latest.current = state;
  const actions = useMemo(() => paneActions(workbook, () => latest.current, dispatch), [workbook]);

  useEffect(() => {
    actions.start();
    return actions.stop;
  }, [actions]);

  return [state, actions];
}

interface TaskOptions {
  signal: AbortSignal;
  onWaiting: (waiting: boolean) => void;
  onProgress: (progress: Progress) => void;
}

/** How long the sheets must be quiet before they are read again. */
const quietBeforeReading = 400;

function paneActions(workbook: PaneWorkbook, now: () => PaneState, dispatch: (event: PaneEvent) => void) {
  let current: AbortController | null = null;
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let stopWatching: (() => void) | null = null;
  let isStopped = false;

  /** One task at a time: a new one breaks off a reading under way, and nobody starts one while the pane runs or writes. */
  async function perform(task: Task, work: (options: TaskOptions) => Promise<void>): Promise<void> {
    current?.abort();
    const controller = new AbortController();
    current = controller;
    const isCurrent = () => current === controller && !isStopped;
    dispatch({ type: "taskStarted", task });
    try {
      await work({
        signal: controller.signal,
        onWaiting: (waiting) => isCurrent() && dispatch({ type: "taskMoved", waiting }),
        onProgress: (progress) => isCurrent() && dispatch({ type: "taskMoved", part: wholePart(task, progress) }),
      });
      if (isCurrent()) dispatch({ type: "taskEnded" });
    } catch (error) {
      if (!isCurrent()) return;
      if (controller.signal.aborted) dispatch({ type: "taskEnded" });
      else dispatch({ type: "taskFailed", problem: { task, message: sentenceOf(error) } });
    } finally {
      if (current === controller) current = null;
    }
  }

  function readNow(isFirst: boolean, changed: { corrections?: Corrections; horizon?: number } = {}): Promise<void> {
    return perform("reading", async ({ signal, onWaiting }) => {
      const reading = await workbook.read({ horizon: now().horizon, signal, onWaiting, ...changed });
      if (signal.aborted) return;
      dispatch({ type: "workbookRead", reading, isFirst });
      if (changed.corrections) await workbook.saveCorrections(changed.corrections);
    });
  }

  /** Follows the sheets without a word; a failure is no news, the next change or the next run meets it again. */
  async function readQuietly(): Promise<void> {
    if (current || isStopped) return;
    try {
      const reading = await workbook.read({ horizon: now().horizon });
      if (!current && !isStopped) dispatch({ type: "workbookRead", reading, isFirst: false });
    } catch {
      // Said when the user asks for something.
    }
  }

  function followChanges(): void {
    clearTimeout(quiet);
    quiet = setTimeout(() => void readQuietly(), quietBeforeReading);
  }

  async function run(write: boolean, agreed: boolean): Promise<void> {
    const scenario = activeScenario(now());
    await perform(write ? "writing" : "running", async (options) => {
      const done = await workbook.run({ scenario, horizon: now().horizon, write, agreed, ...options });
      if (options.signal.aborted && !done.written?.done) return;
      const { plan } = done.reading;
      const result = plan && done.breakdown ? { plan, breakdown: done.breakdown } : null;
      if (done.written && !done.written.done && result) {
        const planned = await workbook.plannedWrites(result, done.reading);
        dispatch({ type: "writeAsked", writing: { planned, wouldReplace: done.written.wouldReplace } });
        return;
      }
      dispatch({ type: "ran", reading: done.reading, result });
      if (done.written?.done) dispatch({ type: "wrote", written: done.written });
    });
    if (write) await readQuietly();
  }

  /** For what is quick and changes nothing: no progress, but a failure is said. */
  function atOnce(work: () => Promise<void>): void {
    work().catch((error: unknown) =>
      dispatch({ type: "taskFailed", problem: { task: "reading", message: sentenceOf(error) } }),
    );
  }

  const actions: PaneActions & { start(): void; stop(): void } = {
    start() {
      isStopped = false;
      void readNow(true);
      workbook.watchChanges(followChanges).then(
        (stop) => {
          if (isStopped) stop();
          else stopWatching = stop;
        },
        () => undefined, // A host without change events: Run reads again anyway.
      );
    },
    stop() {
      isStopped = true;
      current?.abort();
      clearTimeout(quiet);
      stopWatching?.();
      stopWatching = null;
    },
    open: (screen) => dispatch({ type: "screenOpened", screen }),
    read: () => void readNow(false),
    run: () => void run(false, false),
    cancel: () => current?.abort(),
    dismissProblem: () => dispatch({ type: "problemDismissed" }),
    dismissDone: () => dispatch({ type: "doneDismissed" }),
    openCorrection: (table) => dispatch({ type: "correctionOpened", table }),
    correct(corrections) {
      dispatch({ type: "corrected", corrections });
      void readNow(false, { corrections });
    },
    useSelection(table) {
      atOnce(async () => {
        const address = await workbook.selectionAddress();
        const { corrections } = now();
        actions.correct({ ...corrections, tables: { ...corrections.tables, [table]: address } });
      });
    },
    giveHorizon(horizon) {
      dispatch({ type: "horizonGiven", horizon });
      void readNow(false, { horizon });
    },
    chooseScenario(scenario) {
      atOnce(async () => {
        const plan = now().result?.plan;
        const result = plan ? { plan, breakdown: await workbook.evaluate(plan, activeScenario(now(), scenario)) } : null;
        dispatch({ type: "scenarioChosen", scenario, result });
      });
    },
    chooseMethod(method) {
      atOnce(async () => {
        const plan = now().result?.plan;
        if (!plan) return;
        const breakdown = await workbook.evaluate(plan, { ...activeScenario(now()), method });
        dispatch({ type: "methodChosen", method, result: { plan, breakdown } });
      });
    },
    askWrite() {
      atOnce(async () => {
        const { result, reading } = now();
        if (!result || !reading || errorCount(reading) > 0) return;
        dispatch({ type: "writeAsked", writing: { planned: await workbook.plannedWrites(result, reading), wouldReplace: [] } });
      });
    },
    write: () => void run(true, (now().writing?.wouldReplace.length ?? 0) > 0),
    dropWrite: () => dispatch({ type: "writeAsked", writing: null }),
    select: (address) => atOnce(() => workbook.selectAddress(address)),
    selectSheet: (name) => atOnce(() => workbook.selectSheet(name)),
    insertTemplate() {
      void perform("inserting", async () => void (await workbook.insertTemplate())).then(() => readQuietly());
    },
    insertSample() {
      void perform("inserting", async () => void (await workbook.insertSample())).then(() => readQuietly());
    },
    restore() {
      void perform("restoring", async () => void (await workbook.restorePending())).then(() => readQuietly());
    },
    discardRestore() {
      void perform("restoring", () => workbook.discardPending()).then(() => readQuietly());
    },
  };
  return actions;
}

/** How far a task is when one of its steps is so far: a write takes about as long as the reading before it. */
function wholePart(task: Task, { step, part }: Progress): number {
  const [from, to] = task === "writing" ? writingSteps[step] : runningSteps[step];
  return from + (to - from) * part;
}

const runningSteps = { reading: [0, 0.7], "working out": [0.7, 1], writing: [1, 1] } as const;
const writingSteps = { reading: [0, 0.4], "working out": [0.4, 0.5], writing: [0.5, 1] } as const;

/** Whatever reaches the user is one sentence; anything that is not an Error is a bug of ours and says so. */
function sentenceOf(error: unknown): string {
  if (error instanceof Error && error.message) return error.message;
  return "Something went wrong that should not have; the workbook is as it was. Try again, or read the workbook anew.";
}
