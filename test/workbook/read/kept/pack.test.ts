import fc from "fast-check";
import { packed } from "../../../../src/workbook/read/kept/pack";
import { unpacked } from "../../../../src/workbook/read/kept/packed";

test("whatever JSON holds comes back as it was", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      const asText = JSON.parse(JSON.stringify(packed(value))) as ReturnType<typeof packed>;
      expect(unpacked(asText)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test("what occurs often is written once", () => {
  const line = ["Estates", "Energy contract", "In progress"];
  const rows = Array.from({ length: 500 }, (_, row) => ({ row, line, above: line }));
  expect(JSON.stringify(packed(rows)).length).toBeLessThan(JSON.stringify(rows).length / 5);
});
