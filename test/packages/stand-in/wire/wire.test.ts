import { openAddin, type OpenAddin } from "@workbooks/stand-in/addin";
import { defaultRequirements } from "@workbooks/stand-in/requirements";
import { ActionType, type RichApiRequest, type RichApiResponse } from "@workbooks/stand-in/wire/protocol";

let addin: OpenAddin;
const faults: unknown[] = [];
beforeEach(async () => {
  faults.length = 0;
  // RichApiRuntime 1.2 lets Office.js send an Update as one action instead of property by property.
  const requirements = { ...defaultRequirements, richapiruntime: "1.2" };
  addin = await openAddin({ requirements, onInternalError: (error) => error && faults.push(error) });
});
afterEach(() => addin.close());

const workbook = { Id: 1, ObjectPathType: 1, Name: "" };
const sheets = { Id: 2, ObjectPathType: 4, Name: "Worksheets", ParentObjectPathId: 1 };

/** Sends a request as it stands: `paths` beside the workbook (1) and its sheets (2). */
async function send(actions: object[], paths: Record<string, unknown> = {}): Promise<RichApiResponse> {
  const request = { Actions: actions, ObjectPaths: { "1": workbook, "2": sheets, ...paths } };
  return addin.standIn.execute(request as unknown as RichApiRequest);
}

const instantiate = (id: number) => ({ Id: 10, ActionType: ActionType.Instantiate, Name: "", ObjectPathId: id });
const query = (id: number, info: object) => ({
  Id: 11,
  ActionType: ActionType.Query,
  Name: "",
  ObjectPathId: id,
  QueryInfo: info,
});

test.each([
  ["an unknown action", [{ Id: 1, ActionType: 42, Name: "", ObjectPathId: 1 }], {}, "ApiNotFound"],
  [
    "ensureUnchanged",
    [{ Id: 1, ActionType: ActionType.EnsureUnchanged, Name: "", ObjectPathId: 1, ObjectState: {} }],
    {},
    "ApiNotFound",
  ],
  [
    "an unknown object path",
    [instantiate(3)],
    { 3: { Id: 3, ObjectPathType: 42, Name: "x", ParentObjectPathId: 1 } },
    "ApiNotFound",
  ],
  [
    "an unknown property",
    [instantiate(3)],
    { 3: { Id: 3, ObjectPathType: 4, Name: "Wizard", ParentObjectPathId: 1 } },
    "ApiNotFound",
  ],
  ["an unknown method", [{ Id: 1, ActionType: 3, Name: "Conjure", ObjectPathId: 1 }], {}, "ApiNotFound"],
  [
    "a method that only every object of JavaScript has",
    [{ Id: 1, ActionType: 3, Name: "Constructor", ObjectPathId: 1 }],
    {},
    "ApiNotFound",
  ],
  [
    "a property that cannot be set",
    [{ Id: 1, ActionType: 4, Name: "Name", ObjectPathId: 1, ArgumentInfo: { Arguments: ["x"] } }],
    {},
    "ApiNotFound",
  ],
  ["an object that is nowhere", [instantiate(99)], {}, "InvalidReference"],
  ["an unknown reference", [instantiate(3)], { 3: { Id: 3, ObjectPathType: 6, Name: "Range_99" } }, "InvalidReference"],
  [
    "a path that leads through itself",
    [instantiate(3)],
    { 3: { Id: 3, ObjectPathType: 4, Name: "Worksheets", ParentObjectPathId: 3 } },
    "InvalidRequest",
  ],
  [
    "two paths that lead through each other",
    [instantiate(3)],
    {
      3: {
        Id: 3,
        ObjectPathType: 3,
        Name: "GetItem",
        ParentObjectPathId: 2,
        ArgumentInfo: { Arguments: [null], ReferencedObjectPathIds: [4] },
      },
      4: { Id: 4, ObjectPathType: 3, Name: "GetNext", ParentObjectPathId: 3 },
    },
    "InvalidRequest",
  ],
  ["items from below zero", [query(2, { Skip: -1 })], {}, "InvalidArgument"],
  ["half an item", [query(2, { Top: 0.5 })], {}, "InvalidArgument"],
  ["properties that are numbers", [query(2, { Select: [7] })], {}, "InvalidArgument"],
  [
    "an argument that is missing",
    [instantiate(3)],
    { 3: { Id: 3, ObjectPathType: 3, Name: "GetItem", ParentObjectPathId: 2 } },
    "InvalidArgument",
  ],
  ["below a plain value", [query(1, { Select: ["Name/Length"] })], {}, "ApiNotFound"],
])("%s is refused", async (_what, actions, paths, code) => {
  const response = await send(actions, paths);
  expect(response.Error).toMatchObject({ Code: code, ActionIndex: 0 });
  expect(response.Results).toEqual([]);
  expect(faults).toEqual([]);
});

test.each([
  ["nothing", null],
  ["a list", []],
  ["no actions", { ObjectPaths: {} }],
  ["no object paths", { Actions: [] }],
  ["an action that is a text", { Actions: ["Query"], ObjectPaths: {} }],
  ["a path without a name", { Actions: [], ObjectPaths: { 1: { Id: 1 } } }],
])("%s is no request", async (_what, body) => {
  expect((await addin.standIn.execute(body as never)).Error).toMatchObject({ Code: "InvalidRequest" });
});

test("items by Top and Skip, past the end too, and with nested properties", async () => {
  const seen = await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    for (const name of ["B", "C", "D"]) worksheets.add(name);
    await context.sync();
    const read = async (options: object) => {
      worksheets.load({ select: "name", expand: "protection", ...options } as never);
      await context.sync();
      return worksheets.items.map((sheet) => [sheet.name, sheet.protection.protected]);
    };
    const pages = [await read({ top: 2 }), await read({ top: 2, skip: 3 }), await read({ skip: 9 })];
    worksheets.load({ $top: 1, $skip: 3, name: true } as never);
    await context.sync();
    return [...pages, worksheets.items.map(({ name }) => name)];
  });
  expect(seen).toEqual([
    [
      ["Sheet1", false],
      ["B", false],
    ],
    [["D", false]],
    [],
    ["D"],
  ]);
});

test("all plain values by $all, by an empty load, and as JSON", async () => {
  const seen = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.load({ $all: true });
    const again = context.workbook.worksheets.getFirst();
    again.load();
    const retrieved = (again as unknown as { retrieve(names: string): { name: string } }).retrieve("name,visibility");
    await context.sync();
    return [sheet.name, sheet.visibility, again.toJSON().name, retrieved.name];
  });
  expect(seen).toEqual(["Sheet1", "Visible", "Sheet1", "Sheet1"]);
});

test("several properties are set at once, nested ones too, by set() and by an Update", async () => {
  const seen = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange("A1:B1");
    range.set({ values: [[1, 2]], format: { fill: { color: "#FF0000" }, font: { bold: true } } });
    type Updatable = { update(values: object): void };
    (range as unknown as Updatable).update({ numberFormat: [["0.0", "0.00"]], format: { font: { italic: true } } });
    range.load("values,numberFormat,format/fill/color,format/font/bold,format/font/italic");
    await context.sync();
    return [
      range.values,
      range.numberFormat,
      range.format.fill.color,
      range.format.font.bold,
      range.format.font.italic,
    ];
  });
  expect(seen).toEqual([[[1, 2]], [["0.0", "0.00"]], "#FF0000", true, true]);
});

test("a query for each class of an object's tree answers the object itself, and is refused where it goes deeper", async () => {
  const ask = (maxDepth: number) =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      (context as unknown as { loadRecursive(object: object, queries: object, depth: number): void }).loadRecursive(
        sheet,
        { Worksheet: "name" },
        maxDepth,
      );
      await context.sync();
      return sheet.name;
    });
  expect(await ask(1)).toBe("Sheet1");
  await expect(ask(2)).rejects.toMatchObject({ code: "ApiNotFound" });
});

test("a reference that was let go of leads nowhere; one that is tracked leads on", async () => {
  const context = new Excel.RequestContext();
  const [kept, released] = ["A1", "B1"].map((at) => context.workbook.worksheets.getFirst().getRange(at));
  context.trackedObjects.add([kept, released] as never);
  await context.sync();
  kept?.load("address");
  await context.sync();
  expect(kept?.address).toBe("Sheet1!A1");
  context.trackedObjects.remove(released as never);
  await context.sync();
  released?.load("address");
  await expect(context.sync()).rejects.toMatchObject({ code: "InvalidReference" });
});

test("after an error the same context goes on: what was made before it is there, the rest can be tried again", async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const range = sheet.getRange("A1");
    range.values = [["before"]];
    sheet.tables.getItem("Nope").delete();
    range.values = [["after"]];
    await expect(context.sync()).rejects.toMatchObject({ code: "ItemNotFound" });
    range.load("values");
    await context.sync();
    expect(range.values).toEqual([["before"]]);
    range.values = [["again"]];
    await context.sync();
  });
  expect(addin.standIn.workbook.activeSheet.value(0, 0)).toBe("again");
});

test("what was not loaded, or not yet, is said by the library itself", async () => {
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange("A1");
    expect(() => range.values).toThrow(expect.objectContaining({ code: "PropertyNotLoaded" }) as Error);
    const count = context.workbook.worksheets.getCount();
    expect(() => count.value).toThrow(expect.objectContaining({ code: "ValueNotLoaded" }) as Error);
    await context.sync();
    expect(count.value).toBe(1);
  });
});

/** How long a batch of so many cells takes, each of them an object path and two actions of its own. */
async function timeOf(cells: number): Promise<number> {
  const started = process.cpuUsage();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    for (let i = 0; i < cells; i++) sheet.getCell(i, 0).values = [[i]];
    await context.sync();
  });
  return process.cpuUsage(started).user / 1000;
}

test("5,000 cells one by one take about a hundred times as long as 50, not ten thousand times", async () => {
  await timeOf(50);
  const few = await timeOf(500);
  const many = await timeOf(5000);
  expect(addin.standIn.workbook.activeSheet.value(4999, 0)).toBe(4999);
  // Ten times the work; a quadratic step would make it a hundred times. The floor takes out the noise of a busy machine.
  expect(many).toBeLessThan(Math.max(few, 60) * 35);
});

test("a request of nearly 5 MB is taken; an answer above 5 MB is refused although what was asked for is done", async () => {
  const text = "x".repeat(32_000);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("A1:A150").values = Array.from({ length: 150 }, () => [text]);
    await context.sync();
    sheet.getRange("B1:B150").values = Array.from({ length: 150 }, () => [text]);
    await context.sync();
    const all = sheet.getRange("A1:B150");
    all.load("values");
    sheet.getRange("C1").values = [["done"]];
    await expect(context.sync()).rejects.toMatchObject({ code: "ResponsePayloadSizeLimitExceeded" });
  });
  expect(addin.standIn.workbook.activeSheet.value(0, 2)).toBe("done");
});
