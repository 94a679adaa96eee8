import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describeAddin, type BuiltAddin } from "../manifest";

/** Reads what the folder of a built add-in says of it; null where it is not built. */
export function readBuiltAddin(folder: string): BuiltAddin | null {
  const [manifest, functions] = [join(folder, "manifest.xml"), join(folder, "functions.json")];
  if (!existsSync(manifest) || !existsSync(functions)) return null;
  return describeAddin(readFileSync(manifest, "utf8"), readFileSync(functions, "utf8"));
}
