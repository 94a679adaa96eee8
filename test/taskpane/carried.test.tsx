import { grid } from "../plan/support/grid";
import { FakeWorkbook } from "./support/fakeWorkbook";
import { cleanUp, click, has, renderPane, the, violations } from "./support/renderPane";

afterEach(cleanUp);

test("columns of the register are ticked to stand beside the levers, and unticked; what is there anyway is not asked", async () => {
  const workbook = new FakeWorkbook([
    grid("Register", [
      ["Scheme", "2025/26 saving, £k", "Exec lead", "Status", "Colour of the folder"],
      ["Theatre lists", 400, "Anna", "Opportunity", "blue"],
      ["Bed days", 250, "Ben", "Opportunity", "green"],
    ]),
  ]);
  await renderPane(workbook);
  await click(the("button", "Correct Register"));
  await click(the("button", "Beside the levers in the Breakdown (0)"));
  expect(has("checkbox", "Status")).toBe(false);
  await click(the("checkbox", "Exec lead"));
  expect(workbook.corrections).toEqual({ carried: { "Register!C1": true } });
  await click(the("checkbox", "Colour of the folder"));
  await click(the("checkbox", "Exec lead"));
  expect(workbook.corrections).toEqual({ carried: { "Register!E1": true } });
  expect(has("button", "Beside the levers in the Breakdown (1)")).toBe(true);
  expect(await violations()).toEqual([]);
});
