import { gaussLegendre } from "../../engine/numbers/gaussLegendre";

/** Nodes of the one rule that a LAMBDA carries: exact for 64 levers that work on the same base, and for any number of small ones. */
const nodeCount = 32;

/** What more levers, or more that save nearly everything, than the rule is exact for come to. */
export const quadratureLimit =
  "More than 64 levers are exact only where their effects add up to 64 or less; else the answer is #N/A.";

/** Bindings of the nodes and weights of Gauss's and Legendre's rule on 0…1, as rows. */
export function quadratureBindings(): Record<string, string> {
  const { nodes, weights } = gaussLegendre(nodeCount);
  const row = (numbers: Float64Array): string => [...numbers].map((number) => number.toPrecision(15)).join(",");
  return { us: `{${row(nodes)}}`, ws: `{${row(weights)}}` };
}
