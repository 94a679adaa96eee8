/** The sheet that the self-test makes for itself and takes away again. Addresses are A1. */
export class OwnSheet {
  private constructor(readonly name: string) {}

  static async make(): Promise<OwnSheet> {
    return Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add(ownName);
      sheet.load("name");
      await context.sync();
      return new OwnSheet(sheet.name);
    });
  }

  in(context: Excel.RequestContext): Excel.Worksheet {
    return context.workbook.worksheets.getItem(this.name);
  }

  /** Puts formulas or values into cells, and answers what the cells show once none of them waits for a function. */
  async shows(address: string, formulas: unknown[][]): Promise<unknown[][]> {
    await Excel.run(async (context) => {
      this.in(context).getRange(address).formulas = formulas;
      await context.sync();
    });
    for (let tries = 0; ; tries++) {
      const values = await this.values(address);
      if (tries >= MOST_TRIES || !values.flat().some((value) => value === "#BUSY!")) return values;
      await new Promise((later) => setTimeout(later, BETWEEN));
    }
  }

  async values(address: string): Promise<unknown[][]> {
    return Excel.run(async (context) => {
      const range = this.in(context).getRange(address);
      range.load("values");
      await context.sync();
      return range.values;
    });
  }
}

export const ownName = "Self-test";
/** Milliseconds; in all a function has fifteen seconds. */
const BETWEEN = 100;
const MOST_TRIES = 150;
