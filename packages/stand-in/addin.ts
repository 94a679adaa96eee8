import type { WorkbookContent } from "@workbooks/xlsx/content";
import { readBuiltAddin } from "./files/builtAddin";
import type { StandIn, StandInOptions } from "./standIn";
import { openStandIn } from "./openStandIn";
import type { AddinFunctions } from "./functions/functionsMetadata";
import { attachNativeBridge, detachNativeBridge, runAddinScript, type OfficeGlobals } from "./transport/nativeBridge";
import { emptyWorkbook } from "@workbooks/xlsx/emptyContent";

export interface AddinOptions extends StandInOptions {
  /** The workbook to open; an empty one with the sheet Sheet1 if left out. */
  content?: WorkbookContent;
  /** The add-in's built classic scripts to run, in this order: dist/functions.js, dist/automation.js. */
  scripts?: string[];
  /** The add-in's functions, or the folder of the built add-in (dist), from which its functions, id and version are read. */
  functions?: AddinFunctions | string;
  /** How cells call the functions: through the add-in's runtime (default), or the associated functions directly. */
  calls?: "runtime" | "direct";
}

export interface OpenAddin extends OfficeGlobals {
  standIn: StandIn;
  close(): void;
}

/**
 * Opens a workbook in a stand-in with the real Office.js in this process, and the add-in's scripts if wanted. Afterwards
 * `globalThis.Excel`, `Office`, `OfficeExtension` and `CustomFunctions` are those of this stand-in.
 */
export async function openAddin(options: AddinOptions = {}): Promise<OpenAddin> {
  const { content, scripts = [], functions, calls = "runtime", ...hostOptions } = options;
  const built = typeof functions === "string" ? readBuiltAddin(functions) : null;
  const known = typeof functions === "string" ? (built?.functions ?? null) : (functions ?? null);
  const standIn = await openStandIn(content ?? emptyWorkbook(), known, {
    ...(built ? { addIn: { id: built.manifest.id, version: built.manifest.version } } : {}),
    ...hostOptions,
  });
  const globals = attachNativeBridge(standIn);
  for (const script of scripts) runAddinScript(script);
  if (calls === "direct") {
    const { _association, Error } = globals.CustomFunctions;
    standIn.customFunctions.useAssociations({ associations: _association.mappings, Error });
  }
  standIn.customFunctions.runtimeReady();
  const { Excel, Office, OfficeExtension, CustomFunctions } = globals;
  const close = (): void => {
    detachNativeBridge();
    standIn.close();
  };
  return { standIn, Excel, Office, OfficeExtension, CustomFunctions, close };
}
