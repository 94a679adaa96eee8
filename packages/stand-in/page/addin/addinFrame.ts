import type { StandIn } from "../../standIn";
import { connectStandIn } from "../../transport/connectStandIn";
import type { HostAction } from "../../transport/webProtocol";
import { contrastPane } from "./contrastPane";
import { trustHost } from "./trustHost";

export interface AddinFrame {
  element: HTMLIFrameElement;
  /** Draws the page in high contrast, or as it is. */
  setContrast(isOn: boolean): void;
  /** Presses a ribbon button; rejects with a sentence where the add-in does not carry it out. */
  invokeCommand(functionName: string, controlId: string): Promise<void>;
  close(): void;
}

/** The page to load, and what the add-in is called. */
interface AddinPage {
  page: string;
  name: string;
}

/** Loads the add-in's page, as it is, into a frame that Office.js takes for one in Excel on the web. */
export function openAddinFrame(
  parent: HTMLElement,
  { page, name }: AddinPage,
  standIn: StandIn,
  handlers: { onProblem(message: string): void; onHostAction(action: HostAction): void },
): AddinFrame {
  const element = document.createElement("iframe");
  const { protocol, disconnect } = connectStandIn(standIn, {
    conversationId: `conversation${Date.now()}`,
    addinName: name,
    origin: location.origin,
    post: (text) => element.contentWindow?.postMessage(text, location.origin),
    ...handlers,
  });
  const receive = (event: MessageEvent<unknown>): void => {
    if (event.source === element.contentWindow && event.origin === location.origin) protocol.receive(event.data);
  };
  window.addEventListener("message", receive);
  trustHost(location, localStorage);
  element.title = name;
  element.name = protocol.frameName(location.origin);
  element.allow = "clipboard-read; clipboard-write";
  element.src = page;
  parent.replaceChildren(element);
  return {
    element,
    setContrast: contrastPane(element),
    invokeCommand: (functionName, controlId) => protocol.invokeCommand(functionName, controlId),
    close() {
      disconnect();
      window.removeEventListener("message", receive);
      element.remove();
    },
  };
}
