import type { OpenAddin } from "@workbooks/stand-in/addin";
import { error, openWithFunctions, show, shown, until, write, type OwnFunction } from "../support/ownFunctions";
import { turns } from "../../../support/turns";

interface Invocation {
  setResult(value: unknown): void;
  setError(error: unknown): void;
  onCanceled: () => void;
}

const number = { name: "x", type: "number" };
let addin: OpenAddin;
let events: string[];
let answers: Map<number, (value: unknown) => void>;

/** Answers when the test wants it. */
const slow: OwnFunction = {
  name: "SLOW",
  parameters: [number],
  options: { cancelable: true },
  call: async (x: number, invocation: Invocation) => {
    events.push(`called ${x}`);
    invocation.onCanceled = () => events.push(`cancelled ${x}`);
    return new Promise((resolve) => answers.set(x, resolve));
  },
};

/** Counts from its argument upwards, as often as the test wants it. */
const stream: OwnFunction = {
  name: "STREAM",
  parameters: [number],
  result: { dimensionality: "matrix" },
  options: { stream: true, cancelable: true },
  call: (x: number, invocation: Invocation) => {
    events.push(`streams ${x}`);
    answers.set(x, (value) => (value instanceof Error ? invocation.setError(value) : invocation.setResult(value)));
    invocation.onCanceled = () => events.push(`stopped ${x}`);
  },
};

beforeEach(() => {
  events = [];
  answers = new Map();
});
afterEach(() => addin.close());

describe.each(["runtime", "direct"] as const)("a cancellable function called through the %s", (calls) => {
  beforeEach(async () => void (addin = await openWithFunctions([slow], { calls })));

  test("is told when its input is edited, and called with the new one", async () => {
    await write({ A1: 1, B1: "=SAVINGS.SLOW(A1)" });
    await until(() => events.length === 1);
    expect(shown(addin, "B1")).toEqual([error("#BUSY!")]);
    await write({ A1: 2 });
    await until(() => events.length === 3);
    expect(events.sort()).toEqual(["called 1", "called 2", "cancelled 1"]);
    answers.get(1)!("late");
    answers.get(2)!("right");
    await addin.standIn.recalculate();
    expect(shown(addin, "B1")).toEqual(["right"]);
  });

  test("is told when its formula is deleted, and its late answer goes nowhere", async () => {
    await write({ B1: "=SAVINGS.SLOW(1)" });
    await until(() => events.length === 1);
    await write({ B1: "" });
    await until(() => events.length === 2);
    expect(events).toEqual(["called 1", "cancelled 1"]);
    expect(addin.standIn.customFunctions.pendingCount).toBe(0);
    answers.get(1)!("late");
    expect(await show(addin, { C1: "=1+1" }, "B1", "C1")).toEqual([null, 2]);
  });

  test("is told when the workbook is calculated anew, and called again", async () => {
    await write({ B1: "=SAVINGS.SLOW(1)" });
    await until(() => events.length === 1);
    const done = addin.standIn.recalculate(true);
    await until(() => events.length === 3);
    expect(events.sort()).toEqual(["called 1", "called 1", "cancelled 1"]);
    answers.get(1)!(7);
    await done;
    expect(shown(addin, "B1")).toEqual([7]);
  });

  test("is not told when another cell is edited, also where both were written together", async () => {
    await write({ B1: "=SAVINGS.SLOW(1)" });
    await until(() => events.length === 1);
    const { activeSheet } = addin.standIn.workbook;
    activeSheet.write([
      { row: 0, column: 0, value: 5 },
      { row: 2, column: 4, value: 6 },
    ]);
    await addin.standIn.workbook.calculation.settle();
    expect(events).toEqual(["called 1"]);
    answers.get(1)!(7);
    await addin.standIn.recalculate();
    expect(shown(addin, "B1", "E3")).toEqual([7, 6]);
  });

  test("is told when rows come before its cell, and called from the new one", async () => {
    await write({ A2: 3, B2: "=SAVINGS.SLOW(A2)" });
    await until(() => events.length === 1);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().getRange("1:1").insert("Down");
      await context.sync();
    });
    await until(() => events.length === 3);
    answers.get(3)!("there");
    await addin.standIn.recalculate();
    expect(shown(addin, "B2", "B3")).toEqual([null, "there"]);
  });

  test("two calls of one formula end apart", async () => {
    await write({ A1: 1, A2: 2, B1: "=SAVINGS.SLOW(A1)&SAVINGS.SLOW(A2)" });
    await until(() => events.length === 2);
    await write({ A2: 3 });
    await until(() => events.length === 4);
    expect(events.slice(2).sort()).toEqual(["called 3", "cancelled 2"]);
    answers.get(1)!("a");
    answers.get(3)!("c");
    await addin.standIn.recalculate();
    expect(shown(addin, "B1")).toEqual(["ac"]);
  });
});

describe("a streaming function", () => {
  beforeEach(async () => void (addin = await openWithFunctions([stream])));

  test("puts each of its results into the cell and what depends on it, and may change its shape", async () => {
    await write({ A1: 1, B1: "=SAVINGS.STREAM(A1)", E1: "=B1+1" });
    await until(() => events.length === 1);
    for (const value of [10, 20, 30]) {
      answers.get(1)!(value);
      await until(() => shown(addin, "B1")[0] === value);
      expect(shown(addin, "E1")).toEqual([value + 1]);
    }
    answers.get(1)!([[1], [2], [3]]);
    await until(() => shown(addin, "B3")[0] === 3);
    answers.get(1)!([[4, 5]]);
    await until(() => shown(addin, "C1")[0] === 5);
    expect(shown(addin, "B1", "B2", "B3", "E1")).toEqual([4, null, null, 5]);
  });

  test("may answer with an error and go on", async () => {
    await write({ B1: "=SAVINGS.STREAM(1)" });
    await until(() => events.length === 1);
    answers.get(1)!(new CustomFunctions.Error("#N/A" as CustomFunctions.ErrorCode, "no price yet"));
    await until(() => JSON.stringify(shown(addin, "B1")) === JSON.stringify([error("#N/A")]));
    expect(addin.standIn.cellMessage(addin.standIn.workbook.activeSheet.id, 0, 1)).toBe("no price yet");
    answers.get(1)!(5);
    await until(() => shown(addin, "B1")[0] === 5);
  });

  test("does not keep a calculation waiting once it has answered", async () => {
    await write({ B1: "=SAVINGS.STREAM(1)" });
    await until(() => events.length === 1);
    answers.get(1)!(5);
    await addin.standIn.recalculate();
    expect(shown(addin, "B1")).toEqual([5]);
    await addin.standIn.recalculate();
    expect(events).toEqual(["streams 1"]);
  });

  test.each([
    ["its formula is deleted", { B1: "" }, ["streams 1", "stopped 1"]],
    ["its input is edited", { A1: 2 }, ["stopped 1", "streams 1", "streams 2"]],
    ["its formula is entered again", { B1: "=SAVINGS.STREAM(A1)" }, ["stopped 1", "streams 1", "streams 1"]],
  ])("stops when %s", async (_what, edit, expected) => {
    await write({ A1: 1, B1: "=SAVINGS.STREAM(A1)" });
    await until(() => events.length === 1);
    const old = answers.get(1)!;
    old(5);
    await until(() => shown(addin, "B1")[0] === 5);
    await write(edit as Record<string, string | number>);
    await until(() => events.length === expected.length);
    expect([...events].sort()).toEqual([...expected].sort());
    old(6);
    await turns(700);
    expect(shown(addin, "B1")).not.toEqual([6]);
  });
});

test("a volatile function is called again whenever anything is calculated, and once for each time", async () => {
  let count = 0;
  const counter = { name: "COUNTER", options: { volatile: true }, call: () => ++count };
  const later = { name: "LATER", options: { volatile: true }, call: async () => Promise.resolve(++count) };
  const steady = { name: "STEADY", call: () => ++count };
  addin = await openWithFunctions([counter, later, steady]);
  expect(await show(addin, { A1: "=SAVINGS.COUNTER()" }, "A1")).toEqual([1]);
  expect(await show(addin, { C1: 5 }, "A1")).toEqual([2]);
  expect(await show(addin, { C1: "=1+1", A2: "=A1*10" }, "A1", "A2")).toEqual([3, 30]);
  expect(await show(addin, { A1: "=SAVINGS.LATER()", A3: "=SAVINGS.STEADY()" }, "A1", "A3")).toEqual([4, 5]);
  expect(await show(addin, { C1: 7 }, "A1", "A3", "A2")).toEqual([6, 5, 60]);
  expect(count).toBe(6);
});
