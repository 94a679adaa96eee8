import { partNotLoaded } from "../../src/taskpane/loadPart";
import { click, settle, text, the, violations } from "./support/renderPane";

const mountPane = jest.fn();
let mockFailure: Error | null = null;
jest.mock("../../src/taskpane/mountPane", () => {
  if (mockFailure) throw mockFailure;
  return { mountPane: (...place: unknown[]) => mountPane(...place) as unknown };
});

let visibility: DocumentVisibilityState = "visible";
Object.defineProperty(document, "visibilityState", { get: () => visibility });
let tellVisibility: (message: { visibilityMode: string }) => void = () => undefined;

/** The page of the runtime as Excel starts it, seen or unseen. */
async function startPage(start: DocumentVisibilityState, hasSharedRuntime = true): Promise<void> {
  visibility = start;
  mountPane.mockClear();
  document.body.innerHTML = '<div id="pane"></div>';
  const onVisibilityModeChanged = (listener: typeof tellVisibility) => {
    if (!hasSharedRuntime) return Promise.reject(new Error("not supported"));
    tellVisibility = listener;
    return Promise.resolve();
  };
  Object.assign(globalThis, {
    Office: {
      onReady: () => Promise.resolve({}),
      addin: { onVisibilityModeChanged },
      VisibilityMode: { taskpane: "Taskpane", hidden: "Hidden" },
    },
  });
  await jest.isolateModulesAsync(async () => void (await import("../../src/taskpane/taskpane")));
  await settle();
}

test("a pane that is seen is drawn at once", async () => {
  await startPage("visible");
  expect(mountPane).toHaveBeenCalledTimes(1);
  expect(mountPane).toHaveBeenCalledWith(document.getElementById("pane"));
});

test("a runtime that only calculates draws nothing until somebody can see it, and then once", async () => {
  await startPage("hidden");
  expect(mountPane).not.toHaveBeenCalled();
  visibility = "visible";
  document.dispatchEvent(new Event("visibilitychange"));
  tellVisibility({ visibilityMode: "Taskpane" });
  await settle();
  expect(mountPane).toHaveBeenCalledTimes(1);
});

test("Excel saying that the pane is shown is enough", async () => {
  await startPage("hidden");
  tellVisibility({ visibilityMode: "Hidden" });
  await settle();
  expect(mountPane).not.toHaveBeenCalled();
  tellVisibility({ visibilityMode: "Taskpane" });
  await settle();
  expect(mountPane).toHaveBeenCalledTimes(1);
});

test("a host without a shared runtime still shows its pane", async () => {
  await startPage("visible", false);
  expect(mountPane).toHaveBeenCalledTimes(1);
});

test("a pane whose scripts do not come says so, and draws itself when they do", async () => {
  jest.resetModules();
  mockFailure = Object.assign(new Error("Loading chunk 7 failed."), { name: "ChunkLoadError" });
  await startPage("visible");
  expect(mountPane).not.toHaveBeenCalled();
  expect(text()).toBe(`${partNotLoaded}Try again`);
  expect(await violations()).toEqual([]);
  mockFailure = null;
  await click(the("button", "Try again"));
  expect(mountPane).toHaveBeenCalledTimes(1);
  expect(text()).toBe("");
});
