import { openAddin, type OpenAddin } from "@workbooks/stand-in/addin";
import { withoutUndo } from "@workbooks/stand-in/wire/withoutUndo";
import { definedClasses } from "@workbooks/stand-in/wire/registry";

let addin: OpenAddin;
afterEach(() => addin.close());

const grouped = { mergeUndoGroup: true } as Excel.RunOptions;

async function open(on: "web" | "desktop" | null): Promise<void> {
  addin = await openAddin({ play: { undoGroups: on && { on } } });
}

test("what has no undo is a member that the stand-in has", async () => {
  await open(null);
  const members = definedClasses().flatMap(({ name, properties, methods }) =>
    [...Object.keys(properties), ...Object.keys(methods)].map((member) => `${name}.${member}`),
  );
  for (const { member } of withoutUndo) expect(members).toContain(member);
});

/** One use of each member that can be used without much around it. */
const uses: Record<string, (context: Excel.RequestContext) => void> = {
  "NamedItem.comment": ({ workbook }) => void (workbook.names.add("Rate", 1 as never).comment = "of growth"),
  "WorkbookProtection.protect": ({ workbook }) => workbook.protection.protect(),
  "Worksheet.copy": ({ workbook }) => void workbook.worksheets.getFirst().copy(),
  "Worksheet.delete": ({ workbook }) => workbook.worksheets.add("Second").delete(),
  "Worksheet.name": ({ workbook }) => void (workbook.worksheets.getFirst().name = "Named"),
  "Worksheet.position": ({ workbook }) => void (workbook.worksheets.add("Second").position = 0),
  "Worksheet.visibility": ({ workbook }) => void (workbook.worksheets.add("Second").visibility = "Hidden"),
  "WorksheetProtection.protect": ({ workbook }) => workbook.worksheets.getFirst().protection.protect(),
};

describe.each(["web", "desktop"] as const)("in an undo group on the %s", (on) => {
  test.each(Object.keys(uses))("%s is refused where Excel cannot take it back", async (member) => {
    await open(on);
    const refused = withoutUndo.find((each) => each.member === member)?.[on];
    const answer = await Excel.run(grouped, (context) => {
      uses[member]?.(context);
      return context.sync();
    }).then(
      () => null,
      (error: OfficeExtension.Error) => error,
    );
    expect(answer?.code ?? null).toBe(refused ? "UndoNotSupported" : null);
    if (refused) expect(answer?.debugInfo.errorLocation).toBe(member);
    await Excel.run((context) => {
      uses[member]?.(context);
      return context.sync();
    }).catch((error: OfficeExtension.Error) => expect(error.code).not.toBe("UndoNotSupported"));
  });

  test("several requests of a run are one step, and those of two runs are two", async () => {
    await open(on);
    const { history } = addin.standIn.workbook.calculation;
    const write = (text: string) =>
      Excel.run(grouped, async (context) => {
        const sheet = context.workbook.worksheets.getFirst();
        for (const row of [1, 2, 3]) {
          sheet.getRange(`A${row}`).values = [[text]];
          await context.sync();
        }
      });
    await write("one");
    expect(history.steps.undos).toBe(1);
    await write("two");
    expect(history.steps.undos).toBe(2);
    await addin.standIn.workbook.calculation.undo();
    const values = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange("A1:A3").load("values");
      await context.sync();
      return range.values;
    });
    expect(values).toEqual([["one"], ["one"], ["one"]]);
  });
});

test("an Excel without undo groups ignores the option", async () => {
  await open(null);
  await Excel.run(grouped, async (context) => {
    uses["Worksheet.delete"]?.(context);
    await context.sync();
    uses["Worksheet.name"]?.(context);
    await context.sync();
  });
  expect(addin.standIn.workbook.calculation.history.steps.undos).toBeGreaterThan(0);
});
