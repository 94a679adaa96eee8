import type { Host } from "../standIn";
import type { RichApiRequest } from "../wire/protocol";
import { documentOf } from "./documentOf";
import { WebProtocol, type WebProtocolOptions } from "./webProtocol";

/** What the protocol needs beside the host: whom it talks to and how. */
export type FrameOptions = Pick<
  WebProtocolOptions,
  "conversationId" | "addinName" | "post" | "onProblem" | "onHostAction"
> & { origin: string };

/** Connects a frame that holds the add-in's page to a host; `disconnect` when the frame goes. */
export function connectHost(host: Host, options: FrameOptions): { protocol: WebProtocol; disconnect(): void } {
  const { origin, ...rest } = options;
  const protocol = new WebProtocol({
    ...{ appId: "app1", locale: "en-US", requirements: host.requirements },
    ...documentOf(host, `${origin}/workbook`),
    onStart: () => host.addinStarted(),
    execute: async (body, flags) => JSON.stringify(await host.execute(JSON.parse(body) as RichApiRequest, flags)),
    ...rest,
  });
  const stopMessages = host.onMessage((entries) => protocol.sendRichApi(entries));
  const stopChanges = host.onChange(({ kind }) => {
    if (kind === "selection") protocol.raise("documentSelectionChanged", {});
  });
  const disconnect = (): void => {
    stopMessages();
    stopChanges();
  };
  return { protocol, disconnect };
}
