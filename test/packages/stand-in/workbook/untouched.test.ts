import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openStandIn } from "@workbooks/stand-in/openStandIn";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import { ours } from "../../xlsx/support/edited";

const folders = ["../../xlsx/fixtures", "../../../../assets/samples"].map((folder) => join(__dirname, folder));
const files = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".xlsx"))
    .map((name) => join(folder, name)),
);

test.each(files)("a workbook that is only opened is saved as it was: %s", async (file) => {
  const content = await readWorkbook(readFileSync(file), ours);
  const standIn = await openStandIn(content, { namespace: "SAVINGS", functions: [] });
  expect(standIn.content()).toEqual(content);
  standIn.close();
});
