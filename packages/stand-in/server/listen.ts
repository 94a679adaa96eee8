import type { Server } from "node:http";
import { UsageError } from "../usageError";

const FIRST_PORT = 3000;
const PORTS_TRIED = 21;
/** "localhost" is both, and a browser may try either first: who else listened on the other would be sent the key. */
const LOOPBACK = ["127.0.0.1", "::1"];

/** The port that servers listen on, one for each of this computer's own addresses. */
interface Listening {
  port: number;
  close(): Promise<void>;
}

/**
 * Listens on the port asked for; where none was, on 3000 or the next one that is free on all of this computer's own
 * addresses. @throws UsageError
 */
export async function listen(newServer: () => Server, wanted: number | null): Promise<Listening> {
  const ports = portsToTry(wanted);
  for (const [index, asked] of ports.entries()) {
    const servers: Server[] = [];
    try {
      let port = asked;
      for (const address of LOOPBACK) {
        const server = newServer();
        const bound = await listenOn(server, address, port);
        if (bound === null) continue;
        servers.push(server);
        port = bound;
      }
      return { port, close: () => closeAll(servers) };
    } catch (error) {
      await closeAll(servers);
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EACCES")
        throw new UsageError(`Port ${asked} is not for everyone; choose another with --port NUMBER.`);
      if (code !== "EADDRINUSE") throw error;
      if (index === ports.length - 1)
        throw new UsageError(`Port ${asked} is taken; choose another with --port NUMBER.`);
    }
  }
  throw new Error("There is no port to try.");
}

/** 0 is any port that is free; on the other address it may be taken even so. */
function portsToTry(wanted: number | null): number[] {
  if (wanted === null) return Array.from({ length: PORTS_TRIED }, (_, index) => FIRST_PORT + index);
  return wanted === 0 ? new Array<number>(PORTS_TRIED).fill(0) : [wanted];
}

/** Answers the port; null where this computer has no such address. */
function listenOn(server: Server, address: string, port: number): Promise<number | null> {
  return new Promise((done, failed) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (address !== LOOPBACK[0] && (error.code === "EADDRNOTAVAIL" || error.code === "EAFNOSUPPORT")) done(null);
      else failed(error);
    });
    server.listen({ port, host: address, ipv6Only: true }, () => {
      server.removeAllListeners("error");
      const bound = server.address();
      done(bound !== null && typeof bound === "object" ? bound.port : port);
    });
  });
}

async function closeAll(servers: Server[]): Promise<void> {
  await Promise.all(
    servers.map(
      (server) =>
        new Promise<void>((done) => {
          server.close(() => done());
          server.closeAllConnections();
        }),
    ),
  );
}
