import { existsSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { parseNumber } from "office-addin-cli";
import { newWorkbook } from "@workbooks/xlsx/newWorkbook";
import { XlsxError } from "@workbooks/xlsx/xlsxError";
import { DiskError, readBytes } from "../files/diskFile";
import { readBuiltAddin } from "../files/builtAddin";
import { openWorkbookFile } from "../files/workbookFile";
import { newKey } from "./access";
import { findCertificate } from "./certificate";
import { listen } from "./listen";
import { hasDisplay, openBrowser } from "./openBrowser";
import { createPreviewServer } from "./previewServer";
import { UsageError } from "../usageError";

// For the caller, which loads this file as a bundle.
export { newWorkbook, UsageError };

interface StartOptions {
  root: string;
  /** The folder of the built add-in; `dist` of the root if left out. */
  addin?: string;
  /** The workbook that is opened where the user names none. */
  sample: string;
  /** Arguments of the command line: `[workbook.xlsx] [--port 3000] [--no-open]`. */
  arguments: string[];
  print(line: string): void;
}

export interface RunningPreview {
  /** The page with the workbook; the key in it is for the user alone. */
  address: string;
  close(): Promise<void>;
}

/** Starts the preview. @throws UsageError where an argument is wrong or the workbook is not there. */
export async function startPreview(options: StartOptions): Promise<RunningPreview> {
  const { workbook, isNamed, port, open } = readArguments(options);
  // The sample is good; what the user names is looked at before a browser opens.
  if (isNamed) await checkWorkbook(workbook);
  const certificate = await findCertificate();
  const folders = {
    preview: join(options.root, "build", "preview"),
    addin: options.addin ?? join(options.root, "dist"),
    officeJs: dirname(require.resolve("@microsoft/office-js/dist/office.js")),
  };
  const key = newKey();
  const { port: bound, close } = await listen(() => createPreviewServer({ folders, workbook, key, certificate }), port);
  const address = `${certificate ? "https" : "http"}://localhost:${bound}/?key=${key}`;
  options.print(`Preview of ${readBuiltAddin(folders.addin)?.manifest.name ?? "the add-in"}: ${address}`);
  const way = join(options.root, "build", `open-preview-${bound}.html`);
  const forgetWay = open && hasDisplay() ? openBrowser(address, way) : () => undefined;
  return {
    address,
    close: () => {
      forgetWay();
      return close();
    },
  };
}

interface Arguments {
  workbook: string;
  /** The user has named the workbook; else it is the sample. */
  isNamed: boolean;
  port: number | null;
  open: boolean;
}

function readArguments(options: StartOptions): Arguments {
  let workbook: string | null = null;
  let port: number | null = null;
  let open = true;
  const rest = [...options.arguments];
  for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
    if (argument === "--no-open") open = false;
    else if (argument === "--port" || argument.startsWith("--port=")) {
      port = portOf(argument === "--port" ? rest.shift() : argument.slice("--port=".length));
    } else if (argument.startsWith("--")) {
      throw new UsageError(`"${argument}" is not an option: use [workbook.xlsx] [--port NUMBER] [--no-open].`);
    } else if (workbook !== null) {
      throw new UsageError(`Only one workbook can be opened: "${workbook}" or "${argument}".`);
    } else workbook = argument;
  }
  const file = workbook === null ? options.sample : resolve(workbook);
  if (!existsSync(file) || !statSync(file).isFile())
    throw new UsageError(`There is no workbook "${workbook ?? file}".`);
  return { workbook: file, isNamed: workbook !== null, port, open };
}

/** @throws UsageError */
function portOf(text = ""): number {
  const wrong = new UsageError(`--port needs a number from 0 to 65535, not "${text}".`);
  // parseNumber reads "3000x" as 3000.
  if (!/^\d+$/.test(text)) throw wrong;
  const port = parseNumber(text);
  if (port === undefined || port > 65535) throw wrong;
  return port;
}

/** @throws UsageError with one sentence where the file cannot be read, or is no workbook. */
async function checkWorkbook(path: string): Promise<void> {
  try {
    await openWorkbookFile(basename(path), await readBytes(path), {});
  } catch (error) {
    if (error instanceof DiskError) throw new UsageError(error.message);
    if (error instanceof XlsxError) throw new UsageError(`"${path}" cannot be opened: ${error.message}`);
    throw error;
  }
}
