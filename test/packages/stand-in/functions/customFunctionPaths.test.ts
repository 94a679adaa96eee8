import fc from "fast-check";
import { openWithFunctions, shown, write, type OwnFunction } from "../support/ownFunctions";

/** What a function answers: written down, so that both ways can be given the same. */
type Answer =
  | { kind: "value"; value: unknown }
  | { kind: "special"; of: "undefined" | "NaN" | "Infinity" | "date" | "error object" | "sparse" }
  | { kind: "returned" | "thrown" | "rejected"; code: string; message: string | undefined };

function give(answer: Answer): unknown {
  if (answer.kind === "value") return answer.value;
  if (answer.kind === "special") {
    const specials = {
      undefined: undefined,
      NaN,
      Infinity: -Infinity,
      date: new Date(86_400_000),
      "error object": new Error("bug"),
      sparse: [[NaN, , undefined, () => 1, new Date(0)]],
    };
    return specials[answer.of];
  }
  const { code, message } = answer;
  const error =
    code === "" ? new TypeError("bug") : new CustomFunctions.Error(code as CustomFunctions.ErrorCode, message);
  if (answer.kind === "thrown") throw error;
  return answer.kind === "rejected" ? Promise.reject(error) : error;
}

const scalar = fc.oneof(
  fc.double({ noNaN: false }),
  fc.integer(),
  fc.boolean(),
  fc.constantFrom(null, "", "5", "#N/A", "TRUE", "x".repeat(32_768)),
  fc.string({ maxLength: 8 }),
);
const code = fc.constantFrom("#VALUE!", "#N/A", "#DIV/0!", "#NUM!", "#NULL!", "#NAME?", "#REF!", "");
const answer: fc.Arbitrary<Answer> = fc.oneof(
  fc.record({
    kind: fc.constant("value" as const),
    value: fc.oneof(
      scalar,
      fc.array(fc.array(scalar, { maxLength: 3 }), { maxLength: 3 }),
      fc.array(scalar, { maxLength: 3 }),
      fc.record({ type: fc.constantFrom("Double", "Entity", "Error", 5), basicValue: scalar }),
    ),
  }),
  fc.record({
    kind: fc.constant("special" as const),
    of: fc.constantFrom("undefined", "NaN", "Infinity", "date", "error object", "sparse"),
  }) as fc.Arbitrary<Answer>,
  fc.record({
    kind: fc.constantFrom("returned", "thrown", "rejected"),
    code,
    message: fc.option(fc.string({ maxLength: 5 }), { nil: undefined }),
  }) as fc.Arbitrary<Answer>,
);

const parameter = fc.record({
  name: fc.constant("x"),
  type: fc.constantFrom("number", "string", "boolean", "any"),
  dimensionality: fc.constantFrom("scalar", "matrix"),
  optional: fc.boolean(),
});
const func = fc.record({
  parameters: fc.tuple(fc.array(parameter, { maxLength: 2 }), fc.boolean()).map(([all, repeats]) => {
    const last = all.at(-1);
    if (last && repeats) Object.assign(last, { repeating: true });
    return all;
  }),
  givesArrays: fc.boolean(),
  isLater: fc.boolean(),
  options: fc.record({
    cancelable: fc.boolean(),
    requiresAddress: fc.boolean(),
    requiresParameterAddresses: fc.boolean(),
  }),
  answer,
});
const argument = fc.constantFrom(
  ...["A1", "A2", "A3", "A4", "A5", "A6", "A7", "A1:B2", "A1:A7", "", "7", "TRUE", '"5"', '"a"', "{1,2;3,4}", "NA()"],
);
const call = fc.record({ of: fc.nat({ max: 5 }), with: fc.array(argument, { maxLength: 3 }) });

const inputs = { A1: 5, A2: "'5", A3: true, A4: "text", A5: "=1/0", A6: '=""', B1: 1e21, B2: "'TRUE" };

test("the runtime and the direct way call with the same and show the same, whatever functions and arguments", async () => {
  const property = fc.asyncProperty(
    fc.array(func, { minLength: 1, maxLength: 6 }),
    fc.array(call, { minLength: 1, maxLength: 12 }),
    fc.record({ allowErrorForDataTypeAny: fc.boolean(), allowCustomDataForDataTypeAny: fc.boolean() }),
    fc.constantFrom("web" as const, "desktop" as const),
    async (functions, calls, allow, blanks) => {
      const seen = [];
      for (const way of ["runtime", "direct"] as const) {
        const made: string[] = [];
        const own = functions.map(
          ({ parameters, givesArrays, isLater, options, answer: given }, index): OwnFunction => ({
            ...{ name: `F${index}`, parameters, options },
            result: { dimensionality: givesArrays ? "matrix" : "scalar" },
            call: (...args: never[]) => {
              made.push(`F${index} ${told(args)}`);
              return isLater ? Promise.resolve().then(() => give(given)) : give(given);
            },
          }),
        );
        const addin = await openWithFunctions(own, { calls: way, allow, blanks });
        try {
          const cells = calls.map(({ of, with: list }, row) => [
            `D${4 * row + 1}`,
            `=SAVINGS.F${of % functions.length}(${list.join(",")})`,
          ]) as [string, string][];
          await write(inputs);
          await write(Object.fromEntries(cells));
          await addin.standIn.recalculate();
          const area = calls.flatMap((_, row) =>
            [0, 1, 2].flatMap((r) => ["D", "E", "F"].map((c) => `${c}${4 * row + 1 + r}`)),
          );
          const { id } = addin.standIn.workbook.activeSheet;
          const messages = calls.flatMap((_, row) =>
            [0, 1, 2].map((r) => addin.standIn.cellMessage(id, 4 * row + r, 3)),
          );
          seen.push({ shows: shown(addin, ...area), messages, made: made.sort() });
        } finally {
          addin.close();
        }
      }
      expect(seen[1]).toEqual(seen[0]);
    },
  );
  await fc.assert(property, { numRuns: 25 });
});

/** The arguments and what of the invocation a function can see, as text. */
function told(args: unknown[]): string {
  const { functionName, address, parameterAddresses } = args.at(-1) as Record<string, unknown>;
  const isError = (value: unknown): value is { code: string } => value instanceof CustomFunctions.Error;
  const values = JSON.stringify(args.slice(0, -1), (_key, value: unknown) =>
    isError(value) ? `error ${value.code}` : value,
  );
  return `${values} ${JSON.stringify([functionName, address, parameterAddresses])}`;
}
