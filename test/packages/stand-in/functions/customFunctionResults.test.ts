import type { OpenAddin } from "@workbooks/stand-in/addin";
import { openWithFunctions, error, show, shown, write, type OwnFunction } from "../support/ownFunctions";

let addin: OpenAddin;
afterEach(() => addin.close());

const CfError = (code: string, message?: string) =>
  new CustomFunctions.Error(code as CustomFunctions.ErrorCode, message);
const matrix = { dimensionality: "matrix" };

/** What a function gives, what its cell shows, and the message beside it. */
const cases: [string, () => unknown, unknown, string | null, boolean?][] = [
  ["a number", () => 5, 5, null],
  ["a text that reads as a number", () => "5", "5", null],
  ["a truth value", () => true, true, null],
  ["null", () => null, 0, null],
  ["nothing", () => undefined, 0, null],
  ["the empty text", () => "", "", null],
  ["NaN", () => NaN, error("#VALUE!"), null],
  ["Infinity", () => Infinity, error("#NUM!"), null],
  ["a date", () => new Date(Date.UTC(2015, 3, 1)), "2015-04-01T00:00:00.000Z", null],
  ["a text that spells an error", () => "#VALUE!", "#VALUE!", null],
  ["32,767 characters", () => "x".repeat(32_767), "x".repeat(32_767), null],
  ["32,768 characters", () => "x".repeat(32_768), error("#VALUE!"), null],
  ["an object", () => ({ a: 1 }), error("#VALUE!"), null],
  ["a rejected promise", async () => Promise.reject(new Error("bug")), error("#VALUE!"), null],
  ["a rejected promise with an error", async () => Promise.reject(CfError("#N/A", "none")), error("#N/A"), "none"],
  ["a returned error", () => CfError("#N/A", "none"), error("#N/A"), "none"],
  ["a returned error without a message", () => CfError("#VALUE!"), error("#VALUE!"), null],
  ["a returned ordinary error", () => new Error("bug"), error("#VALUE!"), null],
  ["an array where a single value is declared", () => [[1, 2]], error("#VALUE!"), null],
];

const thrown: [string, () => unknown, unknown, string | null][] = [
  ["#VALUE! with a message", () => CfError("#VALUE!", "why"), error("#VALUE!"), "why"],
  ["#N/A with a message", () => CfError("#N/A", "why"), error("#N/A"), "why"],
  ["#VALUE! without one", () => CfError("#VALUE!"), error("#VALUE!"), null],
  ["#DIV/0!, whose message Excel does not show", () => CfError("#DIV/0!", "why"), error("#DIV/0!"), null],
  ["#NUM!, likewise", () => CfError("#NUM!", "why"), error("#NUM!"), null],
  ["#NULL!, likewise", () => CfError("#NULL!", "why"), error("#NULL!"), null],
  ["#NAME?, which no function can give", () => CfError("#NAME?", "why"), error("#VALUE!"), "why"],
  ["#REF!, likewise", () => CfError("#REF!", "why"), error("#VALUE!"), "why"],
  ["an ordinary error", () => new Error("bug"), error("#VALUE!"), null],
  ["a text", () => "bug", error("#VALUE!"), null],
  ["an object that looks like an error", () => ({ code: "#N/A", message: "why" }), error("#VALUE!"), null],
];

describe.each(["runtime", "direct"] as const)("called through the %s", (calls) => {
  async function single(call: () => unknown, more: Partial<OwnFunction> = {}, allow = {}) {
    addin = await openWithFunctions([{ name: "GIVE", call, ...more }], { calls, allow });
    const [value] = await show(addin, { A1: "=SAVINGS.GIVE()" }, "A1");
    return { value, message: addin.standIn.cellMessage(addin.standIn.workbook.activeSheet.id, 0, 0) };
  }

  test.each(cases)("%s", async (_what, give, value, message) => expect(await single(give)).toEqual({ value, message }));

  test.each(cases.slice(0, 8))("%s, later", async (_what, give, value, message) =>
    expect(await single(async () => Promise.resolve(give()))).toEqual({ value, message }),
  );

  test.each(thrown)("thrown: %s", async (_what, make, value, message) => {
    const fail = () => {
      throw make();
    };
    expect(await single(fail)).toEqual({ value, message });
  });

  test.each([
    ["one row in no rows", () => [1, 2, 3], error("#VALUE!")],
    ["rows of different lengths", () => [[1, 2], [3]], error("#VALUE!")],
    ["no rows", () => [], error("#CALC!")],
    ["an empty row", () => [[]], error("#CALC!")],
    ["one cell", () => [[7]], 7],
    ["a single value", () => 7, 7],
    ["a cell that is an array", () => [[[1, 2]]], error("#VALUE!")],
  ])("of a function that gives arrays, %s", async (_what, give, value) =>
    expect(await single(give, { result: matrix })).toEqual({ value, message: null }),
  );

  test("in an array, each cell stands for itself, with its own message", async () => {
    const give = () => [
      [1, null, undefined],
      ["", NaN, Infinity],
      [CfError("#N/A", "no row"), CfError("#DIV/0!", "no"), new Date(0)],
      ["x".repeat(40_000), { a: 1 }, CfError("#REF!", "gone")],
    ];
    addin = await openWithFunctions([{ name: "GIVE", call: give, result: matrix }], { calls });
    const addresses = ["B2", "C2", "D2", "B3", "C3", "D3", "B4", "C4", "D4", "B5", "C5", "D5"];
    const value = error("#VALUE!");
    expect(await show(addin, { B2: "=SAVINGS.GIVE()" }, ...addresses)).toEqual([
      ...[1, 0, 0, "", 0, 0],
      ...[error("#N/A"), error("#DIV/0!"), "1970-01-01T00:00:00.000Z", value, value, value],
    ]);
    const { standIn } = addin;
    const message = (row: number, column: number) => standIn.cellMessage(standIn.workbook.activeSheet.id, row, column);
    expect([message(3, 1), message(3, 2), message(4, 1), message(1, 1)]).toEqual(["no row", null, null, null]);
    expect(await show(addin, { B2: "=SAVINGS.GIVE()&1" }, "B4")).toEqual([error("#N/A")]);
  });

  const formatted = { type: "FormattedNumber", basicValue: 0.25, numberFormat: "0%" };
  const entity = { type: "Entity", text: "Trust", properties: {}, basicType: "Error", basicValue: "#VALUE!" };
  test.each([
    ["a formatted number", formatted, 0.25, null],
    ["a double with a format", { ...formatted, type: "Double" }, 0.25, null],
    ["a text", { type: "String", basicValue: "a" }, "a", null],
    ["an entity", entity, error("#VALUE!"), /Excel shows a value of the kind Entity here; the stand-in cannot/],
    ["an image", { type: "WebImage", address: "https://example.org/a.png" }, error("#VALUE!"), /kind WebImage/],
  ])("of Excel's data types, %s shows its basic value or says that it cannot", async (_what, give, value, message) => {
    const seen = await single(() => give, {}, { allowCustomDataForDataTypeAny: true });
    expect(seen.value).toEqual(value);
    if (message) expect(seen.message).toMatch(message);
    else expect(seen.message).toBeNull();
  });

  test("data types are refused where functions.json does not allow them", async () =>
    expect(await single(() => formatted)).toEqual({ value: error("#VALUE!"), message: null }));

  const column = (count: number) => () => Array.from({ length: count }, (_, row) => [row]);
  const row = (count: number) => () => [Array.from({ length: count }, (_, index) => index)];

  test("an array fills as many rows and columns as Excel has, and not one more", async () => {
    addin = await openWithFunctions(
      [
        { name: "TALL", result: matrix, call: column(5000) },
        { name: "WIDE", result: matrix, call: row(300) },
      ],
      { calls },
    );
    const inside = { A1: "=SAVINGS.TALL()", C1: "=SAVINGS.WIDE()", C2: "=SUM(A:A)" };
    expect(await show(addin, inside, "A1", "A5000", "C1", "KP1", "C2")).toEqual([0, 4999, 0, 299, 12_497_500]);
    const beyond = { A1: "", C1: "", XFC9: "=SAVINGS.WIDE()", B1047000: "=SAVINGS.TALL()" };
    expect(await show(addin, beyond, "XFC9", "B1047000", "C2")).toEqual([error("#SPILL!"), error("#SPILL!"), 0]);
  });

  test("what is in the way, also as a part of a merged cell or a table, is #SPILL!, and goes when that goes", async () => {
    addin = await openWithFunctions([{ name: "TALL", result: matrix, call: column(3) }], { calls });
    expect(await show(addin, { A1: "=SAVINGS.TALL()", A3: "mine" }, "A1", "A3")).toEqual([error("#SPILL!"), "mine"]);
    expect(await show(addin, { A3: "" }, "A1", "A3")).toEqual([0, 2]);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().getRange("C2:D2").merge(false);
      await context.sync();
    });
    expect(await show(addin, { C1: "=SAVINGS.TALL()" }, "C1")).toEqual([error("#SPILL!")]);
    await Excel.run(async (context) => {
      context.workbook.tables.add("F1:G5", false);
      await context.sync();
    });
    await write({ F3: "=SAVINGS.TALL()" });
    await addin.standIn.recalculate();
    expect(shown(addin, "F3")).toEqual([error("#SPILL!")]);
  });
});
