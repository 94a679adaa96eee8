import {
  BaseFunction,
  type BaseValueObject,
  ErrorValueObject,
  type FunctionVariantType,
  NumberValueObject,
} from "@univerjs/engine-formula";
import { type DefinedNames, nameValue } from "./definedNames";

/** What is asked of the one who reads and calculates formulas. */
interface Formulas<Node> {
  open(formula: string): Node;
  value(node: Node): FunctionVariantType;
}

/** The values of names whose formulas are not put into the formulas that use them: each is calculated once for a cell. */
export class NameValues<Node extends { getChildren(): unknown[]; getToken(): string }> {
  private readonly values = new Map<string, FunctionVariantType>();

  constructor(
    private readonly names: DefinedNames,
    private readonly formulas: Formulas<Node>,
  ) {}

  /** The function that stands for such a name: `NAMEVALUE("Total")`. */
  readonly executor = new NameValue(nameValue, (name) => this.value(name));

  /** Another cell's turn: a name may mean something else there. */
  forget(): void {
    this.values.clear();
  }

  leadsBackToItself(name: string): boolean {
    return this.names.leadsBackToItself(name);
  }

  open(name: string): Node {
    return this.formulas.open(formulaOf(this.names.find(name)?.formulaOrRefString ?? "#NAME?"));
  }

  /** The name in a call of the function. */
  nameIn(call: Node): string {
    const [argument] = call.getChildren() as Node[];
    return (argument?.getToken() ?? "").replace(/^"|"$/g, "").toLowerCase();
  }

  private value(name: string): FunctionVariantType {
    const key = name.toLowerCase();
    // What is circular shows 0; the cell that uses it is found to be circular, too.
    if (this.names.leadsBackToItself(name)) return NumberValueObject.create(0);
    if (!this.values.has(key))
      for (const each of this.names.inOrder(name))
        if (!this.values.has(each.name.toLowerCase()))
          this.values.set(each.name.toLowerCase(), this.formulas.value(this.open(each.name)));
    return this.values.get(key) ?? ErrorValueObject.create("#NAME?" as never);
  }
}

function formulaOf(text: string): string {
  return text.startsWith("=") ? text : `=${text}`;
}

class NameValue extends BaseFunction {
  override needsReferenceObject = true;

  constructor(
    name: string,
    private readonly read: (name: string) => FunctionVariantType,
  ) {
    super(name);
  }

  override calculate(name?: BaseValueObject): BaseValueObject {
    return this.read(String(name?.getValue() ?? "")) as BaseValueObject;
  }
}
