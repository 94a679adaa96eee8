import type { OpenAddin } from "@workbooks/stand-in/addin";
import { openWithFunctions, show } from "../support/ownFunctions";

let addin: OpenAddin;
beforeEach(async () => void (addin = await openWithFunctions([])));
afterEach(() => addin.close());

const cells = (of: string) => ({
  C1: `=ISBLANK(${of})`,
  C2: `=ISTEXT(${of})`,
  C3: `=ISERROR(${of})`,
  C4: `=IFERROR(${of},"error")`,
});
const where = ["C1", "C2", "C3", "C4"];

test("the empty text of a formula is a text, in the calculation that gives it and after", async () => {
  expect(await show(addin, { A1: '=""', ...cells("A1") }, ...where)).toEqual([false, true, false, ""]);
  expect(await show(addin, cells("A1"), ...where)).toEqual([false, true, false, ""]);
  expect(await show(addin, { A1: '={"",1}', ...cells("A1") }, ...where)).toEqual([false, true, false, ""]);
  expect(await show(addin, cells("A1"), ...where)).toEqual([false, true, false, ""]);
});

test("a text that spells an error is a text, typed or given by a formula", async () => {
  expect(await show(addin, { A1: "'#VALUE!", ...cells("A1") }, ...where)).toEqual([false, true, false, "#VALUE!"]);
  expect(await show(addin, { A1: '="#N/"&"A"', ...cells("A1") }, ...where)).toEqual([false, true, false, "#N/A"]);
  expect(await show(addin, cells("A1"), ...where)).toEqual([false, true, false, "#N/A"]);
});
