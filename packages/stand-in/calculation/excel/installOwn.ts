import type { IFunctionService } from "@univerjs/engine-formula";
import { registerOwn } from "./ownFunction";
import { rounding } from "./rounding";

/** Puts functions that are calculated as Excel does in the place of Univer's. */
export function installOwnFunctions(functions: IFunctionService): void {
  registerOwn(functions, rounding);
}
