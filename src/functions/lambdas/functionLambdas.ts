import { catalogue, namespace } from "../catalogue";
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

/** The LAMBDAs as a workbook has them: what the name of each says about itself, its method included. `version` is the add-in's. */
export function namedLambdas(version: string): { name: string; text: string; comment: string }[] {
  return functionLambdas.map(({ name, text, limits }) => {
    const says = `Savings Attribution ${version}: what ${namespace}.${name} calculates, without the add-in.`;
    const method = catalogue.find((record) => record.name === name)?.formula ?? "";
    const comment = [says, limits ?? "", `Method: ${method}`].filter((part) => part !== "").join(" ");
    return { name, text, comment: comment.length > longest ? `${comment.slice(0, longest - 1)}…` : comment };
  });
}

/** Of a name's comment in Excel. */
const longest = 255;
