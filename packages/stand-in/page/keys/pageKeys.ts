import { Regions } from "./regions";

interface PageKeyHandlers {
  save(): void;
  open(): void;
  find(): void;
  focusCells(): void;
}

/**
 * The keys of the page around the cells: Ctrl+S, Ctrl+O, Ctrl+F, Ctrl+G, Ctrl+1, and F6 round ribbon, cells, sheet tabs and
 * pane; Esc leads from all of these back to the cells.
 */
export function watchPageKeys(handlers: PageKeyHandlers): PageKeys {
  const focus = (selector: string): boolean => {
    const target = document.querySelector<HTMLElement>(selector);
    if (!target || target.closest("[hidden]")) return false;
    target.focus();
    if (target instanceof HTMLInputElement) target.select();
    return true;
  };
  const actions: Record<string, () => void> = {
    s: () => handlers.save(),
    o: () => handlers.open(),
    f: () => handlers.find(),
    g: () => void focus("[data-u-comp='defined-name'] input"),
    "1": () => void focus("select[data-sets='numberFormat']"),
  };
  const regions = new Regions([
    {
      holds: (element) => element.closest("header") !== null,
      focus: () => focus(".ribbon button[tabindex='0']"),
    },
    {
      holds: (element) => element.closest(".sheet") !== null && element.closest("[role='tablist']") === null,
      focus: () => {
        handlers.focusCells();
        return true;
      },
    },
    {
      holds: (element) => element.closest("[role='tablist']") !== null,
      focus: () => focus("#grid [role='tab'][aria-selected='true']"),
    },
    {
      holds: (element) => element.closest(".pane") !== null || element.id === "divider",
      focus: () => focus("#paneBody iframe"),
    },
  ]);
  const pressed = (event: KeyboardEvent): void => {
    if (document.querySelector("dialog[open]")) return;
    const isCommand = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    const action = isCommand ? actions[event.key.toLowerCase()] : undefined;
    const isRegionKey = event.key === "F6" && !event.altKey && !event.metaKey;
    if (action) action();
    else if (isRegionKey) regions.go(event.view === window ? document.activeElement : PANE, event.shiftKey ? -1 : 1);
    else if (event.key === "Escape" && isChrome(event.target)) handlers.focusCells();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener("keydown", pressed, { capture: true });
  return {
    leavePane: (step) => regions.go(PANE, step),
    watchPane: (pane) => {
      // The pane's own page, anew each time it is loaded.
      pane.addEventListener("load", () => pane.contentWindow?.addEventListener("keydown", pressed, { capture: true }));
    },
  };
}

export interface PageKeys {
  /** Goes on from the pane to the next or the previous part of the page. */
  leavePane(step: 1 | -1): void;
  /** Hears these keys also while the pane has the keyboard: where Excel is no web page, it hears them before the pane does. */
  watchPane(pane: HTMLIFrameElement): void;
}

/** The pane's place among the regions. */
const PANE = 3;

/** Ribbon, divider and sheet tabs: what has nothing of its own for Esc to close. */
function isChrome(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest("header, .divider, [role='tablist']") !== null &&
    document.querySelector(":popover-open") === null
  );
}
