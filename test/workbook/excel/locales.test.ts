import { openAddin } from "@workbooks/stand-in/addin";
import type { LocaleName } from "@workbooks/stand-in/workbook/cells/locales";
import type { StandIn } from "@workbooks/stand-in/standIn";
import { insertSample } from "../../../src/workbook/insert/insertSample";
import { insertTemplate } from "../../../src/workbook/insert/insertTemplate";
import { readWorkbookPlan } from "../../../src/workbook/read/readWorkbookPlan";
import { runScenario } from "../../../src/workbook/runScenario";
import { writeBreakdown } from "../../../src/workbook/write/writeBreakdown";
import { changedTables } from "../support/changedTables";
import { leverResult } from "../support/leverResult";
import { planBook } from "../support/planBook";
import { pictureOf, valuesOf } from "../support/workbookPicture";

let standIn: StandIn;
const open = async (locale: LocaleName, content = planBook()) =>
  void ({ standIn } = await openAddin({ content, play: { locale } }));

const others = ["de-DE", "fr-FR"] as const;
/** What Excel in one language or another takes for something else than a text. */
const texts = [
  ...[
    "WAHR",
    "falsch",
    "VRAI",
    "Faux",
    "TRUE",
    "1,5",
    "1.234,56",
    "31.12.2025",
    "31/12/2025",
    "3,5 %",
    "2025/26",
    "#NV",
  ],
  ...["=Energie", "+Zusatz", "-Abzug", "@home", "VERDADERO", "Waar", "Marzo 2025"],
];

/** All that the workbook holds but the time in the notes, and the settings, which know it by a digest. */
const picture = () =>
  JSON.stringify(pictureOf(standIn), (key, value: unknown) => (key === "settings" ? undefined : value)).replace(
    /\d{1,2} \w+ \d{4}, \d\d:\d\d/g,
    "then",
  );

describe.each(others)("Excel in %s", (locale) => {
  afterEach(() => standIn.close());

  test("every text of a result arrives as that text, in a first write and in an update", async () => {
    await open(locale);
    const result = (levers: string[]) => leverResult(levers, texts.slice(0, 3));
    await writeBreakdown([result(texts)], { scenario: "As planned" });
    const column = () =>
      valuesOf(standIn, "As planned Breakdown")
        .slice(4)
        .map(([name]) => name);
    expect(column()).toEqual(texts);
    const mixed = [...texts.slice(3), "Something new", ...texts.slice(0, 3)];
    const update = await writeBreakdown([result(mixed)], { scenario: "As planned" });
    expect(update).toMatchObject({ done: true, wouldReplace: [] });
    expect(column()).toEqual(mixed);
  });

  test("a run, an update, the template and the sample write the same cells and formats as in en-US", async () => {
    const pictures: string[] = [];
    for (const each of ["en-US", locale] as const) {
      await open(each);
      const { tables } = await runScenario({ write: true });
      await writeBreakdown(changedTables(tables), { scenario: "As planned", agreed: true });
      await insertTemplate();
      await insertSample();
      await standIn.recalculate();
      pictures.push(picture());
      if (each === "en-US") standIn.close();
    }
    expect(pictures[1]).toBe(pictures[0]);
  });

  test("a plan is read as in en-US, whatever the formats are called there", async () => {
    await open(locale);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Levers");
      sheet.getRange("E2:E3").numberFormatLocal = [["0,0 %"], ["0 %"]];
      sheet.getRange("D4").numberFormatLocal = [[locale === "de-DE" ? "#.##0,00" : "#\u202F##0,00"]];
      await context.sync();
    });
    const here = await readWorkbookPlan();
    standIn.close();
    await open("en-US");
    expect(here.plan).toEqual((await readWorkbookPlan()).plan);
  });
});

test("Excel says its separators and patterns, and formats in its own letters", async () => {
  await open("de-DE");
  const said = await Excel.run(async (context) => {
    const { application } = context.workbook;
    application.load("decimalSeparator,thousandsSeparator");
    application.cultureInfo.load("name,datetimeFormat/shortDatePattern");
    const cell = context.workbook.worksheets.getItem("Levers").getRange("D4");
    cell.numberFormatLocal = [["TT.MM.JJJJ"]];
    cell.load("numberFormat,numberFormatLocal");
    const plain = context.workbook.worksheets.getItem("Levers").getRange("A1").load("numberFormatLocal");
    await context.sync();
    const { decimalSeparator, thousandsSeparator, cultureInfo } = application;
    return [
      ...[decimalSeparator, thousandsSeparator, cultureInfo.name, cultureInfo.datetimeFormat.shortDatePattern],
      ...[cell.numberFormat[0]?.[0], cell.numberFormatLocal[0]?.[0], plain.numberFormatLocal[0]?.[0]],
    ];
  });
  expect(said).toEqual([",", ".", "de-DE", "dd.MM.yyyy", "dd/MM/yyyy", "TT.MM.JJJJ", "Standard"]);
  standIn.close();
});
