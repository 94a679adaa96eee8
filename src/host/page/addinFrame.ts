import type { Host } from "../host";
import type { RichApiRequest } from "../richapi/wire";
import { WebProtocol, type HostAction } from "../transport/webProtocol";

export interface AddinFrame {
  element: HTMLIFrameElement;
  /** Presses a ribbon button; rejects with a sentence where the add-in does not carry it out. */
  invokeCommand(functionName: string, controlId: string): Promise<void>;
  close(): void;
}

/** Loads the add-in's page, as it is, into a frame that Office.js takes for one in Excel on the web. */
export function openAddinFrame(
  parent: HTMLElement,
  page: string,
  host: Host,
  handlers: { onProblem(message: string): void; onHostAction(action: HostAction): void },
): AddinFrame {
  const element = document.createElement("iframe");
  const protocol = new WebProtocol({
    conversationId: `conversation${Date.now()}`,
    appId: "app1",
    locale: "en-US",
    documentUrl: `${location.origin}/workbook`,
    requirements: host.requirements,
    post: (text) => element.contentWindow?.postMessage(text, location.origin),
    execute: async (body, flags) => JSON.stringify(await host.execute(JSON.parse(body) as RichApiRequest, flags)),
    settings: () => [...host.workbook.settings].map(([key, value]) => [key, JSON.stringify(value)]),
    saveSettings: (settings) => saveSettings(host, settings),
    ...handlers,
  });
  const receive = (event: MessageEvent<unknown>): void => {
    if (event.source === element.contentWindow && event.origin === location.origin) protocol.receive(event.data);
  };
  window.addEventListener("message", receive);
  const stopMessages = host.onMessage((entries) => protocol.sendRichApi(entries));
  const stopChanges = host.onChange(({ kind }) => {
    if (kind === "selection") protocol.raise("documentSelectionChanged", {});
  });
  element.title = "Savings Attribution";
  element.name = protocol.frameName(location.origin);
  element.allow = "clipboard-read; clipboard-write";
  element.src = page;
  parent.replaceChildren(element);
  return {
    element,
    invokeCommand: (functionName, controlId) => protocol.invokeCommand(functionName, controlId),
    close() {
      stopMessages();
      stopChanges();
      window.removeEventListener("message", receive);
      element.remove();
    },
  };
}

function saveSettings(host: Host, settings: [string, string][]): void {
  const kept = host.workbook.settings;
  kept.clear();
  for (const [key, json] of settings) kept.set(key, JSON.parse(json) as unknown);
}
