import type { StandIn } from "../standIn";
import type { RichApiRequest } from "../wire/protocol";
import { documentOf } from "./documentOf";
import { WebProtocol, type WebProtocolOptions } from "./webProtocol";

/** What the protocol needs beside the stand-in: whom it talks to and how. */
type FrameOptions = Pick<WebProtocolOptions, "conversationId" | "addinName" | "post" | "onProblem" | "onHostAction"> & {
  origin: string;
};

/** Connects a frame that holds the add-in's page to a stand-in; `disconnect` when the frame goes. */
export function connectStandIn(standIn: StandIn, options: FrameOptions): { protocol: WebProtocol; disconnect(): void } {
  const { origin, ...rest } = options;
  const protocol = new WebProtocol({
    ...{ appId: "app1", locale: "en-US", requirements: standIn.requirements },
    ...documentOf(standIn, `${origin}/workbook`),
    onStart: () => standIn.addinStarted(),
    execute: async (body, flags) => JSON.stringify(await standIn.execute(JSON.parse(body) as RichApiRequest, flags)),
    ...rest,
  });
  const stopMessages = standIn.onMessage((entries) => protocol.sendRichApi(entries));
  const stopChanges = standIn.onChange(({ kind }) => {
    if (kind === "selection") protocol.raise("documentSelectionChanged", {});
  });
  const disconnect = (): void => {
    stopMessages();
    stopChanges();
  };
  return { protocol, disconnect };
}
