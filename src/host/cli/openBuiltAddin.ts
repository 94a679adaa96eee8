import { existsSync } from "node:fs";
import { join } from "node:path";
import type { WorkbookContent } from "../../xlsx/content";
import { openAddin, type OpenAddin } from "../addin";

/** Opens a workbook in the stand-in with the built add-in beside it, `scripts` of `dist`; cells call its functions directly. */
export async function openBuiltAddin(root: string, content: WorkbookContent, scripts: string[]): Promise<OpenAddin> {
  const dist = join(root, "dist");
  if (!existsSync(join(dist, "functions.json"))) throw new Error("The add-in is not built: run npm run build.");
  return openAddin({ content, scripts: scripts.map((script) => join(dist, script)), functions: dist, calls: "direct" });
}
