import { settle } from "./support/renderPane";

const mountPane = jest.fn();
jest.mock("../../src/taskpane/mountPane", () => ({
  mountPane: (...place: unknown[]) => mountPane(...place) as unknown,
}));

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
