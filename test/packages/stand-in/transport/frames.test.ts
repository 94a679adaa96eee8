import { openAddin } from "@workbooks/stand-in/addin";
import type { StandIn, StandInOptions } from "@workbooks/stand-in/standIn";
import { addFrame, openInFrame, type OpenFrame } from "./openInFrame";
import { turns } from "../../../support/turns";

let open: { close(): void } | null = null;
afterEach(() => open?.close());

const soon = (time = 60) => turns(time);

/** Writes a text through a page's own library, and reads what A1 holds then. */
async function write(page: { Excel: typeof Excel }, text: string): Promise<unknown> {
  return page.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange("A1");
    range.values = [[text]];
    range.load("values");
    await context.sync();
    return range.values[0]?.[0] as unknown;
  });
}

test("two pages at one workbook see each other's work, each in its own conversation", async () => {
  const first = await openInFrame();
  open = first;
  const second = await addFrame(first.standIn, "conversation2");
  expect(await write(first, "one")).toBe("one");
  expect(await write(second, "two")).toBe("two");
  expect(first.standIn.workbook.activeSheet.value(0, 0)).toBe("two");
  const stranger = JSON.stringify({
    _messageType: 0,
    _actionType: 0,
    _actionName: "executeMethod",
    _conversationId: "conversation2",
    _correlationId: 1,
    _data: null,
  });
  expect(first.protocol.receive(stranger)).toBe(false);
  expect([...first.problems, ...second.problems]).toEqual([]);
  second.closeFrame();
});

test("a page that was loaded again starts with nothing: no handlers and no references of the one before", async () => {
  const first = await openInFrame();
  open = first;
  const heard: string[] = [];
  const listen = (page: { Excel: typeof Excel }, name: string) =>
    page.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange("B2");
      context.trackedObjects.add(range);
      context.workbook.worksheets.onChanged.add(async () => void heard.push(name));
      await context.sync();
    });
  await listen(first, "first");
  await write(first, "x");
  await soon();
  expect(heard).toEqual(["first"]);

  first.closeFrame();
  const again = await addFrame(first.standIn, "conversation2");
  await write(again, "y");
  await soon();
  expect(heard).toEqual(["first"]);
  await listen(again, "again");
  await write(again, "z");
  await soon();
  expect(heard).toEqual(["first", "again"]);
  expect(again.problems).toEqual([]);
  again.closeFrame();
});

test("the pane is shown and hidden over the browser's protocol, and the page hears of it", async () => {
  let isVisible = true;
  const pane = { isVisible: () => isVisible, setVisible: (visible: boolean) => void (isVisible = visible) };
  const frame = await openInFrame(null, { pane });
  open = frame;
  const seen: string[] = [];
  const stop = await frame.Office.addin.onVisibilityModeChanged(({ visibilityMode }) => void seen.push(visibilityMode));
  await frame.Office.addin.hide();
  await soon();
  expect(isVisible).toBe(false);
  await frame.Office.addin.showAsTaskpane();
  await soon();
  expect([isVisible, seen]).toEqual([true, ["Hidden", "Taskpane"]]);
  await stop();
  expect(await frame.Office.addin.getStartupBehavior()).toBe("None");
  await frame.Office.addin.setStartupBehavior("Load" as never);
  expect(await frame.Office.addin.getStartupBehavior()).toBe("Load");
  expect(frame.problems).toEqual([]);
});

test("a ribbon button calls the function that the page has associated with it", async () => {
  const frame = await openInFrame();
  open = frame;
  const pressed: string[] = [];
  frame.Office.actions.associate("runAgain", (event: Office.AddinCommands.Event) => {
    pressed.push(event.source.id);
    event.completed();
  });
  await soon();
  await frame.protocol.invokeCommand("runAgain", "Savings.RunAgain");
  expect(pressed).toEqual(["Savings.RunAgain"]);
  await expect(frame.protocol.invokeCommand("nothing", "Savings.Nothing")).rejects.toThrow(
    "no function for this button",
  );
});

test.each<[string, (page: OpenFrame) => Promise<unknown>]>([
  [
    "a change of the ribbon",
    ({ Office }) => Office.ribbon.requestUpdate({ tabs: [{ id: "TabHome", controls: [{ id: "x", enabled: false }] }] }),
  ],
  ["a tab of one's own", ({ Office }) => Office.ribbon.requestCreateControls({ actions: [], tabs: [] } as never)],
])("%s is refused, not said to be done", async (_what, call) => {
  const frame = await openInFrame();
  open = frame;
  await expect(call(frame)).rejects.toMatchObject({ message: expect.stringContaining("DynamicRibbon") as string });
});

const transports: [
  string,
  (options?: StandInOptions) => Promise<{ Excel: typeof Excel; standIn: StandIn; close(): void }>,
][] = [
  ["the native bridge", (options) => openAddin(options)],
  ["the browser's protocol", (options) => openInFrame(null, options)],
];

test.each(transports)(
  "over %s a batch waits for the cell that is being edited, if it asks for that",
  async (_name, start) => {
    const page = await start();
    open = page;
    page.standIn.play.cellEditing = true;
    await expect(write(page, "refused")).rejects.toMatchObject({ code: "InvalidOperationInCellEditMode" });
    let isDone = false;
    const waiting = page.Excel.run({ delayForCellEdit: true }, async (context) => {
      context.workbook.worksheets.getFirst().getRange("A1").values = [["waited"]];
      await context.sync();
      isDone = true;
    });
    await soon(100);
    expect(isDone).toBe(false);
    page.standIn.play.cellEditing = false;
    await waiting;
    expect(page.standIn.workbook.activeSheet.value(0, 0)).toBe("waited");
  },
);

test.each(transports)("over %s objects are tracked across batches, and let go of", async (_name, start) => {
  const page = await start();
  open = page;
  const range = await page.Excel.run(async (context) => {
    const kept = context.workbook.worksheets.getFirst().getRange("C3");
    context.trackedObjects.add(kept);
    await context.sync();
    return kept;
  });
  range.values = [["kept"]] as never;
  range.load("address");
  await range.context.sync();
  expect([range.address, page.standIn.workbook.activeSheet.value(2, 2)]).toEqual(["Sheet1!C3", "kept"]);
  range.untrack();
  await range.context.sync();
  range.load("address");
  await expect(range.context.sync()).rejects.toMatchObject({ code: "InvalidReference" });
});

test("a body that is no JSON, and one that is no request, are answered with errors", async () => {
  const frame = await openInFrame();
  open = frame;
  const data = { DdaMethod: { DispatchId: 93 }, ArrayData: ["", "POST", "ProcessQuery", [], "{broken", 0, 0] };
  const ids = { _messageType: 0, _actionType: 0, _conversationId: "conversation1", _correlationId: 900 };
  expect(frame.protocol.receive(JSON.stringify({ ...ids, _actionName: "executeMethod", _data: data }))).toBe(true);
  await soon();
  expect(frame.problems).toEqual([expect.stringContaining("JSON")]);
  expect((await frame.standIn.execute(JSON.parse("[]") as never)).Error?.Code).toBe("InvalidRequest");
});
