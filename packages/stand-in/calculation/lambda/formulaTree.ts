import { tokenize } from "@borgar/fx";

type Token = ReturnType<typeof tokenize>[number];

/** A formula as a tree. `from` and `to` say which of its tokens a part is made of. */
export type Part = { from: number; to: number } & (
  | { kind: "value"; value: number | string | boolean | { error: string } }
  | { kind: "array"; rows: Part[][] }
  | { kind: "reference" }
  | { kind: "name"; name: string }
  | { kind: "omitted" }
  | { kind: "unary" | "percent"; operator: string; operand: Part }
  | { kind: "binary"; operator: string; left: Part; right: Part }
  | { kind: "call"; name: string; arguments: Part[] }
  | { kind: "apply"; lambda: Part; arguments: Part[] }
  | { kind: "let"; bindings: { name: string; value: Part }[]; body: Part }
  | { kind: "lambda"; parameters: Parameter[]; body: Part }
);

/** `[name]` may be left out. */
interface Parameter {
  name: string;
  isOptional: boolean;
}

/** Text of a formula and its tree. */
export interface FormulaTree {
  root: Part;
  textOf(part: Part): string;
}

/** What stands in the way of reading a formula as a tree. */
class NoTree extends Error {}

/** Reads a formula; null where it has something that only Univer's reader knows, or that is no formula. */
export function formulaTree(formula: string): FormulaTree | null {
  const tokens = (tokenize(formula.startsWith("=") ? formula : `=${formula}`) as Token[]).filter(
    ({ type }) => type !== "whitespace" && type !== "newline" && type !== "fx_prefix",
  );
  try {
    const root = new Reader(tokens).all();
    return {
      root,
      textOf: ({ from, to }) =>
        tokens
          .slice(from, to)
          .map(({ value }) => value)
          .join(""),
    };
  } catch (thrown) {
    if (thrown instanceof NoTree) return null;
    throw thrown;
  }
}

/** How tightly an operator of two sides binds. */
const strength: Record<string, number> = {
  "=": 1,
  "<>": 1,
  "<": 1,
  ">": 1,
  "<=": 1,
  ">=": 1,
  "&": 2,
  "+": 3,
  "-": 3,
  "*": 4,
  "/": 4,
  "^": 5,
};

class Reader {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  all(): Part {
    const root = this.expression(0);
    if (this.at < this.tokens.length) throw new NoTree();
    return root;
  }

  private expression(least: number): Part {
    let left = this.unary();
    for (;;) {
      const operator = this.tokens[this.at];
      const binds = operator?.type === "operator" ? strength[operator.value] : undefined;
      if (binds === undefined || binds <= least) return left;
      this.at++;
      const right = this.expression(binds);
      left = { kind: "binary", operator: operator!.value, left, right, from: left.from, to: this.at };
    }
  }

  /** A sign binds tighter than "^" in Excel: -2^2 is 4. */
  private unary(): Part {
    const from = this.at;
    if (this.isOperator("-") || this.isOperator("+")) {
      const operator = this.tokens[this.at++]!.value;
      const operand = this.unary();
      return { kind: "unary", operator, operand, from, to: this.at };
    }
    let operand = this.applied();
    while (this.isOperator("%")) {
      this.at++;
      operand = { kind: "percent", operator: "%", operand, from, to: this.at };
    }
    return operand;
  }

  /** `LAMBDA(x,x+1)(2)` */
  private applied(): Part {
    const from = this.at;
    let part = this.primary();
    while (this.isOperator("(") && (part.kind === "lambda" || part.kind === "apply" || part.kind === "call")) {
      part = { kind: "apply", lambda: part, arguments: this.argumentList(), from, to: this.at };
    }
    return part;
  }

  private primary(): Part {
    const from = this.at;
    const token = this.tokens[this.at];
    if (!token) throw new NoTree();
    const done = (): { from: number; to: number } => ({ from, to: this.at });
    if (token.type === "operator" && token.value === "(") {
      this.at++;
      const inner = this.expression(0);
      this.expect(")");
      if (this.isOperator("(")) {
        const lambda = { ...inner, ...done() };
        return { kind: "apply", lambda, arguments: this.argumentList(), ...done() };
      }
      return { ...inner, ...done() };
    }
    if (token.type === "operator" && token.value === "{") return this.constant();
    if (token.type === "func") return this.call();
    this.at++;
    if (token.type === "number") return { kind: "value", value: Number(token.value), ...done() };
    if (token.type === "string") return { kind: "value", value: unquoted(token.value), ...done() };
    if (token.type === "bool") return { kind: "value", value: token.value.toUpperCase() === "TRUE", ...done() };
    if (token.type === "error") return { kind: "value", value: { error: token.value.toUpperCase() }, ...done() };
    if (token.type === "range_named") return this.closedReference({ kind: "name", name: token.value, ...done() });
    if (token.type.startsWith("range") || token.type === "structured")
      return this.closedReference({ kind: "reference", ...done() });
    throw new NoTree();
  }

  /** What follows a reference and makes another one of it is Univer's to read: `A1#`, `A1:INDEX(…)`, `A1 B1`. */
  private closedReference(part: Part): Part {
    if (this.isOperator("#")) {
      this.at++;
      return { kind: "reference", from: part.from, to: this.at };
    }
    if (this.isOperator(":") || this.isOperator("!")) throw new NoTree();
    return part;
  }

  private constant(): Part {
    const from = this.at++;
    const rows: Part[][] = [[]];
    while (!this.isOperator("}")) {
      rows.at(-1)!.push(this.unary());
      if (this.isOperator(",")) this.at++;
      else if (this.isOperator(";")) {
        this.at++;
        rows.push([]);
      } else if (!this.isOperator("}")) throw new NoTree();
    }
    this.at++;
    return { kind: "array", rows, from, to: this.at };
  }

  private call(): Part {
    const from = this.at;
    const name = this.tokens[this.at++]!.value;
    const upper = name.toUpperCase();
    if (upper === "LAMBDA") {
      const given = this.argumentList((last) => (last ? this.expression(0) : this.parameter()));
      const body = given.pop();
      if (!body || given.some(({ kind }) => kind !== "name")) throw new NoTree();
      const parameters = given.map((part) => {
        const word = (part as { name: string }).name;
        return { name: word.replace(/^\[|\]$/g, ""), isOptional: word.startsWith("[") };
      });
      return { kind: "lambda", parameters, body, from, to: this.at };
    }
    const given = this.argumentList();
    if (upper === "LET") {
      const body = given.pop();
      if (!body || given.length === 0 || given.length % 2 === 1) throw new NoTree();
      const bindings = given.flatMap((part, index) => {
        if (index % 2 === 1) return [];
        if (part.kind !== "name") throw new NoTree();
        return [{ name: part.name, value: given[index + 1]! }];
      });
      return { kind: "let", bindings, body, from, to: this.at };
    }
    return { kind: "call", name, arguments: given, from, to: this.at };
  }

  private argumentList(read = (_last: boolean): Part => this.expression(0)): Part[] {
    this.expect("(");
    const parts: Part[] = [];
    if (this.isOperator(")")) {
      this.at++;
      return parts;
    }
    for (;;) {
      const from = this.at;
      if (this.isOperator(",") || this.isOperator(")")) parts.push({ kind: "omitted", from, to: from });
      else parts.push(read(this.isLastArgument()));
      if (this.isOperator(")")) {
        this.at++;
        return parts;
      }
      this.expect(",");
    }
  }

  private parameter(): Part {
    const { type, value } = this.tokens[this.at] ?? { type: "", value: "" };
    if (type !== "range_named" && !(type === "structured" && /^\[[^[\]]+\]$/.test(value))) throw new NoTree();
    const from = this.at++;
    return { kind: "name", name: value, from, to: this.at };
  }

  /** Whether no comma follows before the parenthesis that closes this list. */
  private isLastArgument(): boolean {
    let depth = 0;
    for (let index = this.at; index < this.tokens.length; index++) {
      const { type, value } = this.tokens[index]!;
      if (type !== "operator") continue;
      if (value === "(" || value === "{") depth++;
      else if (value === ")" || value === "}") {
        if (depth-- === 0) return true;
      } else if (value === "," && depth === 0) return false;
    }
    return true;
  }

  private isOperator(value: string): boolean {
    const token = this.tokens[this.at];
    return token?.type === "operator" && token.value === value;
  }

  private expect(value: string): void {
    if (!this.isOperator(value)) throw new NoTree();
    this.at++;
  }
}

function unquoted(text: string): string {
  return text.slice(1, -1).replaceAll('""', '"');
}
