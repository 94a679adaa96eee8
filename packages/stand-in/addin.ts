import type { WorkbookContent } from "@workbooks/xlsx/content";
import { readBuiltAddin } from "./files/builtAddin";
import type { Host, HostOptions } from "./standIn";
import { openHost } from "./openStandIn";
import type { AddinFunctions } from "./functions/functionsMetadata";
import { attachNativeBridge, detachNativeBridge, runAddinScript, type OfficeGlobals } from "./transport/nativeBridge";
import { emptyWorkbook } from "@workbooks/xlsx/emptyContent";

export interface AddinOptions extends HostOptions {
  /** The workbook to open; an empty one with the sheet Sheet1 if left out. */
  content?: WorkbookContent;
  /** The add-in's built classic scripts to run, in this order: dist/functions.js, dist/automation.js. */
  scripts?: string[];
  /** The add-in's functions, or the folder of the built add-in (dist), which tells of them and of the add-in. */
  functions?: AddinFunctions | string;
  /** How cells call the functions: through the add-in's runtime (default), or the associated functions directly. */
  calls?: "runtime" | "direct";
}

export interface OpenAddin extends OfficeGlobals {
  host: Host;
  close(): void;
}

/**
 * Opens a workbook in a host with the real Office.js in this process, and the add-in's scripts if wanted. Afterwards
 * `globalThis.Excel`, `Office`, `OfficeExtension` and `CustomFunctions` are those of this host.
 */
export async function openAddin(options: AddinOptions = {}): Promise<OpenAddin> {
  const { content, scripts = [], functions, calls = "runtime", ...hostOptions } = options;
  const built = typeof functions === "string" ? readBuiltAddin(functions) : null;
  const known = typeof functions === "string" ? (built?.functions ?? null) : (functions ?? null);
  const host = await openHost(content ?? emptyWorkbook(), known, {
    ...(built ? { addIn: { id: built.manifest.id, version: built.manifest.version } } : {}),
    ...hostOptions,
  });
  const globals = attachNativeBridge(host);
  for (const script of scripts) runAddinScript(script);
  if (calls === "direct") {
    const { _association, Error } = globals.CustomFunctions;
    host.customFunctions.useAssociations({ associations: _association.mappings, Error });
  }
  host.customFunctions.runtimeReady();
  const { Excel, Office, OfficeExtension, CustomFunctions } = globals;
  const close = (): void => {
    detachNativeBridge();
    host.close();
  };
  return { host, Excel, Office, OfficeExtension, CustomFunctions, close };
}
