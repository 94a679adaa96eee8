import fc from "fast-check";
import { methods } from "../../../src/engine/attribution/methods";
import type { Scenario } from "../../../src/plan/scenario";
import { scenarioFromXml, scenarioToXml } from "../../../src/plan/scenarios/scenarioDocument";
import { scenarioNamespace } from "../../../src/plan/scenarios/scenarioNamespace";

const full: Scenario = {
  name: 'Parts "overlap" & <more>',
  method: "lmdi",
  horizon: 5,
  delivery: "low",
  off: ["Estates", "A, B; C"],
  leverFactors: { Procurement: 0.8 },
  groupFactors: { Local: 0.5 },
  overlap: "all",
  growthChange: 0.01,
  fundingChange: -0.005,
  needAmountChange: 2,
  fundingAmountChange: -1,
  statusWeights: { Amber: 0.5 },
  statusFactors: { Opportunity: 0.4 },
  costAvoidance: "leftOut",
  prices: "real",
  deflator: 0.02,
  target: 22.5,
  capacity: 120,
  correlation: 0.5,
  trials: 20_000,
  seed: 7,
  positionForm: "council",
};

test("what is written is read again", () =>
  expect(scenarioFromXml(scenarioToXml(full))).toEqual({ ok: true, scenario: full }));

test("any names and numbers come back", () => {
  const name = fc
    .string({ unit: "binary", minLength: 1 })
    .filter((text) => /\S/.test(text) && !/[\u0000-\u001F\uFFFE\uFFFF]/.test(text));
  const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value || 0);
  const scenarios = fc.record(
    {
      name,
      method: fc.constantFrom(...methods),
      horizon: fc.nat(),
      growthChange: number,
      off: fc.array(name, { minLength: 1 }),
      leverFactors: fc
        .uniqueArray(fc.tuple(name, number), { selector: ([key]) => key, minLength: 1 })
        .map((entries) => Object.fromEntries(entries)),
    },
    { requiredKeys: ["name"] },
  );
  fc.assert(
    fc.property(scenarios, (scenario) => {
      expect(scenarioFromXml(scenarioToXml(scenario))).toEqual({ ok: true, scenario });
    }),
    { numRuns: 300 },
  );
});

const xml = (content: string, version = "1"): string =>
  `<?xml version="1.0"?><scenario xmlns="${scenarioNamespace}" version="${version}" name="Mine">${content}</scenario>`;

test("elements of a later minor addition are passed over, CDATA and prefixes are read", () => {
  expect(scenarioFromXml(xml("<colour><off lever='x'/></colour><horizon><![CDATA[ 4 ]]></horizon>"))).toEqual({
    ok: true,
    scenario: { name: "Mine", horizon: 4 },
  });
  expect(
    scenarioFromXml(`<s:scenario xmlns:s="${scenarioNamespace}" name="Mine"><s:horizon>3</s:horizon></s:scenario>`),
  ).toEqual({ ok: true, scenario: { name: "Mine", horizon: 3 } });
});

test.each([
  [xml("", "2"), "The scenario 'Mine' was saved by a newer version of the add-in and is left as it is."],
  [xml("", "new"), "The stored scenario has the version 'new', which is not a number."],
  [xml("<horizon>long</horizon>"), "The scenario 'Mine' has 'long' for horizon; a number is needed."],
  [
    xml("<method>magic</method>"),
    "The scenario 'Mine' has 'magic' for method; one of shapley, lmdi, sequential, prorata, standalone, last is needed.",
  ],
  [xml("<leverFactor lever='A'>x</leverFactor>"), "The scenario 'Mine' has 'x' for 'A'; a number is needed."],
  ["<other/>", "The part is not a scenario of this add-in."],
  [`<scenario xmlns="${scenarioNamespace}" version="1"/>`, "The stored scenario has no name."],
])("refused: %s", (text, problem) => expect(scenarioFromXml(text)).toMatchObject({ ok: false, problem }));

test.each([
  "",
  "nonsense",
  "<scenario",
  `<scenario xmlns="${scenarioNamespace}" name="x">`,
  "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
])("not well-formed or not ours: %s", (text) => expect(scenarioFromXml(text).ok).toBe(false));
