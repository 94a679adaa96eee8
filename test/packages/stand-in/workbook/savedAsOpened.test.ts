import { openStandIn } from "@workbooks/stand-in/openStandIn";
import { patchWorkbook } from "@workbooks/xlsx/patchWorkbook";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import { ours } from "../../xlsx/support/edited";
import { changedParts } from "../../xlsx/support/packageParts";
import { WORKBOOKS } from "../../xlsx/support/workbooks";

test.each(WORKBOOKS)("opened in the stand-in and saved, every part is as it was: $name", async ({ make }) => {
  const original = await make();
  const content = await readWorkbook(original, ours);
  const standIn = await openStandIn(content, { namespace: "SAVINGS", functions: [] });
  try {
    expect(standIn.content()).toEqual(content);
    expect(await changedParts(original, await patchWorkbook(original, standIn.content(), ours))).toEqual([]);
  } finally {
    standIn.close();
  }
});
