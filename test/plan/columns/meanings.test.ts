import { columnsOf } from "../../../src/plan/columns/allColumns";
import { meaningName, meaningsOf } from "../../../src/plan/columns/meanings";
import { tableKinds } from "../../../src/plan/tableKinds";

test.each(tableKinds)("every column of %s can be chosen, what the plan reads first", (table) => {
  const ids = meaningsOf(table).map(({ id }) => id);
  expect([...ids].sort()).toEqual(
    columnsOf(table)
      .map(({ id }) => id)
      .sort(),
  );
  const isRead = ids.map((id) => columnsOf(table).find((record) => record.id === id)?.use === "plan");
  expect(isRead.indexOf(false)).toBe(isRead.filter(Boolean).length);
});

test("meanings are named as the user reads them", () => {
  expect(meaningName("levers", "savingShare")).toBe("Saving %");
  expect(meaningName("spending", "growth:2015/16")).toBe("Growth in 2015/16");
  expect(meaningName("spending", "amount:2015/16")).toBe("Amount in 2015/16");
  expect(meaningName("funding", "ignored")).toBe("Left out");
});
