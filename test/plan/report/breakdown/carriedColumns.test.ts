import { carriedColumns } from "../../../../src/plan/report/breakdown/carriedColumns";

type Registers = Parameters<typeof carriedColumns>[1];

test("headings too long for a table's are cut, and two that begin alike stay two columns", () => {
  const long = "Say here what has been agreed, with whom, and by when it will have been done. ".repeat(5);
  const headings = [`${long}First`, `${long}Second`, "Lead"];
  const columns = headings.map((heading, at) => ({ heading, address: `Register!${"CDE"[at]}1` }));
  const registers = [{ sheet: "Register", columns }] as unknown as Registers;
  const addresses = columns.map(({ address }) => address);
  const carried = carriedColumns(addresses, registers, [], { levers: [] }).map(({ heading }) => heading);
  expect(carried).toHaveLength(3);
  expect(new Set(carried).size).toBe(3);
  expect(Math.max(...carried.map(({ length }) => length))).toBeLessThan(120);
  expect(carried[0]).toMatch(/^Say here what .*…$/);
  expect(carried[2]).toBe("Lead");
});
