import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describeAddin, readManifest } from "@workbooks/stand-in/manifest";

const text = readFileSync(join(__dirname, "..", "..", "..", "manifest.xml"), "utf8");

test("the manifest says what the add-in is called, where its page is, and what its buttons do", () => {
  expect(readManifest(text)).toMatchObject({
    id: "f2b09d37-2f00-4c2e-824c-acf7a57ce868",
    name: "Savings Attribution",
    page: "/taskpane.html",
    namespace: "SAVINGS",
    buttons: [
      { id: "Savings.OpenPane", label: "Open pane", action: { kind: "showPane" } },
      { id: "Savings.RunAgain", label: "Run again", action: { kind: "function", name: "runAgain" } },
      { id: "Savings.Check", label: "Check", action: { kind: "function", name: "checkWorkbook" } },
    ],
  });
});

test("functions without a namespace cannot be called in formulas", () => {
  const metadata = JSON.stringify({ functions: [] });
  expect(describeAddin(text, metadata).functions).toEqual({ functions: [], namespace: "SAVINGS" });
  const without = text.replace(/<Namespace [^>]*>/, "");
  expect(describeAddin(without, metadata).functions).toBeNull();
});
