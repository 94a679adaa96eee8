import { distance } from "fastest-levenshtein";
import fc from "fast-check";
import { emptyWorkbook } from "@workbooks/xlsx/emptyContent";
import { openStandIn } from "@workbooks/stand-in/openStandIn";
import type { StandIn } from "@workbooks/stand-in/standIn";
import { nearest } from "@workbooks/stand-in/workbook/cells/unknownNameMessage";

let standIn: StandIn;

beforeAll(async () => {
  standIn = await openStandIn(emptyWorkbook(), null);
  const description = { name: "COSTS.SPREAD", description: "", parameters: [] };
  standIn.workbook.calculation.addFunction(description, () => 1);
  standIn.workbook.names.add({ name: "Total_cost", formula: "Sheet1!$B$1", sheet: null, hidden: false, comment: "" });
});
afterAll(() => standIn.close());

async function said(formula: string): Promise<string | null> {
  const sheet = standIn.workbook.sheets[0]!;
  sheet.write([{ row: 0, column: 0, formula }]);
  await standIn.recalculate(true);
  return standIn.cellMessage(sheet.id, 0, 0);
}

test.each([
  ["=SUMM(1)", "There is no function SUMM here. Did you mean SUM?"],
  ["=1+AVERGE(B1:B2)", "There is no function AVERGE here. Did you mean AVERAGE?"],
  ["=VLOKUP(1,B1:C2,2)", "There is no function VLOKUP here. Did you mean VLOOKUP?"],
  ["=COSTS.SPRED(1)", "There is no function COSTS.SPRED here. Did you mean COSTS.SPREAD?"],
  ["=SPREAD(1)", "There is no function SPREAD here. Did you mean COSTS.SPREAD?"],
  ["=Totl_cost*2", "There is no name Totl_cost here. Did you mean Total_cost?"],
  ["=CUBEVALU(1)", "There is no function CUBEVALU here. Did you mean CUBEVALUE?"],
  ["=QQQQQQQQ(1)", "There is no function QQQQQQQQ here."],
])("%s: %s", async (formula, sentence) => expect(await said(formula)).toBe(sentence));

test.each(["=SUM(1)", "=LET(x,1,x)", "=Total_cost", "=IFERROR(1/0,SUM(1))", "=1/0"])(
  "of %s nothing is said",
  async (formula) => expect(await said(formula)).toBeNull(),
);

test("a letter that is wrong, left out, doubled or swapped leads to a function no farther than the one that was meant", () => {
  const known = standIn.workbook.calculation.known.names();
  const typo = fc
    .tuple(fc.constantFrom(...known.filter((name) => name.length > 4)), fc.nat(), fc.constantFrom(0, 1, 2, 3))
    .map(([name, at, kind]) => {
      const place = at % (name.length - 1);
      const [before, letter, next, after] = [name.slice(0, place), name[place], name[place + 1], name.slice(place + 2)];
      const typed = [`${before}Q${next}${after}`, before + next + after, `${before}${letter}${letter}${next}${after}`][
        kind
      ];
      return { name, typed: typed ?? `${before}${next}${letter}${after}` };
    });
  fc.assert(
    fc.property(typo, ({ name, typed }) => {
      const found = nearest(typed.toLowerCase(), known);
      const apart = (other: string): number =>
        Math.min(
          distance(typed, other),
          typed.includes(".") ? Infinity : distance(typed, other.split(".").at(-1)!) + 1,
        );
      if (distance(typed, name) <= Math.max(1, Math.floor(typed.length / 3)))
        expect(apart(found ?? "")).toBeLessThanOrEqual(distance(typed, name));
    }),
  );
});
