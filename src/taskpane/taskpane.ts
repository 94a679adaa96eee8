/**
 * The page of the shared runtime. It also runs when a cell merely calculates, so nothing of the pane is loaded here:
 * React comes when somebody can see it.
 */
import { beginReading } from "./firstReading";
import { loadPart } from "./loadPart";

let mounted: Promise<void> | null = null;

void Office.onReady().then(() => {
  if (document.visibilityState === "visible") void showPane();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") void showPane();
  });
  void whenExcelShowsThePane(showPane);
});

function showPane(): Promise<void> {
  const place = document.getElementById("pane")!;
  if (!mounted) beginReading();
  mounted ??= loadPart(() => import("./mountPane")).then(
    ({ mountPane }) => {
      place.replaceChildren();
      mountPane(place);
    },
    (error: Error) => {
      mounted = null;
      sayNotLoaded(place, error.message);
    },
  );
  return mounted;
}

/** Without React, which is what did not come. */
function sayNotLoaded(place: HTMLElement, sentence: string): void {
  const said = document.createElement("p");
  said.setAttribute("role", "alert");
  said.textContent = sentence;
  const again = document.createElement("button");
  again.textContent = "Try again";
  again.onclick = () => void showPane();
  const frame = document.createElement("div");
  frame.style.cssText = "padding: 16px; font: 14px 'Segoe UI', sans-serif";
  frame.append(said, again);
  place.replaceChildren(frame);
}

/** Excel may start the runtime hidden with a page that calls itself visible later; older versions of Excel have no such event. */
async function whenExcelShowsThePane(show: () => Promise<void>): Promise<void> {
  try {
    await Office.addin.onVisibilityModeChanged(({ visibilityMode }) => {
      if (visibilityMode === Office.VisibilityMode.taskpane) void show();
    });
  } catch {
    // Without a shared runtime there is only the visible pane, which is shown already.
  }
}
