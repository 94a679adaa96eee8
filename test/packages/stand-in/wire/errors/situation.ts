/** One call that Excel refuses: the code that an add-in sees, and where the error says it happened. */
export interface Situation {
  does: string;
  code: string;
  location?: string;
  /** What has to be so before; in a batch of its own. */
  before?(context: Excel.RequestContext): void;
  call(context: Excel.RequestContext, data: Excel.Worksheet): void;
}
