import { lines, readAlone } from "../../support/register";

test.each(["A", "x y "])("a sentence quotes the beginning of a long text", (letters) => {
  const long = letters.repeat(32_000 / letters.length).trim();
  const reading = readAlone([
    ["Scheme", "Saving £k"],
    [long, 1],
    [long, 2],
    ["B", 3],
    ["C", long],
  ]);
  const quoting = lines(reading).filter((line) => line.includes("…'"));
  expect(quoting.length).toBeGreaterThan(0);
  expect(Math.max(...lines(reading).map((line) => line.length))).toBeLessThan(350);
});
