import { readTables } from "../../../../../src/plan/reading/readTables";
import { grid } from "../../../support/grid";

const read = (heading: string, ...words: string[]) =>
  readTables([
    grid("Register", [
      ["Scheme", "Saving £k 2025/26", heading],
      ...words.map((word, at) => [`Scheme ${at}`, 100, word]),
    ]),
  ]);

test.each(["Cash effect", "Cash releasing?", "Cashable / non-cashable", "CR/NCR"])(
  "under %s, cost avoidance and income are types of saving, as registers write them there",
  (heading) => {
    const { plan, findings } = read(heading, "Cash-releasing", "Cost avoidance", "Income generation", "TBC");
    expect(plan?.levers.map(({ type, cashEffect }) => [type, cashEffect])).toEqual([
      ["Cost reduction", "Cash-releasing"],
      ["Cost avoidance", "Not stated"],
      ["Income", "Not stated"],
      ["Cost reduction", "Not stated"],
    ]);
    expect(findings).toEqual([]);
  },
);

test("a Type column says it before the words of another", () => {
  const { plan } = readTables([
    grid("Register", [
      ["Scheme", "Type", "Cash effect", "Saving £k 2025/26"],
      ["A", "Income", "Cost avoidance", 100],
    ]),
  ]);
  expect(plan?.levers[0]?.type).toBe("Income");
});

test.each([
  ["Cash effect", "Quality", "its cash effect is not stated"],
  ["Efficiency type", "Marvellous", "is no efficiency type"],
  ["Baseline only", "Partly", "is neither yes nor no"],
])("under %s a word that is not known is said, with its cell", (heading, word, said) => {
  const { plan, findings } = read(heading, word);
  expect(plan?.levers).toHaveLength(1);
  expect(findings).toEqual([expect.objectContaining({ cell: "Register!C2", message: expect.stringContaining(said) })]);
});
