import { readArea } from "../../../../cells/address";
import type { SheetArea } from "../../../../cells/area";
import type { FormulaPart, ResultArea } from "../../outputTable";

/** A formula as a tree. */
export type Node =
  | { is: "constant"; value: number | string | boolean }
  | { is: "area"; area: ResultArea | SheetArea }
  | { is: "call"; name: string; args: Node[] };

/** Reads what formulas of ours are made of: numbers, texts, cells, calls and the usual signs. Never called with a formula of the user's. */
export function parseFormula(parts: readonly FormulaPart[]): Node {
  const tokens = parts.flatMap(tokensOf);
  let at = 0;
  const peek = (): Token | undefined => tokens[at];
  const isSign = (...signs: string[]): boolean => {
    const token = peek();
    return typeof token === "string" && signs.includes(token);
  };
  const level =
    (signs: string[], next: () => Node): (() => Node) =>
    () => {
      let left = next();
      while (isSign(...signs)) {
        const name = tokens[at++] as string;
        left = { is: "call", name, args: [left, next()] };
      }
      return left;
    };
  const power = level(["^"], signed);
  const product = level(["*", "/"], power);
  const sum = level(["+", "-"], product);
  const joined = level(["&"], sum);
  const comparison = level(["=", "<>", "<", ">", "<=", ">="], joined);

  function signed(): Node {
    if (isSign("-")) {
      at++;
      return { is: "call", name: "NEGATIVE", args: [signed()] };
    }
    return atom();
  }

  function atom(): Node {
    const token = tokens[at++];
    if (token === undefined) throw new Error("The formula ends too soon.");
    if (token === "(") {
      const inner = comparison();
      at++;
      return inner;
    }
    if (typeof token === "object") return token;
    const name = token;
    at++;
    const args: Node[] = [];
    while (!isSign(")")) {
      args.push(comparison());
      if (isSign(",")) at++;
    }
    at++;
    return { is: "call", name, args };
  }

  const tree = comparison();
  if (at < tokens.length) throw new Error(`The formula goes on after its end: ${JSON.stringify(peek())}.`);
  return tree;
}

type Token = string | Extract<Node, { is: "constant" | "area" }>;

const tokenPattern =
  /\s*(?:("(?:[^"]|"")*")|((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)|(\d+(?:\.\d+)?(?:e[+-]?\d+)?)|([A-Z][A-Z0-9.]*)(?=\()|(TRUE|FALSE)|(<>|<=|>=|[-+*/^&=<>(),]))/uy;

function tokensOf(part: FormulaPart): readonly Token[] {
  if (typeof part !== "string") return [{ is: "area", area: part }];
  const known = tokensOfTexts.get(part) ?? tokensIn(part);
  if (tokensOfTexts.size >= mostKept) tokensOfTexts.clear();
  tokensOfTexts.set(part, known);
  return known;
}

/** What stands between the cells is the same in each row of a block. */
const tokensOfTexts = new Map<string, readonly Token[]>();
const mostKept = 5000;

function tokensIn(part: string): Token[] {
  const tokens: Token[] = [];
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < part.trimEnd().length) {
    const from = tokenPattern.lastIndex;
    const match = tokenPattern.exec(part);
    if (!match) throw new Error(`The formula cannot be read at '${part.slice(from)}'.`);
    const [, text, address, number, name, truth, sign] = match;
    if (text !== undefined) tokens.push({ is: "constant", value: text.slice(1, -1).replaceAll('""', '"') });
    else if (address !== undefined) {
      const area = readArea(address, "");
      if (!area) throw new Error(`'${address}' is no address.`);
      tokens.push({ is: "area", area });
    } else if (number !== undefined) tokens.push({ is: "constant", value: Number(number) });
    else if (truth !== undefined) tokens.push({ is: "constant", value: truth === "TRUE" });
    else tokens.push((name ?? sign) as string);
  }
  return tokens;
}
