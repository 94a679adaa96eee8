/**
 * Runs in the preview's page before its own scripts, and watches the pane in it: when it is ready, and which tasks held up its thread.
 * The stand-in shares that thread, as Excel never does; a task that is its alone is not the pane's.
 */
(() => {
  const page = globalThis;
  if (page.top !== page) return;

  let longTasks = [];
  new page.PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) if (name !== "self") longTasks.push(duration);
  }).observe({ type: "longtask", buffered: true });

  const pane = () => page.document.querySelector("#paneBody iframe")?.contentWindow;
  const frame = () => new Promise((next) => page.requestAnimationFrame(next));
  const shown = async (isSo) => {
    while (!isSo()) await frame();
    return pane().performance.now();
  };

  page.watched = {
    /** Milliseconds of the longest task over 50 since this was asked last. */
    longestTask() {
      const longest = Math.max(0, ...longTasks);
      longTasks = [];
      return longest;
    },
    /** Milliseconds since the pane's page asked for its first script: until then the stand-in is busy with opening the workbook. */
    ready: shown(() => pane()?.document.getElementById("primary-action")?.textContent === "Run").then((at) => {
      const [first] = pane().performance.getEntriesByType("resource");
      return at - first.startTime;
    }),
    /** Says in the opened list of columns that the last one is not used; milliseconds until the pane has read the workbook with that. */
    async leaveOutColumn() {
      const meanings = () => [...pane().document.querySelectorAll("select[aria-label^='Meaning of']")];
      const last = meanings()
        .filter(({ value }) => value !== "ignored")
        .pop();
      const label = last.getAttribute("aria-label");
      const isOut = () =>
        meanings().every((one) => one.getAttribute("aria-label") !== label || one.value === "ignored");
      last.value = "ignored";
      const chosen = pane().performance.now();
      last.dispatchEvent(new (pane().Event)("change", { bubbles: true }));
      return (await shown(isOut)) - chosen;
    },
  };
})();
