import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { BankStartError } from '../bankStartError';
import type { SdkEndpoint } from './sdkEndpoint';

/** The HTTP server of the local cloud: on this machine only, for the SDK and for browsers. */
export class LocalServer {
  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  /** @throws BankStartError PORT_BUSY or PORT_FORBIDDEN */
  static async listen(
    port: number,
    endpoint: SdkEndpoint,
    app: Hono,
    log: (line: string) => void,
  ): Promise<LocalServer> {
    const browse = getRequestListener(app.fetch, { overrideGlobalObjects: false });
    const server = createServer((request, response) => {
      const work = isLocalHost(request)
        ? request.url?.startsWith('/admin/')
          ? endpoint.handle(request, response)
          : browse(request, response)
        : refuseHost(response);
      Promise.resolve(work).catch((error: unknown) => {
        // A function that was killed, or a browser that went away, leaves half a request behind.
        if (!request.complete) return;
        log(`${request.method} ${request.url?.split('?')[0]}: ${(error as Error).stack}`);
        response.destroy();
      });
    });
    // Functions keep connections open between invocations; one closed just as a request sets out would look
    // like a network fault.
    server.keepAliveTimeout = 0;
    return new LocalServer(server, await listenOn(server, port));
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }
}

/** Listens on this machine only. @throws BankStartError PORT_BUSY or PORT_FORBIDDEN */
export function listenOn(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(asStartError(port, error)));
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function asStartError(port: number, cause: NodeJS.ErrnoException): Error {
  if (cause.code === 'EADDRINUSE') {
    return new BankStartError(
      'PORT_BUSY',
      `Port ${port} is in use; stop the other program or choose another port.`,
      {
        cause,
      },
    );
  }
  if (cause.code === 'EACCES') {
    return new BankStartError('PORT_FORBIDDEN', `Port ${port} may not be opened; choose one above 1023.`, {
      cause,
    });
  }
  return cause;
}

/** Another site's name can be made to point at this machine; its requests carry that name here. */
function isLocalHost(request: IncomingMessage): boolean {
  const port = request.socket.localPort;
  const host = request.headers.host;
  return host === `127.0.0.1:${port}` || host === `localhost:${port}`;
}

function refuseHost(response: ServerResponse): void {
  response.writeHead(421, { 'content-type': 'text/plain; charset=utf-8' }).end('unknown host');
}
