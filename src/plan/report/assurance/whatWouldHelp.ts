import type { Assurance, LeverAssurance } from "../../assurance/assurance";
import { claims } from "../../assurance/claims";

interface Help {
  /** The cells that would document most, few for each lever: at most `mostCells`. */
  cells: { lever: string; claim: string; cell: string }[];
  /** What would be documented fully once all of them are filled. */
  fullyThen: number;
  /** Claims that no cell of the register could answer. */
  missingColumns: string[];
}

/** Which cells of the register would raise what is fully documented the most: lever by lever, most money for a cell first. */
export function whatWouldHelp({ levers, fully }: Assurance): Help {
  const counted = claims.filter(({ counts }) => counts);
  const missing = ({ claims: own }: LeverAssurance) =>
    counted.filter(({ id }) => own[id].said !== "Yes" && own[id].said !== "Not applicable");
  const missingColumns = counted
    .filter(({ id }) => levers.length > 0 && levers.every(({ claims: own }) => own[id].cell === null))
    .filter(({ id }) => levers.some(({ claims: own }) => own[id].said !== "Yes"))
    .map(({ heading }) => heading);
  const candidates = levers
    .filter(({ documented, amount }) => documented !== "fully" && amount > 0)
    .map((lever) => ({ lever, gaps: missing(lever) }))
    .filter(({ lever, gaps }) => gaps.every(({ id }) => lever.claims[id].cell !== null))
    .sort((a, b) => b.lever.amount / b.gaps.length - a.lever.amount / a.gaps.length);
  const cells: Help["cells"] = [];
  let fullyThen = fully;
  for (const { lever, gaps } of candidates) {
    if (cells.length + gaps.length > mostCells) continue;
    cells.push(
      ...gaps.map(({ id, heading }) => ({ lever: lever.name, claim: heading, cell: lever.claims[id].cell ?? "" })),
    );
    fullyThen += lever.amount;
  }
  return { cells, fullyThen, missingColumns };
}

const mostCells = 20;
