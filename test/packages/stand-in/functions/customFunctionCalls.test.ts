import { openWithFunctions, error, show, write, shown, type OwnFunction } from "../support/ownFunctions";
import type { OpenAddin } from "@workbooks/stand-in/addin";
import type { FunctionMetadata } from "@workbooks/stand-in/functions/functionsMetadata";

/** Shows what it was called with as JSON; errors by their code. */
const told = (values: unknown[]): string =>
  JSON.stringify(values, (_key, value: unknown) =>
    typeof value === "object" && value !== null && "code" in value
      ? `error ${(value as { code: string }).code}`
      : value,
  );
const echo = (
  name: string,
  parameters: FunctionMetadata["parameters"],
  more: Partial<OwnFunction> = {},
): OwnFunction => ({
  name,
  parameters,
  ...more,
  call: (...args: never[]) => told(args.slice(0, -1)),
});
const of = (type: string, more: object = {}) => ({ name: "x", type, ...more });
const matrix = { dimensionality: "matrix" };

const functions: OwnFunction[] = [
  echo("NUMBER", [of("number")]),
  echo("STRING", [of("string")]),
  echo("BOOLEAN", [of("boolean")]),
  echo("ANY", [of("any")]),
  echo("UNSAID", [{ name: "x" }]),
  echo("NUMBERS", [of("number", matrix)]),
  echo("ANYS", [of("any", matrix)]),
  echo("OPTIONAL", [of("number"), of("string", { optional: true }), of("any", { ...matrix, optional: true })]),
  echo("REPEATED", [of("string"), of("number", { repeating: true })]),
  echo("RANGES", [of("any", { ...matrix, repeating: true })]),
  echo("NONE", []),
];

let addin: OpenAddin;
afterEach(() => addin.close());

describe.each(["runtime", "direct"] as const)("called through the %s", (calls) => {
  beforeEach(async () => void (addin = await openWithFunctions(functions, { calls })));

  /** Formulas of SAVINGS functions, without the namespace, and what they show. */
  async function answers(cases: Record<string, unknown>, cells: Record<string, string | number | boolean> = {}) {
    const formulas = Object.keys(cases);
    const written = Object.fromEntries(formulas.map((formula, row) => [`H${row + 1}`, `=SAVINGS.${formula}`]));
    const seen = await show(addin, { ...cells, ...written }, ...Object.keys(written));
    return Object.fromEntries(formulas.map((formula, row) => [formula, seen[row]]));
  }
  const inputs = { A1: 5, A2: "'5", A3: true, A4: "text", A5: "=1/0", A6: '=""', A8: "'2%", B1: 1.5, B2: "x" };

  test("a number takes numbers, text that reads as one, and TRUE as 1", async () => {
    const cases = {
      "NUMBER(A1)": "[5]",
      "NUMBER(A2)": "[5]",
      'NUMBER("1,234.5")': "[1234.5]",
      "NUMBER(A8)": "[0.02]",
      "NUMBER(A3)": "[1]",
      "NUMBER(FALSE)": "[0]",
      "NUMBER(A7)": "[null]",
      "NUMBER(A4)": error("#VALUE!"),
      "NUMBER(A6)": error("#VALUE!"),
      'NUMBER("TRUE")': error("#VALUE!"),
      'NUMBER("0x10")': error("#VALUE!"),
      "NUMBER(A5)": error("#DIV/0!"),
    };
    expect(await answers(cases, inputs)).toEqual(cases);
  });

  test("a string takes everything as it is shown", async () => {
    const cases = {
      "STRING(A4)": '["text"]',
      "STRING(A1)": '["5"]',
      "STRING(1/3)": '["0.333333333333333"]',
      "STRING(1E+21)": '["1E+21"]',
      "STRING(A3)": '["TRUE"]',
      "STRING(A7)": '[""]',
      "STRING(A5)": error("#DIV/0!"),
    };
    expect(await answers(cases, inputs)).toEqual(cases);
  });

  test("a boolean takes truth values, numbers, and the two words", async () => {
    const cases = {
      "BOOLEAN(A3)": "[true]",
      "BOOLEAN(A1)": "[true]",
      "BOOLEAN(0)": "[false]",
      'BOOLEAN("false")': "[false]",
      "BOOLEAN(A7)": "[false]",
      "BOOLEAN(A4)": error("#VALUE!"),
      "BOOLEAN(A6)": error("#VALUE!"),
    };
    expect(await answers(cases, inputs)).toEqual(cases);
  });

  test("any, said or not, takes a value as it is", async () => {
    const cases = {
      "ANY(A1)": "[5]",
      "ANY(A2)": '["5"]',
      "ANY(A3)": "[true]",
      "ANY(A6)": '[""]',
      "ANY(A7)": "[null]",
      "UNSAID(A2)": '["5"]',
      "ANY(A5)": error("#DIV/0!"),
    };
    expect(await answers(cases, inputs)).toEqual(cases);
    addin.standIn.customFunctions.setBlanks("desktop");
    expect(await answers({ "ANY(A9)": "[0]", "NUMBER(A9)": "[0]", "ANYS(A9:B9)": "[[[0,0]]]" })).toEqual({
      "ANY(A9)": "[0]",
      "NUMBER(A9)": "[0]",
      "ANYS(A9:B9)": "[[[0,0]]]",
    });
  });

  test("a matrix takes ranges, arrays and single values; an error or a wrong kind in it is the result", async () => {
    const cases = {
      "ANYS(A1:B2)": '[[[5,1.5],["5","x"]]]',
      "ANYS(7)": "[[[7]]]",
      'ANYS({1,"a";TRUE,""})': '[[[1,"a"],[true,""]]]',
      "ANYS(A1:A2*2)": "[[[10],[10]]]",
      "ANYS(A4:A6)": error("#DIV/0!"),
      "ANYS(SEQUENCE(2))": "[[[1],[2]]]",
      "NUMBERS(A1:A3)": "[[[5],[5],[1]]]",
      "NUMBERS(A3:A4)": error("#VALUE!"),
      "NUMBERS(A7:B7)": "[[[null,null]]]",
    };
    expect(await answers(cases, inputs)).toEqual(cases);
  });

  test("a single value's parameter is not lifted over an array: Excel shows #CALC!", async () => {
    const cases = {
      "NUMBER(A1:A3)": error("#CALC!"),
      "ANY({1,2})": error("#CALC!"),
      "NUMBER(A1:A1)": "[5]",
      "NUMBER({4})": "[4]",
    };
    expect(await answers(cases, inputs)).toEqual(cases);
  });

  test("what is left out is null; too few or too many arguments are #VALUE!", async () => {
    const cases = {
      "OPTIONAL(1)": "[1,null,null]",
      "OPTIONAL(1,)": "[1,null,null]",
      "OPTIONAL(1,,2)": "[1,null,[[2]]]",
      'OPTIONAL(1,"a",A1:B1)': '[1,"a",[[5,1.5]]]',
      "OPTIONAL()": error("#VALUE!"),
      "OPTIONAL(1,2,3,4)": error("#VALUE!"),
      "NONE()": "[]",
      "NONE(1)": error("#VALUE!"),
    };
    expect(await answers(cases, inputs)).toEqual(cases);
  });

  test("a repeating parameter takes the rest, in one array", async () => {
    const cases = {
      'REPEATED("a")': '["a",[]]',
      'REPEATED("a",1,A1,A2)': '["a",[1,5,5]]',
      'REPEATED("a",1,"b")': error("#VALUE!"),
      'REPEATED("a",1,A1:A2)': error("#CALC!"),
      "RANGES(A1:B1,7,A2)": '[[[[5,1.5]],[[7]],[["5"]]]]',
      "RANGES(1,A5)": error("#DIV/0!"),
    };
    expect(await answers(cases, inputs)).toEqual(cases);
  });
});

describe.each(["runtime", "direct"] as const)("where errors are taken, called through the %s", (calls) => {
  const allow = { allowErrorForDataTypeAny: true };
  const cells = { A1: "=1/0", A2: "=NA()", A3: 1 };
  const isError = (value: unknown): boolean => value instanceof CustomFunctions.Error;
  const classes: OwnFunction = {
    name: "CLASSES",
    parameters: [of("any", matrix)],
    call: (values: unknown[][]) => values.flat().map(isError).join(),
  };

  test.each([[allow], [{ ...allow, allowCustomDataForDataTypeAny: true }]])(
    "%j: they arrive as CustomFunctions.Error at parameters of any kind, and only there",
    async (given) => {
      addin = await openWithFunctions([...functions, classes], { calls, allow: given });
      const formulas = ["ANY(A1)", "ANYS(A1:A3)", "CLASSES(A1:A3)", "NUMBER(A1)", "NUMBERS(A2:A3)", "RANGES(1,A2)"];
      const written = Object.fromEntries(formulas.map((formula, row) => [`H${row + 1}`, `=SAVINGS.${formula}`]));
      expect(await show(addin, { ...cells, ...written }, ...Object.keys(written))).toEqual([
        '["error #DIV/0!"]',
        '[[["error #DIV/0!"],["error #N/A"],[1]]]',
        "true,true,false",
        error("#DIV/0!"),
        error("#N/A"),
        '[[[[1]],[["error #N/A"]]]]',
      ]);
    },
  );

  test("a cell that is waiting is no error to take: it is waited for", async () => {
    const later: OwnFunction = { name: "LATER", call: async () => Promise.resolve(4) };
    addin = await openWithFunctions([...functions, later], { calls, allow });
    expect(await show(addin, { A1: "=SAVINGS.LATER()", A2: "=SAVINGS.ANY(A1)" }, "A2")).toEqual(["[4]"]);
  });
});

describe.each(["runtime", "direct"] as const)("addresses, called through the %s", (calls) => {
  interface Invocation {
    functionName: string;
    address?: string;
    parameterAddresses?: string[];
  }
  const tell = (_a: unknown, _b: unknown, { functionName, address, parameterAddresses }: Invocation) =>
    JSON.stringify([functionName, address ?? "none", parameterAddresses ?? "none"]);
  const parameters = [of("any", matrix), of("any", { ...matrix, optional: true })];

  test("arrive only where they are asked for", async () => {
    addin = await openWithFunctions(
      [
        { name: "PLAIN", parameters, call: tell },
        { name: "WHERE", parameters, options: { requiresAddress: true }, call: tell },
        { name: "WHENCE", parameters, options: { requiresParameterAddresses: true }, call: tell },
      ],
      { calls },
    );
    await Excel.run(async (context) => {
      context.workbook.worksheets.add("My plan");
      await context.sync();
    });
    const cells = {
      C1: "=SAVINGS.PLAIN(A1,2)",
      C2: "=SAVINGS.WHERE(A1)",
      C3: "=SAVINGS.WHENCE(A1:B2,'My plan'!C3)",
      C4: "=SAVINGS.WHENCE(7,A1)",
      C5: "=SAVINGS.WHENCE(A1:A2*1)",
    };
    const seen = await show(addin, cells, ...Object.keys(cells));
    expect(seen.map((text) => JSON.parse(text as string) as unknown)).toEqual([
      ["PLAIN", "none", "none"],
      ["WHERE", "Sheet1!C2", "none"],
      ["WHENCE", "none", ["Sheet1!A1:B2", "'My plan'!C3"]],
      ["WHENCE", "none", [null, "Sheet1!A1"]],
      ["WHENCE", "none", [null]],
    ]);
  });
});

test("a streaming function is told addresses by options of its own", async () => {
  const tell = (invocation: { address?: string; setResult(value: unknown): void }) =>
    invocation.setResult(invocation.address ?? "none");
  addin = await openWithFunctions([
    { name: "ASKS", options: { stream: true, requiresStreamAddress: true }, call: tell },
    { name: "ASKSWRONG", options: { stream: true, requiresAddress: true }, call: tell },
  ]);
  await write({ B2: "=SAVINGS.ASKS()", B3: "=SAVINGS.ASKSWRONG()" });
  await addin.standIn.recalculate();
  expect(shown(addin, "B2", "B3")).toEqual(["Sheet1!B2", "none"]);
});
