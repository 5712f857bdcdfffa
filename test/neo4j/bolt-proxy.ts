import { connect, createServer } from "node:net";
import type { AddressInfo, Server, Socket } from "node:net";

/** A way to a database that can be broken and mended: what a client of a database that goes away sees. */
export interface BoltProxy {
  /** Address to connect to in place of the database's own. */
  readonly uri: string;
  /** Connections are cut and new ones refused, as by a process that was killed. */
  readonly refuse: () => Promise<void>;
  /** Connections stay and new ones are taken, but nothing comes back, as from a process that was halted. */
  readonly hang: () => void;
  /** All is well again. */
  readonly mend: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A proxy on a free port of this machine, in front of the Bolt port of a server. */
export async function startBoltProxy(uri: string): Promise<BoltProxy> {
  const target = new URL(uri);
  const sockets = new Set<Socket>();
  let hanging = false;
  let server = newServer();
  await listening(server, 0);
  const { port } = server.address() as AddressInfo;

  function newServer(): Server {
    return createServer((client) => {
      sockets.add(client);
      client.on("error", () => client.destroy());
      client.on("close", () => sockets.delete(client));
      if (!hanging) forward(client);
    });
  }

  function forward(client: Socket): void {
    const upstream = connect(Number(target.port || 7687), target.hostname);
    upstream.on("error", () => client.destroy());
    upstream.on("data", (part) => {
      if (!hanging) client.write(part);
    });
    client.on("data", (part) => {
      if (!hanging) upstream.write(part);
    });
    client.on("close", () => upstream.destroy());
    upstream.on("close", () => client.destroy());
  }

  async function refuse(): Promise<void> {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  }

  async function mend(): Promise<void> {
    hanging = false;
    // What a halted database swallowed does not come back: its connections are dead.
    for (const socket of sockets) socket.destroy();
    if (server.listening) return;
    server = newServer();
    await listening(server, port);
  }

  return {
    uri: `bolt://127.0.0.1:${port}`,
    refuse,
    hang: () => {
      hanging = true;
    },
    mend,
    close: async () => {
      if (server.listening) await refuse();
    },
  };
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
}
