/**
 * The page of the shared runtime. It also runs when a cell merely calculates, so nothing of the pane is loaded here:
 * React comes when somebody can see it.
 */
export {};

let mounted: Promise<void> | null = null;

void Office.onReady().then(() => {
  if (document.visibilityState === "visible") void showPane();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") void showPane();
  });
  void whenExcelShowsThePane(showPane);
});

function showPane(): Promise<void> {
  mounted ??= import("./mountPane").then(({ mountPane }) => mountPane(document.getElementById("pane")!));
  return mounted;
}

/** Excel may start the runtime hidden with a page that calls itself visible later; older hosts have no such event. */
async function whenExcelShowsThePane(show: () => Promise<void>): Promise<void> {
  try {
    await Office.addin.onVisibilityModeChanged(({ visibilityMode }) => {
      if (visibilityMode === Office.VisibilityMode.taskpane) void show();
    });
  } catch {
    // Without a shared runtime there is only the visible pane, which is shown already.
  }
}
