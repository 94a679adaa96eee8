import { join } from "node:path";
import type { WorkbookContent } from "@workbooks/xlsx/content";
import { openAddin, type OpenAddin } from "@workbooks/stand-in/addin";
import type { StandInOptions } from "@workbooks/stand-in/standIn";
import { readBuiltAddin } from "@workbooks/stand-in/files/builtAddin";

/** Opens a workbook in the stand-in with the built add-in beside it, `scripts` of `dist`; cells call its functions directly. */
export async function openBuiltAddin(
  root: string,
  content: WorkbookContent,
  scripts: string[],
  options: StandInOptions = {},
): Promise<OpenAddin> {
  const dist = join(root, "dist");
  const paths = scripts.map((script) => join(dist, script));
  return openAddin({ ...options, content, scripts: paths, functions: dist, calls: "direct" });
}

/** The namespace of the built add-in's functions. @throws where it is not built */
export function builtNamespace(root: string): string {
  const functions = readBuiltAddin(join(root, "dist"))?.functions;
  if (!functions) throw new Error("The add-in is not built: run npm run build.");
  return functions.namespace;
}
