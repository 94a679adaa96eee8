import { leversOf, readAlone } from "../../../support/register";

const identified = (rows: [name: string, status?: string][], heading = "Status") =>
  leversOf(
    readAlone([
      ["Scheme", heading, "Saving £k"],
      ["Beds", "Fully developed", 100],
      ...rows.map(([name, status]) => [name, status ?? null, 50]),
    ]),
  )
    .slice(1)
    .map(({ isIdentified }) => isIdentified);

describe("a lever that nobody has found yet", () => {
  test.each([
    "Unidentified - Surgery",
    "Unidentified: Medicine",
    "Unidentified CIP (Surgery)",
    "Unidentified savings in Estates",
    "Unidentified savings 2025/26",
    "TBI - Medicine",
    "TBC: digital",
    "to be identified: procurement",
    "TBI (Surgery)",
    "Surgery - unidentified",
    "Medicine (to be identified)",
    "Corporate - TBI",
    "Balance to be found",
    "Still to find",
    "Still to be identified",
    "Savings still to find",
    "Gap to close",
    "Remaining to be identified",
    "To be identified - Corporate",
  ])("is known by its name: %s", (name) => expect(identified([[name]])).toEqual([false]));

  test.each([
    "Identified savings",
    "Identify unused lines",
    "Remaining estate",
    "Find savings in print",
    "Gap analysis of rotas",
    "Balance of care",
  ])("is not: %s", (name) => expect(identified([[name]])).toEqual([true]));

  test("is identified where its development status says so", () =>
    expect(identified([["Unidentified - Surgery", "Plans in progress"]])).toEqual([true]));

  test.each([
    "Unidentified/high risk",
    "Unidentified - no plan",
    "Not yet identified (high risk)",
    "High risk/unidentified",
  ])("is known by its status: %s", (status) => expect(identified([["Top-up", status]])).toEqual([false]));
});
