import type { Step } from "../excel/steps";

/** What a kind of change knows: how to put one back. */
export interface ChangeKind<One, Asked = unknown> {
  /** Asks for what must be known before the change can be put back, in the sync that follows. */
  look(context: Excel.RequestContext, change: One): Asked;
  /** The steps that put it back: none where it was never made, or somebody else has changed the same since. */
  putBack(change: One, asked: Asked): Step[];
  /** The sheet that the user sees changed, if any. */
  sheet?(change: One): string;
}
