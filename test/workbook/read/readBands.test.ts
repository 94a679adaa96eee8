import fc from "fast-check";
import { readInBands, type BandRequest } from "../../../src/workbook/read/readBands";

/** Cells that say where they are, from an Excel that refuses, or leaves out, what has more cells than so many. */
class CountingExcel {
  syncs = 0;
  private asked: { cells: number; range: { values: unknown } }[] = [];

  constructor(
    private readonly most: number,
    private readonly refuses: boolean,
  ) {}

  get context(): Excel.RequestContext {
    const getRangeByIndexes = (row: number, column: number, rowCount: number, columnCount: number) => {
      const cells = Array.from({ length: rowCount }, (_, r) =>
        Array.from({ length: columnCount }, (_each, c) => `${row + r},${column + c}`),
      );
      const range = { values: cells as unknown, load: () => this.asked.push({ cells: rowCount * columnCount, range }) };
      return range;
    };
    const sync = (): Promise<void> => {
      this.syncs++;
      const asked = this.asked;
      this.asked = [];
      if (asked.reduce((sum, { cells }) => sum + cells, 0) <= this.most) return Promise.resolve();
      if (this.refuses) return Promise.reject(Object.assign(new Error(), { code: "ResponsePayloadSizeLimitExceeded" }));
      for (const { range } of asked) range.values = null;
      return Promise.resolve();
    };
    return { workbook: { worksheets: { getItem: () => ({ getRangeByIndexes }) } }, sync } as never;
  }
}

const area = fc.record({
  row: fc.nat(9),
  column: fc.nat(9),
  rowCount: fc.integer({ min: 1, max: 40 }),
  columnCount: fc.integer({ min: 1, max: 12 }),
});

test("areas come whole and in order, however little Excel hands over at once", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(area, { maxLength: 6 }),
      fc.integer({ min: 1, max: 600 }),
      fc.boolean(),
      async (areas, most, refuses) => {
        const excel = new CountingExcel(most, refuses);
        const requests = areas.map((each): BandRequest => ({ sheet: "S", area: each, members: ["values"] }));
        const answers = await readInBands(excel.context, requests);
        expect(answers.map(({ values }) => values)).toEqual(
          areas.map(({ row, column, rowCount, columnCount }) =>
            Array.from({ length: rowCount }, (_, r) =>
              Array.from({ length: columnCount }, (_each, c) => `${row + r},${column + c}`),
            ),
          ),
        );
      },
    ),
  );
});

test("what fits one answer takes one sync, nothing takes none", async () => {
  const excel = new CountingExcel(Infinity, true);
  await readInBands(excel.context, []);
  expect(excel.syncs).toBe(0);
  const one = { row: 0, column: 0, rowCount: 500, columnCount: 20 };
  await readInBands(
    excel.context,
    Array.from({ length: 20 }, () => ({ sheet: "S", area: one, members: ["values"] })),
  );
  expect(excel.syncs).toBe(1);
});

test("a cell that Excel cannot hand over is said, in a sentence", async () => {
  const request: BandRequest = {
    sheet: "S",
    area: { row: 0, column: 0, rowCount: 3, columnCount: 3 },
    members: ["values"],
  };
  await expect(readInBands(new CountingExcel(0, true).context, [request])).rejects.toThrow("A cell holds more");
});

test("cancelling stops between two syncs", async () => {
  const cancelled = AbortSignal.abort();
  const request: BandRequest = {
    sheet: "S",
    area: { row: 0, column: 0, rowCount: 3, columnCount: 3 },
    members: ["values"],
  };
  await expect(readInBands(new CountingExcel(9, true).context, [request], cancelled)).rejects.toMatchObject({
    kind: "cancelled",
  });
});
