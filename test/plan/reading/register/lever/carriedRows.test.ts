import { isCarried } from "../../../../../src/plan/reading/register/lever/carriedRows";
import { leversOf, lines, questions, readAlone } from "../../../support/register";

const kinds = (reading: Parameters<typeof leversOf>[0]) => leversOf(reading).map(({ name, kind }) => [name, kind]);

const undelivered = "Undelivered brought forward";

describe("rows that carry something over without saying what", () => {
  test.each(["Type", "Kind of row", "Status"])(
    "are asked where %s says so, and are no new savings meanwhile",
    (heading) => {
      const reading = readAlone([
        ["Scheme", heading, "Saving £k"],
        ["Beds", "b/f", 50],
        ["Rotas", "", 100],
        ["Kit", "b/f", 20],
      ]);
      expect(kinds(reading)).toEqual([
        ["Beds", undelivered],
        ["Rotas", "Saving"],
        ["Kit", undelivered],
      ]);
      expect(questions(reading).map(([level, cell, { cells }]) => [level, cell, cells])).toEqual([
        ["warning", "Register!B2", ["Register!B2", "Register!B4"]],
      ]);
      expect(lines(reading)).toHaveLength(1);
    },
  );

  test.each(["Carried forward from 2023/24", "Brought forward savings", "Balance b/f"])(
    "are asked by name: %s",
    (name) => {
      const reading = readAlone([
        ["Scheme", "Saving £k"],
        [name, 50],
        ["Rotas", 100],
      ]);
      expect(kinds(reading)).toEqual([
        [name, undelivered],
        ["Rotas", "Saving"],
      ]);
      expect(questions(reading).map(([, cell]) => cell)).toEqual(["Register!A2"]);
    },
  );

  test("are asked once at the heading over them", () => {
    const reading = readAlone([
      ["Scheme", "Saving £k"],
      ["Brought forward from 2023/24"],
      ["A", 100],
      ["B", 60],
      ["New schemes"],
      ["C", 50],
    ]);
    expect(kinds(reading)).toEqual([
      ["A", undelivered],
      ["B", undelivered],
      ["C", "Saving"],
    ]);
    expect(questions(reading).map(([, cell, { cells }]) => [cell, cells])).toEqual([["Register!A2", undefined]]);
  });

  test("are what the user says, or no part of the plan", () => {
    const read = (answer: string) =>
      kinds(
        readAlone(
          [
            ["Scheme", "Type", "Saving £k"],
            ["Beds", "Carried forward", 50],
            ["Rotas", "Saving", 100],
          ],
          { answers: { "carriedForward@Register!B2": answer } },
        ),
      );
    expect(read("savings of this plan")).toEqual([
      ["Beds", "Saving"],
      ["Rotas", "Saving"],
    ]);
    expect(read("no part of this plan")).toEqual([["Rotas", "Saving"]]);
  });

  test("are not asked where their kind says what they are", () => {
    const reading = readAlone([
      ["Scheme", "Type", "Saving £k"],
      ["Supported living b/f", "Undelivered saving b/f", 30],
      ["Pay award c/f", "Pressure", 20],
      ["Rotas", "Saving", 100],
    ]);
    expect(lines(reading)).toEqual([]);
    expect(kinds(reading)).toEqual([
      ["Supported living b/f", undelivered],
      ["Pay award c/f", "Pressure"],
      ["Rotas", "Saving"],
    ]);
  });

  test("are warned of under a heading that is not known", () => {
    const reading = readAlone([
      ["Scheme", "New / b/f", "Saving £k"],
      ["A", "New", 100],
      ["B", "B/f", 50],
    ]);
    expect(lines(reading)).toEqual([
      "warning Register!B1: 'New / b/f' holds 'NEW' and 'B/F', which may say what kind of row each is, and was left out; correct it if it does",
    ]);
  });

  test.each(["Bed flow", "Cash flow", "Carry on at home", "Forward planning of beds", "b/fast service"])(
    "are not every name that looks a little like one: %s",
    (name) => {
      expect(isCarried(name)).toBe(false);
    },
  );
});
