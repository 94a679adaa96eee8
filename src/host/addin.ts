import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { WorkbookContent } from "../xlsx/content";
import type { Host, HostOptions } from "./host";
import { openHost } from "./openHost";
import type { FunctionsMetadata } from "./runtime/functionsMetadata";
import { attachNativeBridge, detachNativeBridge, runAddinScript, type OfficeGlobals } from "./transport/nativeBridge";
import { emptyWorkbook } from "../xlsx/emptyContent";

export interface AddinOptions extends HostOptions {
  /** The workbook to open; an empty one with the sheet Sheet1 if left out. */
  content?: WorkbookContent;
  /** The add-in's built classic scripts to run, in this order: dist/functions.js, dist/automation.js. */
  scripts?: string[];
  /** functions.json parsed, or the folder that it lies in (dist). */
  functions?: FunctionsMetadata | string;
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
  const metadata = typeof functions === "string" ? readFunctions(functions) : (functions ?? null);
  const host = await openHost(content ?? emptyWorkbook(), metadata, hostOptions);
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

/** The add-in's list of its functions in the folder of its built files, null where there is none. */
export function readFunctions(folder: string): FunctionsMetadata | null {
  const path = join(folder, "functions.json");
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as FunctionsMetadata) : null;
}
