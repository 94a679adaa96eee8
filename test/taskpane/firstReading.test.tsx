import type * as FirstReading from "../../src/taskpane/firstReading";
import type { ReadRequest } from "../../src/taskpane/paneWorkbook";

const readWorkbookPlan = jest.fn();
jest.mock("../../src/taskpane/officeReading", () => ({
  readWorkbookPlan: (...given: unknown[]) => readWorkbookPlan(...given) as unknown,
}));

/** Begins a reading as the page does, and waits until Excel is asked. */
async function begin(): Promise<{ take: (request: ReadRequest) => Promise<unknown> | null; asked: ReadRequest }> {
  let first: typeof FirstReading | undefined;
  await jest.isolateModulesAsync(async () => void (first = await import("../../src/taskpane/firstReading")));
  readWorkbookPlan.mockReset().mockReturnValue(Promise.resolve("the reading"));
  first!.beginReading();
  await new Promise((next) => setTimeout(next, 50));
  const [[asked]] = readWorkbookPlan.mock.calls as [[ReadRequest]];
  return { take: first!.begunReading, asked };
}

test("the pane's first reading is the one that has begun, and the next is another", async () => {
  const { take } = await begin();
  expect(await take({})).toBe("the reading");
  expect(readWorkbookPlan).toHaveBeenCalledTimes(1);
  expect(take({})).toBeNull();
});

test("what the user has said of the tables is not in it", async () => {
  const { take } = await begin();
  expect(take({ corrections: { unit: "£k" } })).toBeNull();
  expect(take({})).toBeNull();
});

test("that Excel waits is told to who takes it over, from before too, and cancelling ends it", async () => {
  const { take, asked } = await begin();
  asked.onWaiting?.("cell");
  const onWaiting = jest.fn();
  const cancel = new AbortController();
  void take({ onWaiting, signal: cancel.signal });
  asked.onWaiting?.(null);
  expect(onWaiting.mock.calls).toEqual([["cell"], [null]]);
  expect(asked.signal?.aborted).toBe(false);
  cancel.abort();
  expect(asked.signal?.aborted).toBe(true);
});
