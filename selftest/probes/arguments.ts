import type { Ground, Probe } from "../probe";

/** What a custom function receives. */
export const argumentProbes: Probe[] = [
  {
    no: "1",
    question: "A skipped argument: RECEIVED(1,,3)",
    // As a blank cell or 0 it would be taken for a value that was given, which changes results.
    believed: ["null", "undefined"],
    find: async (ground) => argument(await receivedBy(ground, "1,,3"), 1),
  },
  {
    no: "2",
    question: "An argument left out at the end: RECEIVED(1)",
    believed: ["null", "undefined"],
    find: async (ground) => argument(await receivedBy(ground, "1"), 2),
  },
  {
    no: "3",
    question: "A blank cell: RECEIVED(C1)",
    believed: ["[[null]]", "[[0]]", '[[""]]'],
    find: async (ground) => argument(await receivedBy(ground, "C1"), 0),
  },
  {
    no: "4",
    question: "A blank cell in an area of 1, blank, 3: RECEIVED(D1:D3)",
    believed: ["[[1],[null],[3]]", "[[1],[0],[3]]", '[[1],[""],[3]]'],
    find: async (ground) => {
      await ground.sheet.shows("D1:D3", [[1], [""], [3]]);
      return argument(await receivedBy(ground, "D1:D3"), 0);
    },
  },
  {
    no: "5",
    question: "An error cell in an area of 1, #DIV/0!: RECEIVED(E1:E2)",
    // Both are needed for a message that names the cell.
    believed: ['[[1],["error #DIV/0!"]], and where it stands'],
    find: async (ground) => {
      await ground.sheet.shows("E1:E2", [[1], ["=1/0"]]);
      const said = await receivedBy(ground, "E1:E2");
      return argument(said, 0) + (/E1:E2$/.test(said.replaceAll("$", "")) ? ", and where it stands" : "");
    },
  },
];

/** What the function says in a cell, or the error that stands there instead. */
async function receivedBy({ sheet, namespace }: Ground, given: string): Promise<string> {
  const [[shown] = []] = await sheet.shows("A1", [[`=${namespace}.RECEIVED(${given})`]]);
  return String(shown);
}

function argument(said: string, index: number): string {
  return said.startsWith("#") ? said : (said.split(" · ")[index] ?? "nothing");
}
