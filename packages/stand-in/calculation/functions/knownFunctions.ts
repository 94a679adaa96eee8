import type { IFunctionService } from "@univerjs/engine-formula";

/** The functions that formulas can call: Excel's that are calculated here, and the add-in's. */
export class KnownFunctions {
  constructor(private readonly functions: IFunctionService) {}

  has(name: string): boolean {
    return this.functions.hasExecutor(name.toUpperCase());
  }

  /** In capitals, as they are typed: without the names that files have for them. */
  names(): string[] {
    return [...this.functions.getExecutors().keys()].map(String).filter((name) => !name.startsWith("_"));
  }

  /** Whether a function is known to take at least one argument. */
  needsArguments(name: string): boolean {
    return this.functions.getDescription(name.toUpperCase())?.functionParameter[0]?.require === 1;
  }
}
