import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { nextTask } from "../nextTask";
import type { StandIn } from "../standIn";
import type { RichApiMessageEntry, RichApiRequest } from "../wire/protocol";
import { nodeDocument } from "./nodeDocument";
import { completeOffice, playLoader } from "./officeLoader";

/** The globals that Office.js leaves behind. */
export interface OfficeGlobals {
  Excel: typeof Excel;
  Office: typeof Office;
  OfficeExtension: typeof OfficeExtension;
  CustomFunctions: typeof CustomFunctions & {
    _association: { mappings: Record<string, (...args: never[]) => unknown> };
  };
}

type Global = Record<string, unknown>;

interface BridgeRequest {
  id: number;
  flags: number;
  message: { url: string; method: string; body: RichApiRequest };
}

/**
 * Connects the unmodified Office.js to a stand-in in the same Node process, through the hook that it has for native hosts
 * (`_richApiNativeBridge`). Office.js is evaluated in this realm, so that `globalThis.Excel` and the rest are there.
 */
export function attachNativeBridge(standIn: StandIn, globals: Global = globalThis as unknown as Global): OfficeGlobals {
  detachNativeBridge(globals);
  const before = new Set(Object.getOwnPropertyNames(globals));
  playBrowser(globals);
  playLoader(globals);
  let deliver = (_text: string): void => undefined;
  const bridge = {
    set onMessageFromHost(handler: (text: string) => void) {
      deliver = handler;
    },
    sendMessageToHost(text: string): void {
      const { id, flags, message } = JSON.parse(text) as BridgeRequest;
      void standIn.execute(message.body, flags).then(async (body) => {
        await nextTask();
        deliver(JSON.stringify({ id, type: 2, message: { statusCode: 200, headers: {}, body } }));
      });
    },
  };
  globals["_richApiNativeBridge"] = bridge;
  runScript(officeJs);
  completeOffice(globals, standIn, nodeDocument(globals, standIn, runScript));
  standIn.onMessage((entries: RichApiMessageEntry[]) => {
    const text = JSON.stringify({ type: 3, message: { entries } });
    void nextTask().then(() => deliver(text));
  });
  leftBehind.set(globals, () => {
    deliver = () => undefined;
    for (const name of Object.getOwnPropertyNames(globals))
      if (!before.has(name)) Reflect.deleteProperty(globals, name);
  });
  return globals as unknown as OfficeGlobals;
}

/** Takes everything away again that Office.js and the add-in's scripts have put into the realm. */
export function detachNativeBridge(globals: Global = globalThis as unknown as Global): void {
  leftBehind.get(globals)?.();
  leftBehind.delete(globals);
}

const leftBehind = new WeakMap<Global, () => void>();

/** Runs one of the add-in's built scripts; the lazy parts that it asks for later are looked for beside it. */
export function runAddinScript(path: string): void {
  addinFolder = dirname(path);
  runScript(path);
}

let addinFolder = "";

/** Runs a classic script in this realm, as a script element would. */
function runScript(path: string): void {
  // An indirect eval is the one way to run a classic script in this realm, Jest's included: its `var`s become globals.
  // eslint-disable-next-line no-eval
  (0, eval)(sourceOf(path));
}

/** A script's text. Microsoft's is read once: it is long, and the same text is not compiled again either. */
function sourceOf(path: string): string {
  if (path !== officeJs) return readSource(path);
  officeSource ??= readSource(path);
  return officeSource;
}

function readSource(path: string): string {
  return `${readFileSync(path, "utf8")}\n//# sourceURL=${path}`;
}

const officeJs = createRequire(__filename).resolve("@microsoft/office-js/dist/excel-web-16.00.debug.js");
let officeSource: string | undefined;

/** A script element as far as a bundle's loader of lazy parts uses it. */
interface ScriptElement {
  src?: string;
  onload?: (event: { type: string }) => void;
  onerror?: (event: { type: string }) => void;
}

/** Runs the script that an add-in's script adds to the page, a lazy part of the same bundle: it lies in the same folder. */
function runAddedScript(element: ScriptElement): void {
  const { src } = element;
  if (!src) return;
  setTimeout(() => {
    try {
      runScript(join(addinFolder, basename(src)));
    } catch {
      element.onerror?.({ type: "error" });
      return;
    }
    element.onload?.({ type: "load" });
  }, 0);
}

/** The little of a browser that Office.js asks for when it loads; what is there already stays. */
function playBrowser(globals: Global): void {
  const nothing = (): void => undefined;
  const element = () => ({ style: {}, setAttribute: nothing, appendChild: nothing });
  const stand = {
    window: globals,
    self: globals,
    name: "",
    location: {
      href: "https://localhost/",
      hash: "",
      search: "",
      protocol: "https:",
      host: "localhost",
      hostname: "localhost",
      origin: "https://localhost",
      pathname: "/",
    },
    navigator: { userAgent: "node", language: "en-US" },
    addEventListener: nothing,
    removeEventListener: nothing,
    document: {
      ...{
        readyState: "complete",
        domain: "localhost",
        URL: "https://localhost/",
        addEventListener: nothing,
        removeEventListener: nothing,
      },
      ...{
        createElement: element,
        getElementsByTagName: () => [],
        querySelectorAll: () => [],
        hasFocus: () => false,
        body: element(),
      },
      head: { ...element(), appendChild: runAddedScript },
    },
  };
  for (const [name, value] of Object.entries(stand)) {
    if (globals[name] === undefined)
      Object.defineProperty(globals, name, { value, configurable: true, writable: true, enumerable: false });
  }
}
