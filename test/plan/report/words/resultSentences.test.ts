import { evaluate } from "../../../../src/plan/evaluation/evaluate";
import { sourceLines } from "../../../../src/plan/report/notes/sourceLines";
import { resultSentences } from "../../../../src/plan/report/words/resultSentences";
import { summaryFigures } from "../../../../src/plan/report/summary/summaryFigures";
import { category, lever, plan } from "../../support/plans";

const position = {
  source: "Position!A1:B7",
  reported: -2,
  nonRecurrentIncome: 0.5,
  nonRecurrentSavings: 1,
  nonRecurrentCosts: 0.3,
  fullYearEffects: 0.4,
};
const written = plan([lever()], { categories: [{ ...category("All", 70, 80, 90), base: 63 }], position });

test("the base year's deficit adds up with need and funding, and what a Position table reports stands beside it", () => {
  const said = resultSentences(evaluate(written, { name: "x" }), written, 2, { locale: "en-GB", unit: "£m" }).join(" ");
  expect(said).toContain("from a surplus of £17.00m (reported: a deficit of £2.00m), need rises by £27.00m");
  const figures = summaryFigures(evaluate(written, { name: "x" }), written);
  const amountOf = (name: string) => figures.find((figure) => figure.name === name)?.amount;
  expect(amountOf("Spend above funding in 2014/15")).toBe(-17);
  expect(amountOf("Reported position of 2014/15")).toBe(-2);
});

test("Notes says where the Position and the Prices were read", () => {
  const priceIndex = { series: "GDP deflator", source: "Prices!A2:H3", levels: [1, 1, 1, 1], ofPlan: 1 };
  const lines = sourceLines({ ...written, priceIndex }).map(({ note, cell }) => `${note} ${cell}`);
  expect(lines).toEqual(expect.arrayContaining(["Position read from Position!A1:B7", "Prices read from Prices!A2:H3"]));
});
