import type { PasswordContent, ProtectionOption, SheetProtectionContent, StructureProtectionContent } from "../content";
import { flag, type XmlElement } from "../xml/parseXml";

type Attributes = Record<string, string | null>;

/** A sheet's `<sheetProtection>`; null where it does not protect. */
export function readSheetProtection(element: XmlElement | undefined): SheetProtectionContent | null {
  if (!element || !flag(element.attributes["sheet"])) return null;
  const isBarred = (name: string, usual: boolean) => flag(element.attributes[name], usual);
  const allowed = Object.entries(BARRED).filter(([, [name, usual]]) => !isBarred(name, usual));
  const selectionMode = isBarred("selectUnlockedCells", false)
    ? "None"
    : isBarred("selectLockedCells", false)
      ? "Unlocked"
      : "Normal";
  return {
    allowed: allowed.map(([option]) => option as ProtectionOption),
    selectionMode,
    password: readPassword(element.attributes, SHEET_PASSWORD),
  };
}

/** What `<sheetProtection>` says for it. */
export function sheetProtectionAttributes({ allowed, selectionMode, password }: SheetProtectionContent): Attributes {
  const attributes: Attributes = { ...passwordAttributes(password, SHEET_PASSWORD), sheet: "1" };
  for (const [option, [name, usual]] of Object.entries(BARRED)) {
    const isBarred = !allowed.includes(option as ProtectionOption);
    attributes[name] = isBarred === usual ? null : isBarred ? "1" : "0";
  }
  attributes["selectLockedCells"] = selectionMode === "Normal" ? null : "1";
  attributes["selectUnlockedCells"] = selectionMode === "None" ? "1" : null;
  return attributes;
}

/** The workbook's `<workbookProtection>`; null where sheets can be added and removed. */
export function readStructureProtection(element: XmlElement | undefined): StructureProtectionContent | null {
  if (!element || !flag(element.attributes["lockStructure"])) return null;
  return { password: readPassword(element.attributes, WORKBOOK_PASSWORD) };
}

/** What `<workbookProtection>` says for it; without protection, all that protection had to say is to go. */
export function structureProtectionAttributes(protection: StructureProtectionContent | null): Attributes {
  const password = passwordAttributes(protection?.password ?? null, WORKBOOK_PASSWORD);
  return { ...password, lockStructure: protection ? "1" : null, ...(protection ? {} : { lockWindows: null }) };
}

/** Attribute that bars what an option allows, and whether it does so where it is not written (ECMA-376 part 1, 18.3.1.85). */
const BARRED: Record<ProtectionOption, [attribute: string, usual: boolean]> = {
  allowAutoFilter: ["autoFilter", true],
  allowDeleteColumns: ["deleteColumns", true],
  allowDeleteRows: ["deleteRows", true],
  allowEditObjects: ["objects", false],
  allowEditScenarios: ["scenarios", false],
  allowFormatCells: ["formatCells", true],
  allowFormatColumns: ["formatColumns", true],
  allowFormatRows: ["formatRows", true],
  allowInsertColumns: ["insertColumns", true],
  allowInsertHyperlinks: ["insertHyperlinks", true],
  allowInsertRows: ["insertRows", true],
  allowPivotTables: ["pivotTables", true],
  allowSort: ["sort", true],
};

type PasswordNames = Record<"short" | "algorithm" | "hash" | "salt" | "spins", string>;

const SHEET_PASSWORD: PasswordNames = {
  short: "password",
  algorithm: "algorithmName",
  hash: "hashValue",
  salt: "saltValue",
  spins: "spinCount",
};

const WORKBOOK_PASSWORD: PasswordNames = {
  short: "workbookPassword",
  algorithm: "workbookAlgorithmName",
  hash: "workbookHashValue",
  salt: "workbookSaltValue",
  spins: "workbookSpinCount",
};

function readPassword(attributes: Record<string, string>, names: PasswordNames): PasswordContent | null {
  const [algorithm, hash] = [attributes[names.algorithm], attributes[names.hash]];
  if (algorithm !== undefined && hash !== undefined) {
    const spins = Number(attributes[names.spins] ?? 0);
    return { algorithm, hash, salt: attributes[names.salt] ?? "", spins };
  }
  const short = attributes[names.short];
  return short === undefined || /^0*$/.test(short) ? null : { hash: short };
}

function passwordAttributes(password: PasswordContent | null, names: PasswordNames): Attributes {
  const spun = password && "algorithm" in password ? password : null;
  return {
    [names.algorithm]: spun?.algorithm ?? null,
    [names.hash]: spun?.hash ?? null,
    [names.salt]: spun?.salt ?? null,
    [names.spins]: spun ? String(spun.spins) : null,
    [names.short]: password && !spun ? password.hash : null,
  };
}
