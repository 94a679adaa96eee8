import { leversOf, lines, readAlone } from "../../support/register";

test("a cell that says as above holds the word above it, and so it is said", () => {
  const reading = readAlone([
    ["Team", "Scheme", "Status", "Saving £k", "Comments"],
    ["Adults", "A", "In progress", 10, "agreed"],
    ['"', "B", "as above", 20, "ditto"],
    ["Ditto", "C", "Opportunity", 30, null],
    ["Place", "D", "ditto", 40, null],
  ]);
  expect(leversOf(reading).map(({ name, group, status }) => [name, group, status])).toEqual([
    ["A", "Adults", "Plans in progress"],
    ["B", "Adults", "Plans in progress"],
    ["C", "Adults", "Opportunity"],
    ["D", "Place", "Opportunity"],
  ]);
  expect(lines(reading)).toContain("warning Register!A3: the cell was read as the word above it, as it says");
});

test("an amount as above is no number, since it may be within the one above", () => {
  const reading = readAlone([
    ["Scheme", "Saving £k"],
    ["A", 10],
    ["B", "as above"],
  ]);
  expect(reading.plan).toBeNull();
  expect(lines(reading)).toEqual(["error Register!B3: 'as above' is text; an amount such as 2.5 is needed"]);
});
