import { notDone, refusedWith, type Probe } from "../probe";

/** A namespace of the self-test's own: the user's scenarios are never looked at. */
const namespace = "https://savings-attribution/self-test";
const xmlWith = (text: string): string => `<probe xmlns="${namespace}">${text}</probe>`;

/** What is kept in the workbook beside its cells: scenarios as custom XML, what was written as settings. */
export const storingProbes: Probe[] = [
  {
    no: "12",
    question: "Custom XML is added, replaced and deleted, as a stored scenario is",
    believed: ["first, second, none"],
    find: () =>
      told(async () => {
        const seen: string[] = [];
        await remove();
        await add("first");
        seen.push(await stored());
        await Excel.run(async (context) => {
          const part = context.workbook.customXmlParts.getByNamespace(namespace).getOnlyItem();
          part.setXml(xmlWith("second"));
          await context.sync();
        });
        seen.push(await stored());
        await remove();
        seen.push(await stored());
        return seen.join(", ");
      }),
  },
  {
    no: "13",
    question: "Undo after custom XML was added",
    believed: ["the custom XML is still there"],
    find: ({ byHand, sheet }) =>
      told(async () => {
        await remove();
        await sheet.shows("G1", [[1]]);
        await add("kept");
        try {
          if (!(await byHand("Click into the sheet Self-test, press undo once (Ctrl+Z), and come back here.")))
            return notDone;
          return (await stored()) === "kept" ? "the custom XML is still there" : "the custom XML is gone";
        } finally {
          await remove();
        }
      }),
  },
  {
    no: "14",
    question: "A setting of 400,000 characters",
    believed: ["400000 characters come back"],
    find: () =>
      told(async () => {
        const key = "SelfTest";
        await Excel.run(async (context) => {
          context.workbook.settings.add(key, "x".repeat(400_000));
          await context.sync();
        });
        return Excel.run(async (context) => {
          const setting = context.workbook.settings.getItem(key);
          setting.load("value");
          await context.sync();
          const { length } = String(setting.value);
          setting.delete();
          await context.sync();
          return `${length} characters come back`;
        });
      }),
  },
];

async function add(text: string): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.customXmlParts.add(xmlWith(text));
    await context.sync();
  });
}

/** What the parts of this namespace hold: "first", "none". */
async function stored(): Promise<string> {
  return Excel.run(async (context) => {
    const parts = context.workbook.customXmlParts.getByNamespace(namespace);
    parts.load("items/id");
    await context.sync();
    const texts = parts.items.map((part) => part.getXml());
    await context.sync();
    return texts.map(({ value }) => />([^<]*)</.exec(value)?.[1] ?? value).join(" and ") || "none";
  });
}

async function remove(): Promise<void> {
  await Excel.run(async (context) => {
    const parts = context.workbook.customXmlParts.getByNamespace(namespace);
    parts.load("items/id");
    await context.sync();
    for (const part of parts.items) part.delete();
    await context.sync();
  });
}

async function told(find: () => Promise<string>): Promise<string> {
  try {
    return await find();
  } catch (error) {
    return refusedWith(error);
  }
}
