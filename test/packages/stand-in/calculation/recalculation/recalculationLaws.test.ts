import fc from "fast-check";
import { openStandIn } from "@workbooks/stand-in/openStandIn";
import { formatArea } from "@workbooks/stand-in/workbook/address";
import { ReadAreas } from "@workbooks/stand-in/calculation/recalculation/readAreas";
import { emptyWorkbook } from "@workbooks/xlsx/emptyContent";

const size = { rows: 8, columns: 5 };
/** A cell and what is typed there: formulas read what is to their left, so that nothing is circular. */
const edit = fc.tuple(fc.nat(size.rows - 1), fc.nat(size.columns - 1)).chain(([row, column]) => {
  const address = fc
    .tuple(fc.nat(size.rows - 1), fc.nat(Math.max(0, column - 1)))
    .map(([r, c]) => formatArea({ row: r, column: c, rowCount: 1, columnCount: 1 }));
  const formulas = [
    address.map((one) => `=${one}+1`),
    fc.tuple(address, address).map(([one, other]) => `=SUM(${one}:${other})`),
    fc.tuple(address, address).map(([one, other]) => `=IF(${one}>1,${other},0)`),
    address.map((one) => `=SEQUENCE(MOD(N(${one}),3)+1)`),
    address.map((one) => `=SUM(${one}#)`),
    address.map((one) => `=SUM(OFFSET(${one},1,0))`),
    address.map((one) => `=INDIRECT("${one}")`),
  ];
  const constants = [fc.nat(4), fc.constant(null), fc.constant("=SEQUENCE(3)")];
  return fc.oneof(...constants, ...(column > 0 ? formulas : [])).map((content) => ({ row, column, content }));
});
const edits = fc.array(edit, { minLength: 1, maxLength: 6 });

test("what is calculated after each change is what a calculation of everything gives", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edits, { minLength: 2, maxLength: 6 }), async (steps) => {
      const standIn = await openStandIn(emptyWorkbook(), null);
      const sheet = standIn.workbook.sheets[0]!;
      const shown = (): unknown[] =>
        Array.from({ length: size.rows * size.columns }, (_, i) =>
          sheet.value(Math.floor(i / size.columns), i % size.columns),
        );
      try {
        for (const step of steps) {
          sheet.write(
            step.map(({ content: what, ...place }) => ({
              ...place,
              ...(typeof what === "string" ? { formula: what } : { value: what }),
            })),
          );
          await standIn.recalculate();
          const before = shown();
          await standIn.recalculate(true);
          expect(before).toEqual(shown());
        }
      } finally {
        standIn.close();
      }
    }),
    { numRuns: 40 },
  );
});

const range = fc.tuple(fc.nat(30), fc.nat(30), fc.nat(6), fc.nat(6)).map(([a, b, c, d]) => ({
  ...{ startRow: Math.min(a, b), endRow: Math.max(a, b) },
  ...{ startColumn: Math.min(c, d), endColumn: Math.max(c, d) },
}));

test("an area is found by each cell in it, and by no other, until its last reader is gone", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(range, fc.boolean())), range, (areas, sought) => {
      const index = new ReadAreas<number>("sheet");
      const added = areas.map(([one], reader) => index.add(one, reader));
      areas.forEach(([, isRemoved], reader) => isRemoved && index.remove(added[reader]!, reader));
      const found = new Set<number>();
      index.touching(sought, (area) => area.readers.forEach((reader) => found.add(reader)));
      const expected = areas.flatMap(([one, isRemoved], reader) => {
        const isOutside = one.endRow < sought.startRow || one.startRow > sought.endRow;
        const isBeside = one.endColumn < sought.startColumn || one.startColumn > sought.endColumn;
        return isRemoved || isOutside || isBeside ? [] : [reader];
      });
      expect([...found].sort((a, b) => a - b)).toEqual(expected);
    }),
  );
});
