/** Entry of the self-test in the development build: a button at the foot of the pane, and a page that it opens over it. */
import { namespace } from "../src/functions/catalogue";
import { received } from "./received";
import { runSelfTest } from "./runSelfTest";

CustomFunctions.associate("RECEIVED", received);

void Office.onReady().then(() => {
  const open = button("Self-test", () => void page.show());
  open.style.cssText = "position: fixed; right: 8px; bottom: 56px; z-index: 1;";
  const page = selfTestPage();
  document.body.append(open, page);
});

function selfTestPage(): HTMLDialogElement {
  // Not modal: undo is pressed beside it.
  const page = document.createElement("dialog");
  page.style.cssText =
    "position: fixed; top: 48px; z-index: 2; box-sizing: border-box; width: 90vw; font: 14px/20px 'Segoe UI', sans-serif;";
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  said.textContent = INTRODUCTION;
  const answers = document.createElement("div");
  const report = document.createElement("textarea");
  report.readOnly = true;
  report.rows = 16;
  report.ariaLabel = "What was found";
  report.style.cssText = "box-sizing: border-box; width: 100%; font: 12px monospace;";
  report.hidden = true;

  const byHand = (instruction: string): Promise<boolean> =>
    new Promise((done) => {
      said.textContent = instruction;
      const answer = (isDone: boolean): void => {
        answers.replaceChildren();
        done(isDone);
      };
      answers.replaceChildren(
        button("Done", () => answer(true)),
        button("Skip", () => answer(false)),
      );
    });
  const run = async (): Promise<void> => {
    start.disabled = true;
    try {
      const found = await runSelfTest({ namespace, byHand }, (question) => {
        said.textContent = `${question}…`;
      });
      report.value = JSON.stringify(found, null, 2);
      report.hidden = false;
      said.textContent = "Done. Copy this into the issue or into docs/real-excel.md, then close this workbook unsaved.";
      report.select();
    } catch (error) {
      said.textContent = error instanceof Error ? error.message : String(error);
      start.disabled = false;
    }
  };
  const start = button("Start", () => void run());
  const heading = document.createElement("h2");
  heading.textContent = "Self-test";
  page.append(
    heading,
    said,
    answers,
    report,
    start,
    button("Close", () => page.close()),
  );
  return page;
}

function button(label: string, does: () => void): HTMLButtonElement {
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = label;
  element.addEventListener("click", does);
  return element;
}

const INTRODUCTION =
  "Tries in this workbook, which has to be a new and empty one, what the add-in is built on: how arguments reach a function, " +
  "what a write, its undo, Cancel and Restore do, what is kept. It takes a minute, asks for undo twice, and takes away what it made.";
