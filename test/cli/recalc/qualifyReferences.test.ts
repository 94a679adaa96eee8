import { qualifyReferences } from "../../../cli/recalc/qualifyReferences";

test.each([
  ["=A1+$B$2", "=Plan!A1+Plan!$B$2"],
  ["=SUM(A1:B2,A:A,1:1)", "=SUM(Plan!A1:B2,Plan!A:A,Plan!1:1)"],
  ["=Other!A1+'Other one'!A1", "=Other!A1+'Other one'!A1"],
  ['=IF(A1="A1",rate,tbl[a])', '=IF(Plan!A1="A1",rate,tbl[a])'],
  ["=SUM(A1#)", "=SUM(Plan!A1#)"],
  ["=LET(x,A1,x*2)", "=LET(x,Plan!A1,x*2)"],
  ["=SUM(1,MAX(2,3", "=SUM(1,MAX(2,3))"],
])("%s means %s from another sheet", (formula, qualified) =>
  expect(qualifyReferences(formula, "Plan")).toBe(qualified),
);

test("a sheet's name is quoted where it must be", () =>
  expect(qualifyReferences("=A1", "My plan")).toBe("='My plan'!A1"));

test.each(["=", "=1+", "=1 2", '="a', "=)", "=SUM(1,2))"])("%s is no formula", (formula) =>
  expect(qualifyReferences(formula, "Plan")).toBeNull(),
);
