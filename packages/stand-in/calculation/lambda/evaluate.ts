import type { ValueContent } from "@workbooks/xlsx/content";
import type { Part } from "./formulaTree";
import { arrayHelpers } from "./arrayHelpers";
import { Callable, eachOf, isError, matrixOf, omitted, operate, truthOf, type Value, wrongValue } from "./values";

/** What the names of a formula mean, innermost first. */
type Scope = ReadonlyMap<string, Value>;

/** What a formula leans on beside its own names. */
interface Surroundings {
  /** The value of a part that was calculated beforehand; undefined where it was not. */
  given(part: Part): Value | undefined;
  /** The LAMBDA that the workbook has under a name. */
  named(name: string): Value | undefined;
  /** One of Excel's functions. */
  native(name: string, given: Value[]): Value;
}

/** Excel stops a LAMBDA that calls itself this often. */
const deepest = 1024;

/**
 * The value of a formula that has names of its own. LET and LAMBDA bind them where they are written (a LAMBDA keeps what its
 * names meant there); IF, IFERROR and CHOOSE look only at what they take where their test is one value.
 * Documented at support.microsoft.com under the function's name.
 */
export class Evaluation {
  private depth = 0;

  constructor(private readonly surroundings: Surroundings) {}

  value(part: Part, scope: Scope): Value {
    const given = this.surroundings.given(part);
    if (given !== undefined) return given;
    switch (part.kind) {
      case "value":
        return part.value;
      case "array":
        return part.rows.map((row) => row.map((each) => this.value(each, scope) as ValueContent));
      case "omitted":
        return omitted;
      case "name": {
        const meant = this.named(part.name, scope);
        return meant === undefined ? { error: "#NAME?" } : meant;
      }
      case "reference":
        return { error: "#REF!" };
      case "percent":
        return eachOf([this.value(part.operand, scope)], ([one]) => operate("/", one!, 100));
      case "unary": {
        const operand = this.value(part.operand, scope);
        return part.operator === "+" ? operand : eachOf([operand], ([one]) => operate("-", 0, one!));
      }
      case "binary": {
        const sides = [this.value(part.left, scope), this.value(part.right, scope)];
        return eachOf(sides, ([one, other]) => operate(part.operator, one!, other!));
      }
      case "let": {
        let inner = scope;
        for (const { name, value } of part.bindings)
          inner = new Map(inner).set(name.toLowerCase(), this.value(value, inner));
        return this.value(part.body, inner);
      }
      case "lambda":
        return this.closure(part, scope);
      case "apply":
        return this.apply(this.value(part.lambda, scope), part.arguments, scope);
      case "call":
        return this.call(part.name, part.arguments, scope);
    }
  }

  private named(name: string, scope: Scope): Value | undefined {
    const key = name.toLowerCase();
    // A name may stand for a blank.
    return scope.has(key) ? scope.get(key) : this.surroundings.named(name);
  }

  private closure(part: Part & { kind: "lambda" }, scope: Scope): Callable {
    const { parameters, body } = part;
    const needed = parameters.filter(({ isOptional }) => !isOptional).length;
    return new Callable((given) => {
      if (given.length > parameters.length || given.length < needed) return wrongValue;
      if (this.depth >= deepest) return { error: "#NUM!" };
      const inner = new Map(scope);
      parameters.forEach(({ name }, index) =>
        inner.set(name.toLowerCase(), index < given.length ? given[index]! : omitted),
      );
      this.depth++;
      try {
        return this.value(body, inner);
      } finally {
        this.depth--;
      }
    });
  }

  private apply(lambda: Value, given: Part[], scope: Scope): Value {
    if (isError(lambda)) return lambda;
    if (!(lambda instanceof Callable)) return wrongValue;
    return lambda.call(given.map((each) => this.value(each, scope)));
  }

  private call(name: string, given: Part[], scope: Scope): Value {
    const own = this.named(name, scope);
    if (own !== undefined) return this.apply(own, given, scope);
    const upper = name.toUpperCase();
    const choosing = this.choosing[upper];
    if (choosing) return choosing(given, scope);
    const values = given.map((each) => this.value(each, scope));
    const helper = arrayHelpers[upper];
    return helper ? helper(values) : this.surroundings.native(upper, values);
  }

  /** Functions that look only at the arguments that they take. */
  private readonly choosing: Record<string, (given: Part[], scope: Scope) => Value> = {
    IF: ([test, yes, no], scope) => {
      const branch = (part: Part | undefined, orElse: ValueContent): Value =>
        part ? present(this.value(part, scope)) : orElse;
      const tests = test ? this.value(test, scope) : wrongValue;
      if (isOne(tests)) {
        const truth = truthOf(matrixOf(tests)[0]![0]!);
        if (isError(truth)) return truth;
        return truth ? branch(yes, 0) : branch(no, false);
      }
      return eachOf([tests, branch(yes, 0), branch(no, false)], ([one, then, otherwise]) => {
        const truth = truthOf(one!);
        return isError(truth) ? truth : truth ? then! : otherwise!;
      });
    },
    IFERROR: ([tried, instead], scope) => this.unless(tried, instead, scope, isError),
    IFNA: ([tried, instead], scope) =>
      this.unless(tried, instead, scope, (one) => isError(one) && one.error === "#N/A"),
    CHOOSE: ([index, ...choices], scope) => {
      const which = index ? this.value(index, scope) : wrongValue;
      if (!isOne(which))
        return this.surroundings.native("CHOOSE", [which, ...choices.map((one) => this.value(one, scope))]);
      const one = matrixOf(which)[0]![0]!;
      if (isError(one)) return one;
      const choice = choices[Math.trunc(Number(one)) - 1];
      return choice ? present(this.value(choice, scope)) : wrongValue;
    },
  };

  private unless(
    tried: Part | undefined,
    instead: Part | undefined,
    scope: Scope,
    isBad: (one: ValueContent) => boolean,
  ): Value {
    const values = tried ? this.value(tried, scope) : wrongValue;
    const orElse = (): Value => (instead ? present(this.value(instead, scope)) : 0);
    if (isOne(values)) return isBad(matrixOf(values)[0]![0]!) ? orElse() : values;
    if (!matrixOf(values).some((row) => row.some(isBad))) return values;
    return eachOf([values, orElse()], ([one, other]) => (isBad(one!) ? other! : one!));
  }
}

/** An argument that is left out within IF or CHOOSE counts as 0. */
function present(value: Value): Value {
  return value === omitted ? 0 : value;
}

function isOne(value: Value): boolean {
  return !Array.isArray(value) || (value.length === 1 && value[0]!.length === 1);
}
