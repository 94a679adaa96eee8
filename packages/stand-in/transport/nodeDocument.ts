import { createRequire } from "node:module";
import type { StandIn } from "../standIn";
import { CommonApi, type CommonCall } from "./commonApi";
import { documentOf } from "./documentOf";

type Global = Record<string, unknown>;
type Answer = (status: number, payload: unknown) => void;

/** The parts of the library that `Office.context.document` is made of; they are there before it asks for a stand-in. */
interface Library {
  _OfficeAppFactory: Record<string, unknown>;
  getClientEndPoint?: () => unknown;
  OfficeAppContext: new (...values: unknown[]) => object;
  DDA: {
    ExcelDocument: new (context: object, settings: object) => object;
    RefreshableSettings: new (settings: object) => object;
    SettingsManager: { deserializeSettings(settings: Record<string, string>): object };
    ErrorCodeManager: { initializeErrorMessages(texts: unknown): void };
    DispIdHost: { Facade: new (methods: unknown, parameters: unknown) => unknown };
    WAC: { getDelegateMethods: unknown; Delegate: { ParameterMap: unknown } };
  };
}

const documentUrl = "https://localhost/workbook";
const NO_ERROR = 0;
const ERROR_IN_RESPONSE = -3;
/** Excel's number among Office's applications, and "read and write" among the modes of a document. */
const EXCEL_ON_THE_WEB = 16;
const READ_WRITE = 1;

let opened = 0;

/**
 * `Office.context.document` in Node: the library's own object, with an end point that hands its calls to the stand-in instead
 * of posting them to a window. Made when it is first asked for.
 */
export function nodeDocument(globals: Global, standIn: StandIn, runScript: (path: string) => void): () => object {
  let document: object | null = null;
  return () => (document ??= makeDocument(globals, standIn, runScript));
}

function makeDocument(globals: Global, standIn: StandIn, runScript: (path: string) => void): object {
  const library = globals["OSF"] as unknown as Library;
  runScript(createRequire(__filename).resolve("@microsoft/office-js/dist/en-us/office_strings.debug.js"));
  library.DDA.ErrorCodeManager.initializeErrorMessages((globals["Strings"] as { OfficeOM: unknown }).OfficeOM);
  const { getDelegateMethods, Delegate } = library.DDA.WAC;
  const facade = new library.DDA.DispIdHost.Facade(getDelegateMethods, Delegate.ParameterMap);
  const endPoint = endPointOf(standIn);
  const session = `addin${++opened}`;
  Object.assign(library._OfficeAppFactory, {
    getId: () => session,
    getHostFacade: () => facade,
    getCachedSessionSettingsKey: () => session,
  });
  library.getClientEndPoint = () => endPoint;
  const context = new library.OfficeAppContext(
    ...[session, EXCEL_ON_THE_WEB, "16.0", "en-US", "en-US", documentUrl, READ_WRITE],
  );
  const saved = Object.fromEntries(documentOf(standIn, documentUrl).settings());
  const settings = library.DDA.SettingsManager.deserializeSettings(saved);
  return new library.DDA.ExcelDocument(context, new library.DDA.RefreshableSettings(settings));
}

/** What the library takes for the other side of its messages. */
function endPointOf(standIn: StandIn): object {
  const common = new CommonApi(documentOf(standIn, documentUrl));
  const handlers = new Map<string, (payload: unknown) => void>();
  standIn.onChange(({ kind }) => kind === "selection" && handlers.get("documentSelectionChanged")?.({}));
  return {
    invoke(action: string, answer: Answer | null, data: CommonCall): void {
      const { DdaMethod: method, ...call } = data as { DdaMethod?: { DispatchId?: number } } & CommonCall;
      const execute = action === "executeMethod" ? common.execute(method?.DispatchId, call) : Promise.resolve(null);
      execute.then(
        (payload) => answer?.(payload === null ? ERROR_IN_RESPONSE : NO_ERROR, payload),
        () => answer?.(ERROR_IN_RESPONSE, null),
      );
    },
    registerForEvent(event: string, handler: (payload: unknown) => void, answer: Answer | null): void {
      const isKnown = event === "documentSelectionChanged" || event === "settingsChanged";
      if (isKnown) handlers.set(event, handler);
      answer?.(isKnown ? NO_ERROR : ERROR_IN_RESPONSE, isKnown ? { Error: 0 } : null);
    },
    unregisterForEvent(event: string, answer: Answer | null): void {
      answer?.(NO_ERROR, { Error: handlers.delete(event) ? 0 : 1 });
    },
  };
}
