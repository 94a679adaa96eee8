import type { RichApiMessageEntry } from "../wire/protocol";
import { CommonApi, type CommonApiOptions } from "./commonApi";

/**
 * The protocol by which Excel on the web talks to an add-in's page: JSON messages posted between Excel's window and the
 * add-in's frame. This is Excel's side of it. What is not known here is answered with an error, never with "done".
 */
export class WebProtocol {
  private readonly listeners = new Map<string, unknown>();
  private readonly commands = new Map<string, { resolve: () => void; reject: (reason: Error) => void }>();
  private waitingEntries: RichApiMessageEntry[] = [];
  private nextCommand = 1;
  private readonly common: CommonApi;

  constructor(private readonly options: WebProtocolOptions) {
    this.common = new CommonApi(options);
  }

  /**
   * What goes into the frame's name: by it Office.js learns that it runs in Excel on the web, and whom to talk to.
   * The add-in's address stays as it is.
   */
  frameName(hostOrigin: string): string {
    const { appId, conversationId, locale } = this.options;
    // host $ platform $ version $ locale $ correlation $ is dialog $ logging $ flags (1 shared runtime, 2 custom functions)
    const hostInfo = ["Excel", "Web", "16.01", locale, "", "", "disableLogging", "3"].join("$");
    const xdmInfo = [conversationId, appId, `${hostOrigin}/`].join("|");
    return JSON.stringify({ baseFrameName: appId, serializerVersion: 1, hostInfo, xdmInfo });
  }

  /** Takes one message that the add-in's frame posted. False where it is not one of this conversation's requests. */
  receive(text: unknown): boolean {
    const request = readRequest(text);
    if (!request || request._messageType !== REQUEST || request._conversationId !== this.options.conversationId)
      return false;
    this.answer(request).then(
      (data) => this.post(request, CALL, 0, data),
      (error: unknown) => {
        const message = error instanceof Error ? error.message : String(error);
        this.options.onProblem(message);
        this.post(request, CALL, error instanceof UnknownRequest ? ERROR_HANDLING_REQUEST : ERROR_IN_RESPONSE, message);
      },
    );
    return true;
  }

  /** Sends entries `[category, type, target, message JSON, id, is remote]`; kept until the add-in listens for them. */
  sendRichApi(entries: RichApiMessageEntry[]): void {
    this.waitingEntries.push(...entries);
    if (!this.listeners.has("richApiMessage") || this.waitingEntries.length === 0) return;
    const ready = this.waitingEntries;
    this.waitingEntries = [];
    this.raise("richApiMessage", { ArrayData: ready });
  }

  /** Raises an event of Office's common API; false where the add-in does not listen for it. */
  raise(event: string, data: unknown): boolean {
    if (!this.listeners.has(event)) return false;
    this.post({ _actionName: event, _correlationId: this.listeners.get(event) }, EVENT, 0, data);
    return true;
  }

  /** Presses a ribbon button: calls the add-in's function of that name, resolves when it says that it has completed. */
  invokeCommand(functionName: string, controlId: string): Promise<void> {
    const id = `command${this.nextCommand++}`;
    return new Promise((resolve, reject) => {
      const heard = this.raise("appCommandInvoked", {
        0: id,
        1: functionName,
        2: JSON.stringify({ source: { id: controlId } }),
      });
      if (heard) this.commands.set(id, { resolve, reject });
      else reject(new Error("The add-in has not started yet; try the button again in a moment."));
    });
  }

  private async answer(request: Request): Promise<unknown> {
    if (request._actionType === REGISTER || request._actionType === UNREGISTER) return this.listen(request);
    if (request._actionType !== INVOKE) throw new UnknownRequest(`message type ${String(request._actionType)}`);
    switch (request._actionName) {
      case "ContextActivationManager_getAppContextAsync":
        this.options.onStart?.();
        return this.appContext();
      case "ContextActivationManager_notifyHost":
        return this.notified(request._data);
      case "executeMethod":
        return this.execute(request._data);
      default:
        throw new UnknownRequest(request._actionName);
    }
  }

  private listen(request: Request): { Error: number } {
    const event = request._actionName;
    if (!EVENTS.has(event)) throw new UnknownRequest(`event ${event}`);
    if (request._actionType === UNREGISTER) this.listeners.delete(event);
    else this.listeners.set(event, request._correlationId);
    // After the answer: Office.js accepts events only once it has heard that it is registered.
    if (event === "richApiMessage") setTimeout(() => this.sendRichApi([]), 0);
    return { Error: 0 };
  }

  private notified(data: unknown): null {
    const action = Array.isArray(data) ? Number(data[1]) : Number.NaN;
    const known = HOST_ACTIONS.get(action);
    if (!known) throw new UnknownRequest(`notifyHost ${JSON.stringify(data)}`);
    this.options.onHostAction?.(known);
    return null;
  }

  private async execute(data: unknown): Promise<unknown> {
    const { DdaMethod: method, ...rest } = (data ?? {}) as { DdaMethod?: { DispatchId?: number } } & Record<
      string,
      unknown
    >;
    switch (method?.DispatchId) {
      case EXECUTE_RICH_API: {
        const parts = rest["ArrayData"] as unknown[] | undefined;
        const answer = await this.options.execute(String(parts?.[BODY]), Number(parts?.[FLAGS] ?? 0));
        return { Error: 0, Version: 1, Data: [200, null, answer] };
      }
      case COMMAND_COMPLETED:
        return this.commandCompleted(rest);
      default: {
        const answer = await this.common.execute(method?.DispatchId, rest);
        if (answer === null) throw new UnknownRequest(`dispatch id ${String(method?.DispatchId)}`);
        return answer;
      }
    }
  }

  private commandCompleted(data: Record<string, unknown>): { Error: number; Version: number } {
    const [id, status] = Array.isArray(data["ArrayData"]) ? data["ArrayData"] : [data["0"], data["1"]];
    const command = this.commands.get(String(id));
    if (!command) throw new UnknownRequest(`completion of ${String(id)}, which was not called`);
    this.commands.delete(String(id));
    if (Number(status) === 0) command.resolve();
    else
      command.reject(new Error(`The add-in has no function for this button, or it failed (error ${String(status)}).`));
    return { Error: 0, Version: 1 };
  }

  private appContext(): Record<string, unknown> {
    const { appId, addinName, locale, documentUrl } = this.options;
    return {
      _id: appId,
      _appName: EXCEL_ON_THE_WEB,
      _appVersion: "16.0",
      _appMinorVersion: 1,
      _appUILocale: locale,
      _dataLocale: locale,
      _docUrl: documentUrl,
      _clientMode: 1,
      _settings: this.options.settings(),
      _reason: "documentOpened",
      _osfControlType: 1,
      _eToken: "",
      _correlationId: "",
      _appInstanceId: appId,
      _requirementMatrix: JSON.stringify(this.options.requirements),
      _hostFullVersion: "16.0.17000.0",
      _addinName: addinName,
      _appDomains: [],
      _initialDisplayMode: 2,
    };
  }

  private post(
    to: { _actionName: string; _correlationId: unknown },
    responseType: number,
    errorCode: number,
    data: unknown,
  ): void {
    this.options.post(
      JSON.stringify({
        _messageType: RESPONSE,
        _responseType: responseType,
        _actionName: to._actionName,
        _conversationId: this.options.conversationId,
        _correlationId: to._correlationId,
        _origin: "host",
        _data: data,
        _errorCode: errorCode,
        _serializerVersion: 1,
      }),
    );
  }
}

export interface WebProtocolOptions extends CommonApiOptions {
  /** New for each load of the frame. */
  conversationId: string;
  appId: string;
  /** What the add-in is called. */
  addinName: string;
  locale: string;
  /** Requirement sets that the stand-in has, by lower-case name: `{ excelapi: "1.17" }`. */
  requirements: Record<string, string>;
  /** Posts a message to the add-in's frame. */
  post(text: string): void;
  /** Executes one rich API request; both sides are the JSON bodies of `ProcessQuery`. `flags`: 64 waits for a cell being edited. */
  execute(body: string, flags: number): Promise<string>;
  /** The add-in's page has loaded Office.js, for the first time or again. */
  onStart?: () => void;
  onHostAction?: (action: HostAction) => void;
  /** A request was refused, or failed: said in the console of the preview, and a failure of a test. */
  onProblem(message: string): void;
}

/** What the add-in's frame tells of itself: where the focus goes, chiefly. */
export type HostAction =
  | "focused"
  | "blurred"
  | "tabOut"
  | "tabOutBackwards"
  | "escape"
  | "editCell"
  | "nextRegion"
  | "previousRegion"
  | "keyPressed"
  | "startedUp";

class UnknownRequest extends Error {
  constructor(what: string) {
    super(`The preview does not know the request "${what}" of Office.js, so it was refused.`);
  }
}

interface Request {
  _messageType: number;
  _actionType: number;
  _actionName: string;
  _conversationId: string;
  _correlationId: unknown;
  _data: unknown;
}

const REQUEST = 0;
const RESPONSE = 1;
const INVOKE = 0;
const REGISTER = 1;
const UNREGISTER = 2;
const CALL = 0;
const EVENT = 1;
const ERROR_HANDLING_REQUEST = -2;
const ERROR_IN_RESPONSE = -3;

const EXECUTE_RICH_API = 93;
/** Where a rich API request has its parts: solution id, method, path, headers, body, application id, flags. */
const BODY = 4;
const FLAGS = 6;
const COMMAND_COMPLETED = 94;
const EXCEL_ON_THE_WEB = 16;

/** The last is asked for at Esc in the pane: a notice of a dialog that Excel would take away; here there is none. */
const EVENTS = new Set([
  "appCommandInvoked",
  "richApiMessage",
  "documentSelectionChanged",
  "settingsChanged",
  "dialogNotificationShown",
]);

/** Office.js's numbers for what a frame says of itself (focus, keys that leave it, its address once it has started). */
const HOST_ACTIONS = new Map<number, HostAction>([
  [0, "focused"],
  [1, "blurred"],
  [5, "nextRegion"],
  [6, "previousRegion"],
  [10, "startedUp"],
  [13, "tabOut"],
  [14, "tabOutBackwards"],
  [15, "escape"],
  [16, "editCell"],
  [17, "tabOut"],
  [18, "tabOutBackwards"],
  [21, "startedUp"],
  [35, "startedUp"],
  [39, "keyPressed"],
]);

function readRequest(text: unknown): Request | null {
  if (typeof text !== "string" || !text.startsWith("{")) return null;
  try {
    return JSON.parse(text) as Request;
  } catch {
    return null;
  }
}
