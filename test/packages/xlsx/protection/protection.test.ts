import { isPassword, keepPassword } from "@workbooks/xlsx/protection/password";
import type { WorkbookContent } from "@workbooks/xlsx/content";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import { edited, SHEET1 } from "../support/edited";
import { HAND_MADE, handMadeWorkbook } from "../support/handMade";

const WORKBOOK = "xl/workbook.xml";
const protectedAs = (workbookProtection: string) =>
  handMadeWorkbook({
    [WORKBOOK]: HAND_MADE[WORKBOOK]!.replace("<bookViews>", `<workbookProtection ${workbookProtection}/><bookViews>`),
  });
const sheetProtectedAs = (attributes: string) =>
  handMadeWorkbook({
    [SHEET1]: HAND_MADE[SHEET1]!.replace(/<sheetProtection [^>]*>/, `<sheetProtection ${attributes}/>`),
  });

describe("the workbook's structure", () => {
  test.each([
    [`lockStructure="1"`, { password: null }],
    [`workbookPassword="CBEB" lockStructure="true" lockWindows="1"`, { password: { hash: "CBEB" } }],
    [
      `workbookAlgorithmName="SHA-512" workbookHashValue="aA==" workbookSaltValue="bB==" workbookSpinCount="9" lockStructure="1"`,
      { password: { algorithm: "SHA-512", hash: "aA==", salt: "bB==", spins: 9 } },
    ],
    [`lockWindows="1"`, undefined],
    [`lockStructure="0"`, undefined],
  ])("%s", async (attributes, expected) => {
    expect((await readWorkbook(await protectedAs(attributes))).structureProtection).toEqual(expected);
  });

  const unprotect = (content: WorkbookContent) => void delete content.structureProtection;

  test("is protected and unprotected in the workbook part alone", async () => {
    const { parts, changed, read } = await edited(
      (content) => (content.structureProtection = { password: { hash: "CBEB" } }),
    );
    expect(changed).toEqual([WORKBOOK]);
    expect(parts[WORKBOOK]).toContain(`<workbookProtection workbookPassword="CBEB" lockStructure="1"/><bookViews>`);
    expect(read.structureProtection).toEqual({ password: { hash: "CBEB" } });
    const after = await edited(
      unprotect,
      await protectedAs(`workbookPassword="CBEB" lockStructure="1" lockWindows="1"`),
    );
    expect(after.parts[WORKBOOK]).toBe(HAND_MADE[WORKBOOK]);
  });

  test("leaves a lock of revisions, which is another matter", async () => {
    const { parts } = await edited(
      unprotect,
      await protectedAs(`lockStructure="1" lockRevision="1" revisionsPassword="CC1A"`),
    );
    expect(parts[WORKBOOK]).toContain(`<workbookProtection lockRevision="1" revisionsPassword="CC1A"/>`);
  });
});

describe("a sheet", () => {
  test("says what is allowed all the same, and which cells can be selected", async () => {
    const [sheet] = (
      await readWorkbook(
        await sheetProtectedAs(
          `password="83AF" sheet="1" scenarios="1" sort="0" formatCells="0" selectLockedCells="1"`,
        ),
      )
    ).sheets;
    expect(sheet!.protection).toEqual({
      allowed: ["allowEditObjects", "allowFormatCells", "allowSort"],
      selectionMode: "Unlocked",
      password: { hash: "83AF" },
    });
  });

  test("is not protected where only the options stand there, which stay", async () => {
    const original = await sheetProtectedAs(`objects="1" scenarios="1"`);
    const { read, sheet1 } = await edited((content) => content.sheets[0]!.cells.delete(99), original);
    expect(read.sheets[0]!.protection).toBeNull();
    expect(sheet1).toContain(`<sheetProtection objects="1" scenarios="1"/>`);
  });

  test("takes a change of options in place, with what is not known here", async () => {
    const { sheet1 } = await edited(
      ({ sheets: [sheet] }) => (sheet!.protection!.allowed = ["allowEditScenarios", "allowSort"]),
      await sheetProtectedAs(`sheet="1" objects="0" autoFilter="0" later="yes"`),
    );
    expect(sheet1).toMatch(/<sheetProtection(?=[^>]* sort="0")(?=[^>]* objects="1")(?=[^>]* later="yes")[^>]*>/);
    expect(sheet1).not.toMatch(/<sheetProtection[^>]* autoFilter=/);
  });
});

describe("passwords", () => {
  // As openpyxl 3.0.9 writes them.
  test.each([
    ["password", "83AF"],
    ["test", "CBEB"],
    ["a", "CE88"],
    ["", "0"],
  ])("kept in four digits, as before 2013: %j", (password, hash) => {
    expect(isPassword(password, { hash })).toBe(true);
    expect(isPassword("no", { hash })).toBe(false);
  });

  test("are kept as Excel does, and known again", () => {
    const kept = keepPassword("Gap £m", new Uint8Array(16).fill(7));
    expect(kept).toMatchObject({ algorithm: "SHA-512", salt: "BwcHBwcHBwcHBwcHBwcHBw==", spins: 100_000 });
    // As Python's hashlib has it.
    expect(kept).toHaveProperty(
      "hash",
      "MLnZGE7BzZuTg3ihsfX9qcjj5rsZ/MoEzq3F7m2Yof/tBalVGd61Ksx99An9EjfJp02IBhJl6ZP73nGiQBAtKw==",
    );
    expect(isPassword("Gap £m", kept)).toBe(true);
    expect(isPassword("Gap", kept)).toBe(false);
  });

  // As Python's hashlib has them, 1,000 spins over the salt "gap" and "Gap £m".
  test.each([
    ["MD5", "wVRXaiJsWWNXdfkFp/o+Lw=="],
    ["RIPEMD-160", "QXlCjqf4YZeoJEv3pXC8qHmZC0E="],
    ["SHA-1", "x2q4Fzf3Xi7UDSEAIvONntA8aqw="],
    ["SHA-256", "S0oLlgnp9ZYL2XN/3dwJcdov9BkAmmEvbxWVCsLeRX8="],
    ["SHA-384", "beWcq70sKHKARaoy0Dp1Rc4xP3zLt0eSMYsBcg/Og0ttpqstWuVzmHW5s60SPvUA"],
    ["SHA-512", "JQck811zg+gWfDKEJDmjtpI1td2zsl44EPHM4SKT2vv+nK4RazbbPM6tH6LDaQGkN82UIn04dT4Ra42JcIFnjw=="],
  ])("are known again as other makers keep them: %s", (algorithm, hash) => {
    const kept = { algorithm, hash, salt: "Z2Fw", spins: 1000 };
    expect(isPassword("Gap £m", kept)).toBe(true);
    expect(isPassword("Gap", kept)).toBe(false);
  });

  test("kept in a way that is not known open nothing", () => {
    const kept = { algorithm: "WHIRLPOOL", hash: "aA==", salt: "bB==", spins: 1 };
    expect(isPassword("x", kept)).toBe(false);
    expect(isPassword("x", { ...kept, algorithm: "SHA-512", spins: 1e9 })).toBe(false);
    expect(isPassword("x", { ...kept, algorithm: "SHA-512", salt: "no base64" })).toBe(false);
  });
});
