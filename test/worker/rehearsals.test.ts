import { readTables } from "../../src/plan/reading/readTables";
import { rehearsals } from "../../src/worker/rehearsals";

test("what is rehearsed is a whole plan, so that all of the reading runs", () => {
  const { plan, findings } = readTables(...rehearsals.readTables!);
  expect(findings.filter(({ level }) => level === "error")).toEqual([]);
  expect(plan?.levers.map(({ name }) => name)).toEqual(["Theatres", "Agency", "Energy"]);
  expect(plan).toMatchObject({ years: ["2025/26", "2026/27"], unit: "£k", baseYear: "2024/25" });
});
