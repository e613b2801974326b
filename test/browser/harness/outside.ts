/**
 * What stands for the world outside in tests: nothing may ever arrive here. Two listeners on the loopback take the place of
 * the network, so that no test depends on one, and whatever leaves a page is seen even where the browser's own list of
 * requests has a gap (prefetching, reports, downloads).
 */
import { createServer, type Server, type Socket } from 'node:net';

export interface Outside {
  /** Port of a plain HTTP proxy that the browser must use for every name; it refuses all. */
  readonly proxyPort: number;
  /** Port of another server on the loopback, which no proxy sees: what a page asks of it got past every rule. */
  readonly otherPort: number;
  /** The first lines of all that arrived since the last call, such as `GET http://tracker.example/ HTTP/1.1`. */
  arrived(): string[];
  close(): Promise<void>;
}

/** Longest first line that is kept. */
const LONGEST = 300;

async function listening(take: (socket: Socket) => void): Promise<{ server: Server; port: number }> {
  const server = createServer(take);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { server, port: address.port };
}

/** Opens both listeners. */
export async function openOutside(): Promise<Outside> {
  const lines: string[] = [];
  const sockets = new Set<Socket>();
  const taking =
    (answer: string) =>
    (socket: Socket): void => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      socket.on('error', () => socket.destroy());
      socket.once('data', (data) => {
        lines.push(data.toString('latin1').split('\r\n')[0]!.slice(0, LONGEST));
        socket.end(answer);
      });
    };
  const proxy = await listening(taking('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n'));
  // Lets everybody read its answer, so that nothing but the page's own rules can be what kept a request back.
  const other = await listening(
    taking(
      'HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\nContent-Type: text/plain\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok',
    ),
  );
  return {
    proxyPort: proxy.port,
    otherPort: other.port,
    arrived: () => lines.splice(0),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      for (const { server } of [proxy, other]) await new Promise((resolve) => server.close(resolve));
    },
  };
}
