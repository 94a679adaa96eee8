import { amount, effects, lines, questions, readAlone } from "../../support/register";

describe("a column that says each row's currency", () => {
  test("leaves the multiple to the headings and titles", () => {
    const rows = [
      ["Scheme", "Currency", "Saving £k"],
      ["A", "GBP", 30],
      ["B", "GBP", 10],
    ];
    expect(effects(readAlone(rows))).toEqual({ A: amount(30), B: amount(10) });
    const titled = [["Savings register, £m"], ["Scheme", "Ccy", "Saving"], ["A", "GBP", 30], ["B", "GBP", 10]];
    expect(effects(readAlone(titled))).toEqual({ A: amount(30), B: amount(10) });
  });

  test("is asked where it may mean pounds under a heading of thousands", () => {
    const rows = [
      ["Scheme", "Unit", "Saving £k"],
      ["A", "£", 300],
      ["B", "£", 100],
    ];
    expect(lines(readAlone(rows))).toEqual([
      "error Register!B1: 'Unit' says £ and the headings or titles say £k; say which the amounts are in",
    ]);
    const answer = (choice: string) => effects(readAlone(rows, { answers: { "unitOfRows@Register!B1": choice } }));
    expect(answer("in £k, as they are headed")).toEqual({ A: amount(300), B: amount(100) });
    expect(answer("in £, as 'Unit' says")).toEqual({ A: amount(0.3), B: amount(0.1) });
  });

  test("is asked where it is another than the headings' in every row", () => {
    const rows = [
      ["Scheme", "Currency", "Saving £k"],
      ["A", "USD", 30],
      ["B", "USD", 10],
    ];
    expect(questions(readAlone(rows)).map(([level, cell]) => [level, cell])).toEqual([["error", "Register!C2"]]);
  });

  test("says nothing of a column that is headed with a currency, and the local amounts beside it are left out", () => {
    const rows = [
      ["Project", "Currency", "Saving (local)", "Saving (GBP)"],
      ["Freight", "USD", 1250, 1000],
      ["Energy", "EUR", 575, 500],
      ["Rent", "GBP", 300, 300],
    ];
    const reading = readAlone(rows);
    expect(effects(reading)).toEqual({ Freight: amount(1000), Energy: amount(500), Rent: amount(300) });
    expect(lines(reading)).toEqual([
      "warning Register!C1: 'Saving (local)' was left out, since 'Saving (GBP)' is read as Saving; one column is read for each meaning",
    ]);
  });

  test("and local amounts by year beside those of one currency are another view of them", () => {
    const rows = [
      ["Project", "Currency", "Saving 2026 (local)", "Saving 2026 (GBP)", "Saving 2027 (local)", "Saving 2027 (GBP)"],
      ["Freight", "USD", 1250, 1000, 2500, 2000],
      ["Rent", "GBP", 300, 300, 300, 300],
    ];
    const reading = readAlone(rows, { yearSavings: "each" });
    expect(Object.values(effects(reading)).map((effect) => effect.kind === "byYear" && effect.amounts)).toEqual([
      [1000, 2000],
      [300, 300],
    ]);
  });
});
