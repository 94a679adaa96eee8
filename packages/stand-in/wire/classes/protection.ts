import type { PasswordContent, ProtectionOption, SheetProtectionContent } from "@workbooks/xlsx/content";
import { isPassword, keepPassword } from "@workbooks/xlsx/protection/password";
import { accessDenied, invalidArgument } from "../../workbook/excelError";
import { asFlag, asText, oneOf } from "../arguments";
import { defineClass } from "../registry";

/** What may be done on a protected sheet where protect() is not told: selecting cells, and no more. */
const options: ProtectionOption[] = [
  "allowAutoFilter",
  "allowDeleteColumns",
  "allowDeleteRows",
  "allowEditObjects",
  "allowEditScenarios",
  "allowFormatCells",
  "allowFormatColumns",
  "allowFormatRows",
  "allowInsertColumns",
  "allowInsertHyperlinks",
  "allowInsertRows",
  "allowPivotTables",
  "allowSort",
];

defineClass("WorksheetProtection", {
  properties: {
    protected: { get: (sheet) => sheet.isProtected },
    options: { get: ({ protection }) => optionsOf(protection) },
  },
  methods: {
    protect: {
      call: (sheet, [wanted, password], { workbook }) => {
        if (sheet.isProtected) throw accessDenied();
        sheet.protection = { ...protectionOf(wanted), password: kept(password) };
        workbook.emit({ kind: "protection", sheet: sheet.id });
      },
    },
    unprotect: {
      call: (sheet, [password], { workbook }) => {
        refuseWrongPassword(password, sheet.protection?.password);
        if (!sheet.isProtected) return;
        sheet.protection = null;
        workbook.emit({ kind: "protection", sheet: sheet.id });
      },
    },
  },
});

defineClass("WorkbookProtection", {
  properties: { protected: { get: (workbook) => workbook.structureProtection !== null } },
  methods: {
    protect: {
      call: (workbook, [password]) => {
        if (workbook.structureProtection) throw accessDenied();
        workbook.structureProtection = { password: kept(password) };
      },
    },
    unprotect: {
      call: (workbook, [password]) => {
        refuseWrongPassword(password, workbook.structureProtection?.password);
        workbook.structureProtection = null;
      },
    },
  },
});

function optionsOf(protection: SheetProtectionContent | null): Record<string, unknown> {
  const allowed = options.map((option) => [option, protection?.allowed.includes(option) ?? false]);
  return { ...Object.fromEntries(allowed), selectionMode: protection?.selectionMode ?? "Normal" };
}

/** Names arrive in either case, as all of an options object does. */
function protectionOf(wanted: unknown): Omit<SheetProtectionContent, "password"> {
  const given = new Map(Object.entries(wanted ?? {}).map(([name, value]) => [name.toLowerCase(), value as unknown]));
  const isAllowed = (option: ProtectionOption) => asFlag(given.get(option.toLowerCase()) ?? false);
  const mode = given.get("selectionmode") ?? "Normal";
  return { allowed: options.filter(isAllowed), selectionMode: oneOf(mode, ["Normal", "Unlocked", "None"]) };
}

function kept(password: unknown): PasswordContent | null {
  const text = asText(password ?? "");
  return text === "" ? null : keepPassword(text, crypto.getRandomValues(new Uint8Array(16)));
}

/** @throws InvalidArgument, as Excel answers a password that is not the one, or none where one is needed */
function refuseWrongPassword(password: unknown, needed: PasswordContent | null | undefined): void {
  if (needed && !isPassword(asText(password ?? ""), needed)) throw invalidArgument();
}
