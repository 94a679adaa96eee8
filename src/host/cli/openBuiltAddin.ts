import { existsSync } from "node:fs";
import { join } from "node:path";
import type { WorkbookContent } from "../../xlsx/content";
import { openAddin, type OpenAddin } from "../addin";

/** Opens a workbook in the stand-in with the built add-in beside it, `scripts` of `dist`; cells call its functions directly. */
export async function openBuiltAddin(root: string, content: WorkbookContent, scripts: string[]): Promise<OpenAddin> {
  const dist = join(root, "dist");
  if (!existsSync(join(dist, "functions.json"))) throw new Error("The add-in is not built: run npm run build.");
  offerAssociations();
  return openAddin({ content, scripts: scripts.map((script) => join(dist, script)), functions: dist, calls: "direct" });
}

/** In a browser the loader of Office.js has these two; the part of it that runs in Node takes up what it finds of them. */
function offerAssociations(): void {
  const mappings: Record<string, unknown> = {};
  const associate = (name: string, implementation: unknown): void => void (mappings[name.toUpperCase()] = implementation);
  Object.assign(globalThis, { CustomFunctions: { associate, _association: { mappings, onchange: () => undefined } } });
}
