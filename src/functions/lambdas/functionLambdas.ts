import { attributionLambdas } from "./attribution";
import { deliveryLambdas } from "./delivery";
import { gapLambdas } from "./gap";
import type { FunctionLambda } from "./lambdaText";
import { planAgainstActualLambdas } from "./planAgainstActual";
import { valueLambdas } from "./value";

/**
 * Every function that Excel's own language can calculate, as a LAMBDA. Not among them: the simulations (chance that is the same on every machine)
 * and the functions that read a plan.
 */
export const functionLambdas: readonly FunctionLambda[] = [
  ...gapLambdas,
  ...attributionLambdas,
  ...deliveryLambdas,
  ...planAgainstActualLambdas,
  ...valueLambdas,
];
