import { columnsOf } from "../../../src/plan/columns/allColumns";
import { meaningsOf } from "../../../src/plan/columns/meanings";
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
