import { sheetChanges } from "../../../src/taskpane/state/sheetChanges";

test("a change stays until a reading that began after it is shown", () => {
  const changes = sheetChanges();
  changes.add("Spend");
  const first = changes.now();
  changes.add("Levers");
  changes.shown(first);
  expect([...changes.now().sheets]).toEqual(["Levers"]);
});

test("a sheet that changes again while it is read is read again", () => {
  const changes = sheetChanges();
  changes.add("Spend");
  const first = changes.now();
  changes.add("Spend");
  changes.shown(first);
  expect([...changes.now().sheets]).toEqual(["Spend"]);
});

test("of readings that overlap the one that began last is shown, and knows of all changes", () => {
  const changes = sheetChanges();
  changes.add("Spend");
  const slow = changes.now();
  changes.add("Levers");
  const quick = changes.now();
  expect([...quick.sheets]).toEqual(["Spend", "Levers"]);
  changes.shown(quick);
  expect(changes.isNewest(slow)).toBe(false);
  expect(changes.isNewest(changes.now())).toBe(true);
});
