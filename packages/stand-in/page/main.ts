import { XlsxError } from "@workbooks/xlsx/xlsxError";
import { openWorkbookFile, savedBytes, type WorkbookFile } from "../files/workbookFile";
import { describeAddin, type BuiltAddin } from "../manifest";
import { download, watchDrop, watchOpen } from "./file/fileCommands";
import { drawIcons } from "./icons";
import { clearMessage, showMessage } from "./messages";
import { watchPageKeys, type PageKeys } from "./keys/pageKeys";
import { watchDivider } from "./addin/paneWidth";
import "./preview.css";
import { Preview } from "./preview";
import { applyTheme, watchSettings, type PreviewSettings } from "./previewSettings";
import { fillAddinGroup } from "./addin/ribbon";
import { handedOver, keyInAddress } from "./file/secondWorkbook";
import { watchToolbar } from "./keys/toolbarKeys";
import { UnsavedChanges } from "./file/unsaved";

const SLOW_SYNC = 1000;

let file: WorkbookFile | null = null;
let preview: Preview | null = null;
let addin: BuiltAddin | null = null;
let settings: PreviewSettings;
let unsaved: UnsavedChanges;
let keys: PageKeys;

start().catch(problem);

async function start(): Promise<void> {
  drawIcons(document);
  watchDivider(element("divider"), () => undefined);
  unsaved = new UnsavedChanges(element("unsavedMark"), element<HTMLDialogElement>("unsaved"));
  settings = watchSettings(
    element<HTMLFormElement>("settings"),
    (now, changed) => void settingsChanged(now, changed).catch(problem),
  );
  applyTheme(settings.theme);
  watchOpen(element("open"), element<HTMLInputElement>("file"), (chosen) => void openChosen(chosen).catch(problem));
  element("save").addEventListener("click", () => void save().catch(problem));
  element("closePane").addEventListener("click", () => showPane(false));
  watchDrop(document.body, (dropped) => void openChosen(dropped).catch(problem));
  keys = watchPageKeys({
    save: () => void save().catch(problem),
    open: () => element("open").click(),
    find: () => preview?.find(),
    focusCells: () => preview?.focusCells(),
  });

  await findAddin();
  for (const bar of document.querySelectorAll<HTMLElement>("[role='toolbar']")) watchToolbar(bar);
  try {
    await openFirst();
  } catch (error) {
    nothingOpen();
    throw error;
  }
}

/** The workbook that another tab has handed over, or the one that the server was started with. */
async function openFirst(): Promise<void> {
  const copy = handedOver();
  if (copy !== null) {
    const bytes = await fetch(copy).then((answer) => answer.arrayBuffer());
    return openFile("Book2.xlsx", new Uint8Array(bytes));
  }
  const response = await fetch(`/workbook?${keyInAddress()}`);
  if (!response.ok) throw new XlsxError(await response.text());
  const name = decodeURIComponent(response.headers.get("X-File-Name") ?? "Book1.xlsx");
  await openFile(name, new Uint8Array(await response.arrayBuffer()));
}

/** The page without a workbook: how to come by one. */
function nothingOpen(): void {
  element("fileName").textContent = "No workbook";
  const note = document.createElement("p");
  note.className = "absent";
  note.textContent = "Open a workbook with Open…, or drop an .xlsx file here.";
  element("grid").replaceChildren(note);
}

/** The add-in as it is built: its functions, its page and its ribbon buttons; the preview works without it, too. */
async function findAddin(): Promise<void> {
  const [functions, manifest] = await Promise.all([fetch("/functions.json"), fetch("/manifest.xml")]);
  if (!functions.ok || !manifest.ok) return;
  addin = describeAddin(await manifest.text(), await functions.text());
  const { name, buttons } = addin.manifest;
  for (const place of document.querySelectorAll("[data-shows='addinName']")) place.textContent = name;
  element("addinGroup").ariaLabel = name;
  document.title = previewTitle(null);
  fillAddinGroup(element("addinGroup"), buttons, {
    showPane: () => showPane(true),
    pressButton: async (functionName, controlId) => preview?.pressButton(functionName, controlId),
    onProblem: problem,
  });
}

/** "book.xlsx – NAME preview", and before a workbook is open "NAME – preview". */
function previewTitle(workbook: string | null): string {
  const name = addin?.manifest.name;
  if (workbook === null) return name ? `${name} – preview` : "Preview";
  return name ? `${workbook} – ${name} preview` : `${workbook} – preview`;
}

async function openChosen(chosen: File): Promise<void> {
  clearMessage("problem");
  if (preview && !(await preview.endEditing())) return;
  if (unsaved.exist) {
    const answer = await unsaved.ask(file?.name ?? "this workbook");
    if (answer === "cancel" || (answer === "save" && !(await save()))) return;
  }
  await openFile(chosen.name, new Uint8Array(await chosen.arrayBuffer()));
}

async function openFile(name: string, bytes: Uint8Array): Promise<void> {
  await whileOpening(name, async () => {
    const opened = await openWorkbookFile(name, bytes, {
      functionNamespaces: addin?.functions ? [addin.functions.namespace] : [],
    });
    await show(opened, opened.content);
    unsaved.exist = false;
    if (opened.content.notShown.length === 0) clearMessage("notShown");
    else showMessage("notShown", `Not shown here, and kept in the file: ${opened.content.notShown.join("; ")}.`);
  });
}

/** Says what is being opened, while reading a large file leaves the page no time for anything else. */
async function whileOpening(name: string, work: () => Promise<void>): Promise<void> {
  const note = element("opening");
  note.textContent = `Opening ${name}…`;
  // Two frames: the first is drawn before the second begins.
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  try {
    await work();
  } finally {
    note.textContent = "";
  }
}

async function show(shown: WorkbookFile, content: WorkbookFile["content"]): Promise<void> {
  clearMessage("problem");
  document.body.dataset["state"] = "opening";
  preview?.close();
  preview = null;
  file = shown;
  element("fileName").textContent = shown.name;
  document.title = previewTitle(shown.name);
  preview = await Preview.open(
    content,
    {
      grid: element("grid"),
      charts: element("charts"),
      cellMessage: element("cellMessage"),
      formatBar: element("formatBar"),
      findBar: element<HTMLFormElement>("findBar"),
      pane: element("paneBody"),
    },
    {
      blanks: settings.blanks,
      theme: settings.theme,
      withoutAddin: settings.withoutAddin,
      syncDelay: settings.slow ? SLOW_SYNC : 0,
      package: shown.bytes,
      addin,
      paneVisibility: { isVisible: () => !element("pane").hidden, setVisible: setPaneVisible },
      onProblem: problem,
      onRefused: (sentence) => showMessage("problem", sentence),
      // Over the sheet, not above it: a cell that is being edited must not move away.
      onWrongFormula: (sentence, isLow) => {
        element("formulaMessage").textContent = sentence;
        element("formulaMessage").classList.toggle("above", isLow);
      },
      onEdited: () => (unsaved.exist = true),
      onLeavesPane: (step) => keys.leavePane(step),
      onPane: (pane) => keys.watchPane(pane),
    },
  );
  for (const button of element("addinGroup").querySelectorAll("button")) button.disabled = settings.withoutAddin;
  for (const id of ["save", "formatBar", "addinGroup"]) element(id).inert = false;
  // For the browser's console, and for the tests.
  Object.assign(window, { preview });
  document.body.dataset["state"] = "open";
}

/** Hands the workbook over as a file. False where what is being typed is no formula: the page says so. */
async function save(): Promise<boolean> {
  if (!file || !preview || !(await preview.endEditing())) return false;
  clearMessage("problem");
  await preview.settled();
  const content = preview.standIn.content();
  const wasUnsaved = unsaved.exist;
  unsaved.exist = false;
  try {
    download(file.name, await savedBytes(file, content));
    return true;
  } catch (error) {
    unsaved.exist = wasUnsaved;
    throw error;
  }
}

async function settingsChanged(now: PreviewSettings, changed: string): Promise<void> {
  settings = now;
  if (changed === "theme") {
    applyTheme(now.theme);
    preview?.setTheme(now.theme);
  } else if (changed === "slow") {
    if (preview) preview.standIn.play.syncDelay = now.slow ? SLOW_SYNC : 0;
  } else if (file && preview) {
    await preview.endEditing();
    // Another Excel opens the same workbook: what was changed here stays in it.
    await show(file, preview.standIn.content());
  }
}

/** The user opens or closes the pane; the add-in hears of it. */
function showPane(shown: boolean): void {
  if (element("pane").hidden === !shown) return;
  setPaneVisible(shown);
  preview?.standIn.paneVisibilityChanged();
}

function setPaneVisible(visible: boolean): void {
  element("pane").hidden = !visible;
  element("divider").hidden = !visible;
  if (!visible) element("addinGroup").querySelector<HTMLElement>("[data-icon='pane']")?.focus();
}

function problem(error: unknown): void {
  // A file that cannot be read is the user's matter, anything else also the developer's.
  if (!(error instanceof XlsxError)) console.error(error);
  showMessage("problem", error instanceof Error ? error.message : String(error));
}

function element<E extends HTMLElement = HTMLElement>(id: string): E {
  return document.getElementById(id) as E;
}
