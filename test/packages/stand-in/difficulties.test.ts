import { openAddin, type OpenAddin } from "@workbooks/stand-in/addin";

let addin: OpenAddin;
beforeEach(async () => void (addin = await openAddin()));
afterEach(() => addin.close());

/** Writes a cell in a batch of its own. */
async function write(address: string, value: unknown): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().getRange(address).values = [[value]] as never;
    await context.sync();
  });
}

const shown = (row: number) => addin.standIn.workbook.activeSheet.value(row, 0);

test("a request above the limit is refused, and nothing of it is done", async () => {
  addin.standIn.play.requestLimit = 2000;
  await expect(write("A1", "x".repeat(3000))).rejects.toMatchObject({ code: "RequestPayloadSizeLimitExceeded" });
  await write("A1", "short");
  expect(shown(0)).toBe("short");
});

test("while a cell is being edited nothing can be done", async () => {
  addin.standIn.play.cellEditing = true;
  await expect(write("A1", 1)).rejects.toMatchObject({ code: "InvalidOperationInCellEditMode" });
  addin.standIn.play.cellEditing = false;
  await write("A1", 1);
  expect(shown(0)).toBe(1);
});

test("a batch that asks for it waits until the cell is done", async () => {
  addin.standIn.play.cellEditing = true;
  setTimeout(() => (addin.standIn.play.cellEditing = false), 60);
  const started = performance.now();
  await Excel.run({ delayForCellEdit: true }, async (context) => {
    context.workbook.worksheets.getFirst().getRange("A1").values = [[1]];
    await context.sync();
  });
  expect(performance.now() - started).toBeGreaterThanOrEqual(50);
  expect(shown(0)).toBe(1);
});

test("the n-th request fails before anything is done, the n-th action after what stands before it", async () => {
  addin.standIn.play.failAtRequest = 2;
  await write("A1", 1);
  await expect(write("A2", 2)).rejects.toMatchObject({ code: "GeneralException" });
  await write("A3", 3);
  expect([shown(0), shown(1), shown(2)]).toEqual([1, null, 3]);

  addin.standIn.play.failAtAction = 9;
  await expect(
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      for (const row of [5, 6, 7, 8]) sheet.getRange(`A${row}`).values = [[row]];
      await context.sync();
    }),
  ).rejects.toMatchObject({ code: "GeneralException" });
  expect([shown(4), shown(7)]).toEqual([5, null]);
});

test("somebody else's edit comes between two requests", async () => {
  addin.standIn.play.beforeRequest = (count) => {
    if (count === 2) addin.standIn.workbook.activeSheet.write([{ row: 0, column: 0, value: "theirs" }]);
  };
  const seen = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange("A1");
    range.values = [["mine"]];
    await context.sync();
    range.load("values");
    await context.sync();
    return range.values;
  });
  expect(seen).toEqual([["theirs"]]);
});

test("slow syncs are slow, and syncs are counted", async () => {
  addin.standIn.play.syncDelay = 40;
  addin.standIn.counters.reset();
  const started = performance.now();
  await write("A1", 1);
  await write("A2", 2);
  expect(performance.now() - started).toBeGreaterThanOrEqual(75);
  expect(addin.standIn.counters.syncs).toBe(2);
  expect(addin.standIn.counters.actions).toBeGreaterThanOrEqual(8);
  expect(addin.standIn.counters.bytesIn).toBeGreaterThan(500);
});

test("an Excel that is gone does not answer", async () => {
  addin.standIn.play.gone = true;
  const answer = await Promise.race([
    write("A1", 1).then(() => "answered"),
    new Promise((resolve) => setTimeout(() => resolve("silence"), 100)),
  ]);
  expect(answer).toBe("silence");
});

test("a batch is one step to undo, and to do again", async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("A1").values = [[1]];
    sheet.getRange("A2").values = [["=A1+1"]];
    await context.sync();
  });
  expect([shown(0), shown(1)]).toEqual([1, 2]);
  const { calculation } = addin.standIn.workbook;
  await calculation.undo();
  await calculation.settle();
  expect([shown(0), shown(1)]).toEqual([null, null]);
  await calculation.redo();
  await calculation.settle();
  expect([shown(0), shown(1)]).toEqual([1, 2]);
});

test("unknown services, object paths and references are refused by name", async () => {
  const execute = (path: object) =>
    addin.standIn.execute({
      Actions: [{ Id: 1, ActionType: 1, Name: "", ObjectPathId: 1 }],
      ObjectPaths: { "1": { Id: 1, Name: "", ...path } as never },
    });
  expect((await execute({ ObjectPathType: 2, Name: "Microsoft.Unknown" })).Error).toMatchObject({
    Code: "ApiNotFound",
    Message: expect.stringContaining("Microsoft.Unknown"),
  });
  expect((await execute({ ObjectPathType: 6, Name: "Range_99" })).Error).toMatchObject({ Code: "InvalidReference" });
});

test("the answer of the n-th request is lost, though all of it is done", async () => {
  addin.standIn.play.loseAnswerAtRequest = 2;
  await write("A1", 1);
  await expect(write("A2", 2)).rejects.toMatchObject({ code: "GeneralException" });
  await write("A3", 3);
  expect([shown(0), shown(1), shown(2)]).toEqual([1, 2, 3]);
});

test("another workbook in front refuses every request, and nothing of it is done", async () => {
  addin.standIn.play.otherWorkbookInFront = true;
  await expect(write("A1", 1)).rejects.toMatchObject({ code: "InactiveWorkbook" });
  addin.standIn.play.otherWorkbookInFront = false;
  await write("A1", 2);
  expect(shown(0)).toBe(2);
});

describe("a sheet without cells", () => {
  const onSheet = (what: (sheet: Excel.Worksheet) => void) =>
    Excel.run(async (context) => {
      what(context.workbook.worksheets.getItem("Chart1"));
      await context.sync();
    });
  const inFront = () =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().load("name");
      await context.sync();
    });
  const listed = () =>
    Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load("items/name,items/visibility");
      await context.sync();
      return worksheets.items.map(({ name }) => name);
    });
  const chart = () => addin.standIn.workbook.sheet("Chart1");
  beforeEach(() => void addin.standIn.workbook.addSheet("Chart1"));

  test("has a name, and refuses all that leads to cells; in front it is not named", async () => {
    addin.standIn.play.withoutCells = [{ name: "Chart1", isListed: true }];
    expect(await listed()).toContain("Chart1");
    for (const what of [
      (sheet: Excel.Worksheet) => sheet.getUsedRange(true).load("address"),
      (sheet: Excel.Worksheet) => sheet.charts.load("items/name"),
      (sheet: Excel.Worksheet) => sheet.tables.load("items/name"),
      (sheet: Excel.Worksheet) => sheet.protection.load("protected"),
    ])
      await expect(onSheet(what)).rejects.toMatchObject({ code: "UnsupportedSheet" });
    await onSheet((sheet) => sheet.activate());
    expect(addin.standIn.workbook.activeSheet).toBe(chart());
    await expect(inFront()).rejects.toMatchObject({ code: "UnsupportedSheet" });
  });

  test("may not be among the worksheets at all", async () => {
    addin.standIn.play.withoutCells = [{ name: "Chart1", isListed: false }];
    expect(await listed()).not.toContain("Chart1");
    await expect(onSheet((sheet) => sheet.activate())).rejects.toMatchObject({ code: "ItemNotFound" });
  });
});
