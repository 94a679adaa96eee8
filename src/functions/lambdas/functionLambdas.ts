import { namespace } from "../catalogue";
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

/** The LAMBDAs as a workbook has them: what the name of each says about itself. `version` is the add-in's. */
export function namedLambdas(version: string): { name: string; text: string; comment: string }[] {
  return functionLambdas.map(({ name, text, limits }) => {
    const says = `Savings Attribution ${version}: what ${namespace}.${name} calculates, without the add-in.`;
    return { name, text, comment: limits === undefined ? says : `${says} ${limits}` };
  });
}
