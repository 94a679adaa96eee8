import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { JSDOM, ResourceLoader, type DOMWindow } from "jsdom";
import type { StandIn, StandInOptions } from "@workbooks/stand-in/standIn";
import { openStandIn } from "@workbooks/stand-in/openStandIn";
import { connectStandIn } from "@workbooks/stand-in/transport/connectStandIn";
import type { WebProtocol } from "@workbooks/stand-in/transport/webProtocol";
import type { WorkbookContent } from "@workbooks/xlsx/content";
import { emptyWorkbook } from "@workbooks/xlsx/emptyContent";

const library = dirname(require.resolve("@microsoft/office-js/dist/office.debug.js"));
const origin = "https://localhost:3000";

export interface OpenFrame {
  standIn: StandIn;
  Excel: typeof Excel;
  Office: typeof Office;
  protocol: WebProtocol;
  /** What the protocol has refused. */
  problems: string[];
  /** Closes the page; the stand-in stays. */
  closeFrame(): void;
  close(): void;
}

/** Opens a workbook in a stand-in with the whole of Office.js in a page of its own, over the protocol of Excel on the web. */
export async function openInFrame(
  content: WorkbookContent | null = null,
  options: StandInOptions = {},
): Promise<OpenFrame> {
  const standIn = await openStandIn(content ?? emptyWorkbook(), null, options);
  const frame = await addFrame(standIn, "conversation1");
  return { ...frame, standIn, close: () => (frame.closeFrame(), standIn.close()) };
}

/** Another page of the add-in on the same stand-in, as after a reload. */
export async function addFrame(
  standIn: StandIn,
  conversationId: string,
): Promise<Omit<OpenFrame, "standIn" | "close">> {
  const problems: string[] = [];
  let window: DOMWindow | null = null;
  const { protocol, disconnect } = connectStandIn(standIn, {
    ...{ conversationId, origin, addinName: "Test" },
    post: (data) => setTimeout(() => window?.dispatchEvent(new window.MessageEvent("message", { data, origin })), 0),
    onProblem: (message) => problems.push(message),
  });
  const dom = new JSDOM("<!doctype html><html><head></head><body></body></html>", {
    url: `${origin}/taskpane.html`,
    runScripts: "dangerously",
    resources: new OfficeFiles(),
    pretendToBeVisual: true,
    beforeParse(each) {
      // Two things that a browser has and jsdom has not.
      Object.defineProperty(each.Document.prototype, "domain", { get: () => "localhost" });
      each.opener = { postMessage: (text: string) => setTimeout(() => protocol.receive(text), 0) };
      each.name = protocol.frameName(origin);
    },
  });
  window = dom.window;
  const script = window.document.createElement("script");
  script.src = `${origin}/office/office.debug.js`;
  const loaded = new Promise((resolve, reject) => Object.assign(script, { onload: resolve, onerror: reject }));
  window.document.head.append(script);
  await loaded;
  const page = window as unknown as { Excel: typeof Excel; Office: typeof Office };
  await page.Office.onReady();
  const closeFrame = (): void => {
    disconnect();
    dom.window.close();
    window = null;
  };
  return { Excel: page.Excel, Office: page.Office, protocol, problems, closeFrame };
}

/** Serves Office.js's own files, whose names it asks for in other letters. */
class OfficeFiles extends ResourceLoader {
  override fetch(url: string): ReturnType<ResourceLoader["fetch"]> {
    const path = join(library, new URL(url).pathname.replace("/office/", "").toLowerCase());
    const bytes = existsSync(path) ? Promise.resolve(readFileSync(path)) : Promise.reject(new Error(`no ${url}`));
    return bytes as ReturnType<ResourceLoader["fetch"]>;
  }
}
