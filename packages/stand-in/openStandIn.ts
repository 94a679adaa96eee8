import type { WorkbookContent } from "@workbooks/xlsx/content";
import { newWorkbook } from "@workbooks/xlsx/newWorkbook";
import { patchWorkbook } from "@workbooks/xlsx/patchWorkbook";
import type { StandIn, StandInChange, StandInCounters, StandInOptions } from "./standIn";
import { defaultRequirements } from "./requirements";
import { turnedMessages } from "./beliefs";
import { noDifficulties, type Difficulties } from "./difficulties";
import "./wire/classList";
import { WireEvents } from "./wire/events";
import { undoGroupOf } from "./wire/undoGroup";
import { refuseWithoutCells } from "./wire/sheetsWithoutCells";
import { isWithoutUndo } from "./wire/withoutUndo";
import { Interpreter } from "./wire/interpreter";
import { objectOf } from "./wire/registry";
import { servicesOf } from "./wire/services";
import type { PaneState } from "./wire/targets";
import {
  ActionType,
  isRequest,
  type RichApiMessageEntry,
  type RichApiRequest,
  type RichApiResponse,
} from "./wire/protocol";
import { CustomFunctionBridge } from "./functions/customFunctions";
import type { AddinFunctions } from "./functions/functionsMetadata";
import {
  answerTooLarge,
  apiNotFound,
  cellEditMode,
  type ExcelError,
  generalException,
  inactiveWorkbook,
  invalidRequest,
  payloadTooLarge,
  undoNotSupported,
} from "./workbook/excelError";
import { notCalculatedMessage } from "./workbook/cells/notCalculatedMessage";
import { unknownNameMessage } from "./workbook/cells/unknownNameMessage";
import { bySomebodyElse } from "./workbook/somebodyElse";
import { savedContent } from "./workbook/content/savedContent";
import { customXmlPart } from "./workbook/undo/customXmlPart";
import { Workbook, type WorkbookEvent } from "./workbook/workbook";

/** Opens a workbook in a new stand-in. `functions`: those of the add-in, null where it has none. */
export async function openStandIn(
  content: WorkbookContent,
  functions: AddinFunctions | null,
  options: StandInOptions = {},
): Promise<StandIn> {
  return new RunningStandIn(content, functions, options);
}

/** The request's flag that asks Excel to wait while a cell is being edited. */
const delayForCellEdit = 64;

/** A stand-in put together: the workbook, the interpreter over it, events and custom functions. */
class RunningStandIn implements StandIn {
  readonly workbook: Workbook;
  readonly customFunctions: CustomFunctionBridge;
  readonly play: Difficulties;
  readonly counters = newCounters();
  readonly requirements: Record<string, string>;
  readonly isFromFile: boolean;
  private readonly interpreter: Interpreter;
  private readonly events: WireEvents;
  private readonly pane: PaneState;
  private readonly messageListeners = new Set<(entries: RichApiMessageEntry[]) => void>();
  private readonly changeListeners = new Set<(change: StandInChange) => void>();
  private queue: Promise<unknown> = Promise.resolve();
  private requestCount = 0;
  /** Of the batch that is running; 0 where it belongs to none. */
  private undoGroup = 0;
  private isClosed = false;
  /** How many batches are running. */
  private underWay = 0;

  constructor(
    content: WorkbookContent,
    functions: AddinFunctions | null,
    private readonly options: StandInOptions,
  ) {
    this.play = { ...noDifficulties(), ...options.play };
    this.requirements = options.requirements ?? defaultRequirements;
    this.isFromFile = options.package !== undefined;
    this.workbook = new Workbook(content, options.univer ?? null, options.keepsFileValues ?? false);
    const post = (entries: RichApiMessageEntry[]) => this.messageListeners.forEach((listener) => listener(entries));
    this.customFunctions = new CustomFunctionBridge(
      this.workbook,
      functions,
      { blanks: options.blanks ?? "web", skipped: options.skipped ?? "nothing", play: this.play },
      post,
    );
    if (!this.play.withoutAddin) this.customFunctions.setAvailable(true);
    const { customFunctions } = this;
    Object.defineProperty(this.play, "withoutAddin", {
      enumerable: true,
      get: () => !customFunctions.isAvailable,
      set: (without: boolean) => (without ? customFunctions.setAvailable(false) : customFunctions.comeLater()),
    });
    this.events = new WireEvents(this.workbook, (entries) => post(turnedMessages(entries, this.play.turned)));
    if (this.play.turned.has("undo leaves custom XML alone")) this.workbook.undo.add(customXmlPart(this.workbook));
    let isVisible = true;
    const remembered = { isVisible: () => isVisible, setVisible: (visible: boolean) => void (isVisible = visible) };
    const shown = options.pane ?? remembered;
    this.pane = {
      isVisible: () => shown.isVisible(),
      setVisible: (visible) => {
        const before = shown.isVisible();
        shown.setVisible(visible);
        if (before !== visible) this.paneVisibilityChanged();
      },
      startsWithDocument: false,
    };
    this.interpreter = new Interpreter({
      workbook: this.workbook,
      standIn: this,
      root: objectOf("Workbook", this.workbook),
      services: servicesOf(this.customFunctions, this.pane, () => options.onActionsReady?.()),
      // What happens while the calculation runs is not the add-in's doing: the user may be typing.
      settle: () => this.workbook.as("user", () => this.workbook.calculation.settle()),
      register: (event, target, on) => this.events.register(event, target, on),
      internalError: (error) => options.onInternalError?.(error),
      beforeAction: () => this.beforeAction(),
      beforeMember: (className, member, target) => this.beforeMember(className, member, target),
      beforeObject: (className, member, target) => refuseWithoutCells(this.play, className, member, target),
    });
    this.workbook.onReferencesChanged((change) => this.interpreter.followReferences(change));
    this.workbook.on((event) => {
      const change = changeOf(event);
      if (change) this.changeListeners.forEach((listener) => listener(change));
    });
  }

  async execute(request: RichApiRequest, flags = 0): Promise<RichApiResponse> {
    if (!isRequest(request)) return refused(invalidRequest());
    // Answers of custom functions do not wait behind a batch that may itself wait for the calculation.
    if (isForServices(request)) return this.run(request, flags);
    const result = this.queue.then(() => (this.play.gone ? noAnswer() : this.run(request, flags)));
    this.queue = result.catch(() => undefined);
    return result;
  }

  onMessage(listener: (entries: RichApiMessageEntry[]) => void): () => void {
    this.messageListeners.add(listener);
    return () => this.messageListeners.delete(listener);
  }

  onChange(listener: (change: StandInChange) => void): () => void {
    this.changeListeners.add(listener);
    return () => this.changeListeners.delete(listener);
  }

  content(): WorkbookContent {
    const content = savedContent(this.workbook, (formula) => this.customFunctions.isUsedIn(formula));
    return this.options.addIn ? { ...content, addIn: this.options.addIn } : content;
  }

  async file(): Promise<Uint8Array> {
    const content = this.content();
    const isNew = content.sheets.every(({ partId }) => partId === null);
    if (!this.options.package && !isNew) throw generalException();
    return patchWorkbook(this.options.package ?? newWorkbook(), content, {
      functionNamespaces: this.customFunctions.namespaces,
    });
  }

  async recalculate(full = false): Promise<void> {
    if (full) this.customFunctions.forgetAnswers();
    await this.workbook.calculation.calculateNow(full);
    while (this.customFunctions.pendingCount > 0) {
      await this.customFunctions.nextAnswer();
      await this.workbook.calculation.calculateNow(false);
    }
  }

  cellMessage(sheetId: string, row: number, column: number): string | null {
    const ofAddin = this.customFunctions.message(sheetId, row, column);
    return (
      ofAddin ??
      notCalculatedMessage(this.workbook, sheetId, row, column) ??
      unknownNameMessage(this.workbook, sheetId, row, column)
    );
  }

  openWorkbook(base64: string): void {
    if (!this.options.onOpenWorkbook) throw apiNotFound("Excel.createWorkbook");
    this.options.onOpenWorkbook(base64);
  }

  addinStarted(): void {
    this.events.forget();
    this.interpreter.forget();
    this.workbook.enableEvents = true;
  }

  paneVisibilityChanged(): void {
    const message = JSON.stringify({ visibility: this.pane.isVisible() ? "Visible" : "Hidden" });
    this.messageListeners.forEach((listener) => listener([[65_536, 65_539, "", message, "pane", false]]));
  }

  /** What is asked for from now on has no answer. Univer goes when the batches that are running have come to rest. */
  close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    this.messageListeners.clear();
    this.changeListeners.clear();
    if (this.underWay === 0) this.workbook.calculation.dispose();
  }

  private async run(request: RichApiRequest, flags: number): Promise<RichApiResponse> {
    if (this.isClosed) return noAnswer();
    this.underWay++;
    try {
      return await this.runBatch(request, flags);
    } finally {
      if (--this.underWay === 0 && this.isClosed) this.workbook.calculation.dispose();
    }
  }

  private async runBatch(request: RichApiRequest, flags: number): Promise<RichApiResponse> {
    const isService = isForServices(request);
    if (!isService) this.count(request);
    try {
      if (!isService && !isCleanUp(request)) await this.playDifficulties(request, flags);
    } catch (error) {
      return refused(error as ExcelError);
    }
    const { calculation } = this.workbook;
    const isStep = !isService && !isCleanUp(request);
    const isAnswerLost = isStep && this.losesAnswer();
    if (isStep) {
      calculation.history.openStep();
      this.undoGroup = this.play.undoGroups === null ? 0 : undoGroupOf(flags);
    }
    try {
      const answer = () => this.interpreter.run(request);
      const response = await (isStep ? this.workbook.as("addin", answer) : answer());
      if (isStep) calculation.resume();
      // As in Excel, a batch is over when what it changed is calculated.
      if (!isService) await calculation.settle();
      if (isService) return response;
      if (isAnswerLost) return refused(generalException());
      const size = JSON.stringify(response).length;
      this.counters.bytesOut += size;
      // What was asked for is done all the same; only the answer does not arrive.
      const { responseLimit, leavesOutLargeParts } = this.play;
      if (responseLimit === null || size <= responseLimit) return response;
      return leavesOutLargeParts ? withoutLargeParts(response) : refused(answerTooLarge());
    } finally {
      if (isStep) {
        calculation.history.closeStep(this.play.turned.has("an undo group is one step") ? 0 : this.undoGroup);
        this.undoGroup = 0;
      }
    }
  }

  private count(request: RichApiRequest): void {
    if (isCleanUp(request)) return;
    this.counters.syncs++;
    this.counters.actions += request.Actions.length;
    this.counters.bytesIn += JSON.stringify(request).length;
  }

  private async playDifficulties(request: RichApiRequest, flags: number): Promise<void> {
    const { play } = this;
    if (play.syncDelay > 0) await new Promise((resolve) => setTimeout(resolve, play.syncDelay));
    this.requestCount++;
    if (play.beforeRequest) await bySomebodyElse(this.workbook, () => play.beforeRequest?.(this.requestCount));
    if (play.otherWorkbookInFront) throw inactiveWorkbook();
    if (play.requestLimit !== null && JSON.stringify(request).length > play.requestLimit) throw payloadTooLarge();
    while (play.cellEditing && (flags & delayForCellEdit) !== 0 && !this.isClosed)
      await new Promise((resolve) => setTimeout(resolve, 20));
    if (play.cellEditing) throw cellEditMode();
    if (play.failAtRequest !== null && --play.failAtRequest === 0) {
      play.failAtRequest = null;
      throw generalException();
    }
  }

  private losesAnswer(): boolean {
    if (this.play.loseAnswerAtRequest === null || --this.play.loseAnswerAtRequest > 0) return false;
    this.play.loseAnswerAtRequest = null;
    return true;
  }

  private beforeMember(className: string, name: string, target: unknown): void {
    refuseWithoutCells(this.play, className, name, target);
    const { undoGroups, turned } = this.play;
    const member = `${className}.${name}`;
    if (turned.has(`Excel takes ${member}`)) throw generalException();
    if (turned.has("an undo group refuses what has no undo")) return;
    if (this.undoGroup === 0 || undoGroups === null) return;
    if (isWithoutUndo(member, undoGroups.on) || undoGroups.also?.includes(member)) throw undoNotSupported(member);
  }

  private beforeAction(): void {
    if (this.isClosed) throw generalException();
    if (this.play.failAtAction === null || --this.play.failAtAction > 0) return;
    this.play.failAtAction = null;
    throw generalException();
  }
}

function noAnswer(): Promise<never> {
  return new Promise(() => undefined);
}

/** Arrays of more than so many characters are left out where an answer is too large. */
const largePart = 100_000;

function withoutLargeParts(response: RichApiResponse): RichApiResponse {
  const lean = (_key: string, value: unknown) => {
    const isGrid = Array.isArray(value) && Array.isArray(value[0]);
    return isGrid && JSON.stringify(value).length > largePart ? null : value;
  };
  return JSON.parse(JSON.stringify(response, lean)) as RichApiResponse;
}

/** A batch that Office.js sends by itself, to let go of references. */
function isCleanUp({ Actions }: RichApiRequest): boolean {
  return (
    Actions.every((action) => action.ActionType === ActionType.Instantiate || action.Name === "_RemoveReference") &&
    Actions.some((action) => action.Name === "_RemoveReference")
  );
}

function isForServices({ ObjectPaths }: RichApiRequest): boolean {
  return Object.values(ObjectPaths).some((path) => path.Name.startsWith("Microsoft."));
}

function refused(error: ExcelError): RichApiResponse {
  return {
    Results: [],
    TraceIds: [],
    Error: { Code: error.code, Message: error.message, Location: "", HttpStatusCode: error.status, ActionIndex: 0 },
  };
}

function changeOf(event: WorkbookEvent): StandInChange | null {
  switch (event.kind) {
    case "calculated":
      return { kind: "cells", sheet: event.sheet };
    case "chartAdded":
    case "chartDeleted":
    case "chartActivated":
    case "chartDeactivated":
      return { kind: "charts", sheet: event.sheet };
    case "sheetAdded":
    case "sheetDeleted":
      return { kind: "sheets", sheet: event.sheet };
    case "sheetActivated":
      return { kind: "activeSheet", sheet: event.sheet };
    case "cells":
    case "sheets":
    case "tables":
    case "names":
    case "charts":
    case "customXml":
    case "settings":
    case "selection":
      return { kind: event.kind, sheet: event.sheet };
    default:
      // The others say more exactly, to the add-in, what one of these says to the page.
      return null;
  }
}

function newCounters(): StandInCounters {
  return {
    ...{ syncs: 0, actions: 0, bytesIn: 0, bytesOut: 0 },
    reset() {
      Object.assign(this, { syncs: 0, actions: 0, bytesIn: 0, bytesOut: 0 });
    },
  };
}
