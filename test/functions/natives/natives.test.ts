import fc from "fast-check";
import { catalogue } from "../../../src/functions/catalogue";
import { nativeForm } from "../../../src/functions/natives/nativeForms";
import type { NativeArgument } from "../../../src/functions/natives/nativeNumber";
import { parseArea } from "@workbooks/xlsx/sheet/address";
import { agrees, passed, shown } from "../lambdas/agreement";
import { calculatedAs } from "../lambdas/calculated";
import { type Call, callsOf } from "../lambdas/domain";
import { nativeNames } from "./nativeNames";
import { outcomeOf, plain } from "../support/outcome";

/** In CI as many as take a few seconds; `NATIVE_CALLS=500` draws them all. */
const drawn = Number(process.env["NATIVE_CALLS"] ?? 40);

test("a function that has no native form has none", () => {
  const one: NativeArgument = { kind: "one", text: "A1" };
  const known = catalogue.map(({ name }) => name).filter((name) => nativeForm(name, [one, one, one, one, one, one]));
  expect(nativeNames.filter((name) => !catalogue.some((record) => record.name === name))).toEqual([]);
  expect(known.filter((name) => !nativeNames.includes(name))).toEqual([]);
});

describe.each(nativeNames)("%s as a native formula", (name) => {
  const record = catalogue.find((each) => each.name === name)!;

  test("answers as the function does, and calls nothing that Excel 2016 lacks", async () => {
    const frames = fc.sample(callsOf(record), { numRuns: drawn, seed: 1616 });
    // Where only one cell each has a form, few frames are of use.
    const calls = [...frames, ...frames.map((call) => call.map((cells) => cells && [[cells[0]![0]!]]))];
    const outcomes = await Promise.all(
      calls.map(async (call) => {
        const outcome = plain(await outcomeOf(record, call.map(passed)));
        return Array.isArray(outcome) ? (outcome as (number | string)[][]) : [[outcome as string]];
      }),
    );
    const forms: (string | null)[] = [];
    const answers = await calculatedAs(calls, (places, index) => {
      const form = nativeForm(
        name,
        places.map((place, at) => argumentOf(place, calls[index]![at]!)),
      );
      forms.push(form?.text ?? null);
      const right = outcomes[index]!;
      return {
        formula: form?.text ?? "0",
        array: { rowCount: right.length, columnCount: right[0]!.length, dynamic: false },
      };
    });
    const differences: unknown[] = [];
    let tables = 0;
    for (const [index, call] of calls.entries()) {
      const right = outcomes[index]!;
      if (forms[index] === null) continue;
      tables += /^[^#]/.test(String(right[0]![0])) ? 1 : 0;
      const answer = answers[index]!.map((row) => row.map(shown));
      if (!agrees(answer, right, call))
        differences.push({ call: JSON.stringify(call), form: forms[index], answer, right });
    }
    expect(differences.slice(0, 2)).toEqual([]);
    expect(tables).toBeGreaterThan(2);
    const called = new Set(forms.flatMap((form) => [...(form ?? "").matchAll(/([A-Z.]+)\(/g)].map(([, word]) => word)));
    const old = [
      "ABS",
      "AND",
      "CHOOSE",
      "IF",
      "IFERROR",
      "INT",
      "ISNUMBER",
      "MAX",
      "MIN",
      "MOD",
      "N",
      "OR",
      "PRODUCT",
      "SUM",
    ];
    expect([...called].filter((word) => !old.includes(word!))).toEqual([]);
  });
});

function argumentOf(place: string, cells: Call[number]): NativeArgument {
  if (place === "") return { kind: "omitted" };
  const value = cells?.length === 1 && cells[0]!.length === 1 ? cells[0]![0] : undefined;
  if (typeof value === "string") return { kind: "text", value };
  const { rowCount: rows, columnCount: columns } = parseArea(place.slice(place.indexOf("!") + 1))!;
  return rows * columns === 1
    ? { kind: "one", text: place.replace(/:.*/, "") }
    : { kind: "range", text: place, rows, columns };
}
