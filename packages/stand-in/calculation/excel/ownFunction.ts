import { BaseFunction, type BaseValueObject, type IFunctionService } from "@univerjs/engine-formula";
import type { ValueContent } from "@workbooks/xlsx/content";
import { valueObject, valueOf } from "../functions/addinFunction";
import { eachOf } from "../functions/broadcast";
import { numberOf, truthOf } from "./numbers";

/** An error in the place of a value. */
export type ErrorContent = { error: string };

export const notANumber: ErrorContent = { error: "#NUM!" };
export const wrongValue: ErrorContent = { error: "#VALUE!" };
export const notAvailable: ErrorContent = { error: "#N/A" };
export const divisionByZero: ErrorContent = { error: "#DIV/0!" };

/** A function that is calculated here as Excel does, in the place of Univer's or where Univer has none. */
export interface OwnFunction {
  name: string;
  /**
   * What its arguments are taken for: n number, a number that is no truth value, b truth value as 1 or 0, v as it is; those
   * after "?" may be left out. Each value of an array is calculated by itself.
   */
  takes: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as `takes` says
  calculate(...values: any[]): ValueContent;
}

export function registerOwn(functions: IFunctionService, own: readonly OwnFunction[]): void {
  functions.registerExecutors(...own.map((one) => new ByValues(one)));
}

class ByValues extends BaseFunction {
  private readonly kinds: string;

  constructor(private readonly own: OwnFunction) {
    super(own.name);
    this.kinds = own.takes.replace("?", "");
    this.minParams = own.takes.includes("?") ? own.takes.indexOf("?") : this.kinds.length;
    this.maxParams = this.kinds.length;
  }

  override isArgumentsIgnoreNumberPattern(): boolean {
    return true;
  }

  override calculate(...variants: BaseValueObject[]): BaseValueObject {
    return eachOf(variants, (singles) => valueObject(this.one(singles.map(valueOf))));
  }

  private one(values: ValueContent[]): ValueContent {
    const taken: ValueContent[] = [];
    for (const [index, value] of values.entries()) {
      if (isError(value)) return value;
      const kind = this.kinds[index];
      if (kind === "a" && typeof value === "boolean") return wrongValue;
      const own = kind === "v" ? value : kind === "b" ? truth(value) : numberOf(value);
      if (own === null && kind !== "v") return wrongValue;
      taken.push(own);
    }
    return this.own.calculate(...taken);
  }
}

function truth(value: ValueContent): number | null {
  const is = truthOf(value);
  return is === null ? null : Number(is);
}

export function isError(value: unknown): value is ErrorContent {
  return typeof value === "object" && value !== null && "error" in value;
}
