import {
  CommandType,
  ICommandService,
  IUndoRedoService,
  LocalUndoRedoService,
  Tools,
  type IExecutionOptions,
  type IMutationInfo,
  type Injector,
  type IUndoRedoItem,
  type Workbook,
} from "@univerjs/core";
import { RemoveSheetMutation } from "@univerjs/sheets";
import type { Actors } from "../actors";
import { inverseOf, type Inverse, type Mutation } from "./inverse";
import { changesConfig, readSheetConfig, restoreSheetConfig, showSheet, type SheetConfig } from "./sheetConfig";

/** What the stand-in keeps beside Univer, as far as undo has to put it back. */
export interface UndoneModel<State = unknown, Change = unknown> {
  read(): State;
  /** What makes of the state before the state now; null where nothing has changed. */
  changeSince(before: State): Change | null;
  /** False where another sheet is in front, and that is all. */
  isWorthAStep(change: Change): boolean;
  /** Before the cells are put back. */
  prepare(change: Change | null, to: "before" | "after"): void;
  restore(change: Change | null, to: "before" | "after"): void;
}

/** As many steps as Excel takes back. */
const mostSteps = 100;
const stepMutation = "stand-in.mutation.undo-step";

interface Step {
  redo: Mutation[];
  undo: Inverse[];
  configs: Map<string, { before: SheetConfig; after: SheetConfig }>;
  change: unknown;
}

/**
 * Undo, with one stack for what a batch did and for what the user does in the grid: Univer's own. Each mutation is recorded
 * with what takes it back, and what the stand-in keeps beside Univer is compared before and after; both make one step.
 */
export class History {
  private isBatch = false;
  /** Commands of the grid that are running, one within the other. */
  private depth = 0;
  private recording: Recording | null = null;
  /** The steps of runs that have asked for one step. */
  private readonly groups = new WeakMap<IUndoRedoItem, number>();

  constructor(
    private readonly injector: Injector,
    private readonly unitId: string,
    private readonly book: () => Workbook,
    private readonly model: () => UndoneModel | null,
    private readonly actors: Actors,
  ) {
    const commands = injector.get(ICommandService);
    commands.registerCommand({
      id: stepMutation,
      type: CommandType.MUTATION,
      handler: (_accessor: unknown, { step, to }: { step: Step; to: "before" | "after" }) =>
        actors.ask(() => this.replay(step, to), "undo"),
    });
    commands.beforeCommandExecuted((command, options) => {
      if (command.type === CommandType.COMMAND) this.depth++;
      if (command.type === CommandType.MUTATION) this.record(command as Mutation, options);
    });
    commands.onCommandExecuted((command) => {
      if (command.type !== CommandType.COMMAND) return;
      this.depth = Math.max(0, this.depth - 1);
      if (this.depth === 0 && !this.isBatch) this.recording = null;
    });
    this.takeOverStack(injector.get(IUndoRedoService));
  }

  /** Everything until `closeStep` is one step. */
  openStep(): void {
    this.isBatch = true;
    this.recording ??= this.newRecording();
  }

  /** What belongs to a group (other than 0) becomes part of its last step, where nothing else was done in between. */
  closeStep(group = 0): void {
    const step = this.finished();
    this.isBatch = false;
    this.recording = null;
    if (!step) return;
    const item = itemOf(this.unitId, [step]);
    const service = this.injector.get(IUndoRedoService);
    const last = service.pitchTopUndoElement();
    if (last && group !== 0 && this.groups.get(last) === group) {
      last.redoMutations.push(...item.redoMutations);
      last.undoMutations.unshift(...item.undoMutations);
      return;
    }
    if (group !== 0) this.groups.set(item, group);
    service.pushUndoRedo(item);
  }

  /** How many steps can be taken back, and done again. */
  get steps(): { undos: number; redos: number } {
    const { _undoStacks, _redoStacks } = this.injector.get(IUndoRedoService) as unknown as Stacks;
    return { undos: _undoStacks.get(this.unitId)?.length ?? 0, redos: _redoStacks.get(this.unitId)?.length ?? 0 };
  }

  /** What was done before can no longer be taken back: somebody else has moved the cells meanwhile. */
  clear(): void {
    this.injector.get(IUndoRedoService).clearUndoRedo(this.unitId);
  }

  /** A command of the grid is running, and no batch. */
  get isGridAtWork(): boolean {
    return this.depth > 0 && !this.isBatch;
  }

  private record(mutation: Mutation, options?: IExecutionOptions): void {
    const { id, params } = mutation;
    if (id === stepMutation || params?.["unitId"] !== this.unitId || options?.["onlyLocal"]) return;
    const by = this.actors.authorOf(params, options);
    // What follows from a step that is taken back or done again was recorded with it.
    if (by !== "user" && by !== "addin") return;
    if (!this.isBatch && this.depth === 0) return;
    const recording = (this.recording ??= this.newRecording());
    const sheetId = params["subUnitId"] as string;
    if (changesConfig(id) && !recording.configs.has(sheetId)) {
      const config = readSheetConfig(this.book(), sheetId);
      if (config) recording.configs.set(sheetId, config);
    }
    if (id === RemoveSheetMutation.id) recording.removed.set(sheetId, readSheetConfig(this.book(), sheetId));
    const inverse = inverseOf(mutation, this.book(), this.injector);
    if (inverse === undefined) recording.unknown.push(id);
    if (inverse) {
      recording.undo.unshift(inverse);
      recording.redo.push({ id, params: Tools.deepClone(params), ...(options ? { options: { ...options } } : {}) });
    }
  }

  private newRecording(): Recording {
    return { redo: [], undo: [], configs: new Map(), removed: new Map(), unknown: [], before: this.model()?.read() };
  }

  /** The step that was recorded; null where nothing has changed. */
  private finished(): Step | null {
    const { recording } = this;
    if (!recording) return null;
    const configs: Step["configs"] = new Map();
    for (const [id, before] of recording.configs) {
      const after = readSheetConfig(this.book(), id) ?? recording.removed.get(id);
      if (after && JSON.stringify(before) !== JSON.stringify(after)) configs.set(id, { before, after });
    }
    const model = this.model();
    const change = model?.changeSince(recording.before) ?? null;
    const isWorth = change !== null && model?.isWorthAStep(change);
    if (recording.redo.length === 0 && configs.size === 0 && !isWorth) return null;
    return { redo: recording.redo, undo: recording.undo, configs, change };
  }

  private replay(step: Step, to: "before" | "after"): true {
    try {
      // Univer cannot be without a visible sheet in between, nor without one that is shown.
      for (const [id, config] of step.configs) if (config[to].hidden === 0) showSheet(this.injector, this.book(), id);
      this.model()?.prepare(step.change, to);
      if (to === "before") for (const inverse of step.undo) inverse();
      else {
        const commands = this.injector.get(ICommandService);
        for (const { id, params, options } of step.redo)
          commands.syncExecuteCommand(id, Tools.deepClone(params), options);
      }
      for (const [id, { before, after }] of step.configs) {
        const [from, into] = to === "before" ? [after, before] : [before, after];
        restoreSheetConfig(this.injector, this.book(), id, from, into);
      }
      this.model()?.restore(step.change, to);
    } catch (error) {
      // Univer would keep it to itself.
      setTimeout(() => {
        throw error;
      });
      throw error;
    } finally {
      // A batch that only reads may be running.
      if (this.recording) this.recording = this.newRecording();
    }
    return true;
  }

  /** A batch has changed something and is still at it. */
  private get isHalfDone(): boolean {
    return this.isBatch && this.finished() !== null;
  }

  private isOurs({ undoMutations }: IUndoRedoItem): boolean {
    return undoMutations.length > 0 && undoMutations.every(({ id }) => id === stepMutation);
  }

  /** What the grid's commands push becomes a step of ours; while a batch runs, all is part of its step and nothing can be taken back. */
  private takeOverStack(service: IUndoRedoService): void {
    // Univer hands out the service by a proxy that remembers a method once it was read: they are replaced unread.
    const { pushUndoRedo, pitchTopUndoElement, pitchTopRedoElement } = LocalUndoRedoService.prototype;
    const push = (item: IUndoRedoItem) => pushUndoRedo.call(service as LocalUndoRedoService, item);
    service.pushUndoRedo = (item) => {
      if (item.unitID !== this.unitId || this.isOurs(item)) return this.pushed(service, push, item);
      if (this.isBatch || this.actors.authorOf() === "otherPerson") return;
      const { recording } = this;
      const step = this.finished();
      this.recording = null;
      if (!recording || !step) return this.pushed(service, push, item);
      if (recording.unknown.length > 0) {
        // Univer knows how to take that back; what the stand-in keeps beside it comes last.
        const rest = itemOf(this.unitId, [{ ...step, undo: [], redo: [] }]);
        item.undoMutations.push(...rest.undoMutations);
        item.redoMutations.push(...rest.redoMutations);
        return this.pushed(service, push, item);
      }
      const own = itemOf(this.unitId, [step]);
      item.undoMutations = [...own.undoMutations, ...item.undoMutations.filter(isOperation)];
      item.redoMutations = [...own.redoMutations, ...item.redoMutations.filter(isOperation)];
      this.pushed(service, push, item);
    };
    service.pitchTopUndoElement = () => (this.isHalfDone ? null : pitchTopUndoElement.call(service as never));
    service.pitchTopRedoElement = () => (this.isHalfDone ? null : pitchTopRedoElement.call(service as never));
  }

  /** Univer keeps twenty steps; here as many as Excel keeps, and the oldest go. */
  private pushed(service: IUndoRedoService, push: (item: IUndoRedoItem) => void, item: IUndoRedoItem): void {
    const { _undoStacks: stacks } = service as unknown as Stacks;
    const before = [...(stacks.get(item.unitID) ?? [])];
    push(item);
    const stack = stacks.get(item.unitID);
    if (!stack) return;
    const dropped = before.filter((each) => !stack.includes(each));
    stack.unshift(...dropped);
    stack.splice(0, stack.length - mostSteps);
  }
}

interface Stacks {
  _undoStacks: Map<string, IUndoRedoItem[]>;
  _redoStacks: Map<string, IUndoRedoItem[]>;
}

interface Recording {
  redo: Mutation[];
  undo: Inverse[];
  configs: Map<string, SheetConfig>;
  /** Of sheets that were deleted, as they were then. */
  removed: Map<string, SheetConfig | null>;
  unknown: string[];
  before: unknown;
}

function itemOf(unitID: string, steps: Step[]): IUndoRedoItem {
  const entries = (to: "before" | "after"): IMutationInfo[] =>
    steps.map((step) => ({ id: stepMutation, params: { step, to } }));
  return { unitID, undoMutations: entries("before"), redoMutations: entries("after") };
}

function isOperation({ id }: IMutationInfo): boolean {
  return id.includes(".operation.");
}
