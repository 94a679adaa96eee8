import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openAddin, type OpenAddin } from "@workbooks/stand-in/addin";
import { classList } from "@workbooks/stand-in/wire/classList";
import { servicesOf } from "@workbooks/stand-in/wire/services";
import { coverage, coveragePage, readOfficeSchema } from "@workbooks/stand-in/wire/coverage";

let addin: OpenAddin;
beforeAll(async () => void (addin = await openAddin()));
afterAll(() => addin.close());

test("every member of the table is a member of the same class in the real library", () => {
  const schema = readOfficeSchema();
  // On the web Excel.createWorkbook calls a member of the workbook that no class shows.
  const misspelt: string[] = [];
  const runtime = { runtimeReady: jest.fn(), answered: jest.fn() };
  const pane = { isVisible: () => false, setVisible: jest.fn(), startsWithDocument: false };
  const services = Object.values(servicesOf(runtime, pane, jest.fn())).map(({ type }) => type);
  for (const type of classList.filter((each) => !services.includes(each))) {
    const real = schema.get(type.name);
    if (!real) {
      misspelt.push(type.name);
      continue;
    }
    for (const [name, property] of Object.entries(type.properties)) {
      if (!(property.object ? real.objects : real.scalars).has(wireName(name))) misspelt.push(`${type.name}.${name}`);
    }
    for (const [name, method] of Object.entries(type.methods)) {
      if (!real.methods.has(wireName(name))) misspelt.push(`${type.name}.${name}()`);
      if (method.orNull && !real.methods.has(`${name}OrNullObject`))
        misspelt.push(`${type.name}.${name}OrNullObject()`);
    }
    for (const event of type.events ?? [])
      if (![`_Register${event}Event`, `_RegisterEvent${event}`].some((name) => real.methods.has(name)))
        misspelt.push(`${type.name}._Register${event}Event()`);
  }
  expect(misspelt).toEqual(["Workbook.createAndOpenWorkbook()"]);
});

/** Names that are not for add-ins begin with an underscore and a capital. */
function wireName(name: string): string {
  return name.replace(/^_(.)/, (_, letter: string) => `_${letter.toUpperCase()}`);
}

test("the library has the 188 classes that it had when the table was written", () => {
  expect(readOfficeSchema().size).toBe(188);
});

test("docs/host-coverage.md says what the table says", () => {
  const page = readFileSync(join(__dirname, "..", "..", "..", "..", "docs", "host-coverage.md"), "utf8");
  expect(page).toBe(coveragePage(readOfficeSchema()));
});

test("what is done of ranges is more than what is refused", () => {
  const range = coverage(readOfficeSchema()).find(({ name }) => name === "Range");
  expect(range?.done).toContain("getUsedRangeOrNullObject()");
  expect(range?.refused).toContain("getPivotTables()");
  expect(range?.done.length).toBeGreaterThan(50);
});
