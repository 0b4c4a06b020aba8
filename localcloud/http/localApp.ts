import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Invocation } from '../invocations/functionRuntime';
import { InvocationError } from '../invocations/invocationError';
import type { OutboxMessage } from '../openapi/outbox';
import type { DemoLogin } from './demoLogin';
import { serveFolder } from './serveFolder';

export interface LocalAppParts {
  login: DemoLogin;
  invoke: (functionName: string, event: unknown, openid: string | undefined) => Promise<Invocation>;
  outbox: () => readonly OutboxMessage[];
  lobbyDir: string;
  webDir: string | undefined;
}

const MAX_EVENT_BYTES = 6 * 1024 * 1024;

/** What a browser may ask for: functions, the demo's login, the lobby page and the H5 build. */
export function localApp({ login, invoke, outbox, lobbyDir, webDir }: LocalAppParts): Hono {
  const app = new Hono();
  app.use(refuseForeignPosts);
  const tooLarge = bodyLimit({ maxSize: MAX_EVENT_BYTES, onError: (c) => refuse(c, 413, 'EVENT_TOO_LARGE') });

  app.post('/functions/:name', tooLarge, async (c) => {
    const authorization = c.req.header('authorization');
    const openid = login.openidOf(authorization);
    // A token that has run out must not quietly turn its bearer into a stranger.
    if (authorization && !openid) return refuse(c, 401, 'TOKEN_INVALID');
    const event: unknown = await c.req.json().catch(() => undefined);
    if (event === null || typeof event !== 'object') return refuse(c, 400, 'EVENT_INVALID');
    try {
      const invocation = await invoke(c.req.param('name'), event, openid);
      c.header('x-database-requests', String(invocation.databaseRequests));
      c.header('x-documents-examined', String(invocation.documentsExamined));
      return c.json((invocation.result ?? null) as object);
    } catch (error) {
      if (!(error instanceof InvocationError)) throw error;
      return refuse(c, error.code === 'FUNCTION_NOT_FOUND' ? 404 : 502, error.code);
    }
  });

  app.get('/dev/people', (c) => c.json(login.list()));
  app.post('/dev/login', tooLarge, async (c) => {
    const body = (await c.req.json().catch(() => ({}))) as { openid?: unknown } | null;
    const token = login.logIn(body?.openid);
    return token ? c.json({ token }) : refuse(c, 403, 'NOT_A_DEMO_PERSON');
  });
  app.get('/dev/outbox', (c) => c.json(outbox()));

  if (webDir) {
    app.get('/app', (c) => c.redirect('/app/'));
    app.get('/app/*', serveFolder(webDir, '/app/', { fallback: 'index.html' }));
  }
  app.get('/*', serveFolder(lobbyDir, '/'));
  return app;
}

function refuse(c: Context, status: 400 | 401 | 403 | 404 | 413 | 502, code: string): Response {
  return c.json({ ok: false, error: { code } }, status);
}

/** Another site's page in the same browser could otherwise log in and act here. */
const refuseForeignPosts: MiddlewareHandler = async (c, next) => {
  const origin = c.req.header('origin');
  const foreign = origin !== undefined && origin !== `http://${c.req.header('host')}`;
  if (foreign && c.req.method !== 'GET' && c.req.method !== 'HEAD') return refuse(c, 403, 'FOREIGN_ORIGIN');
  return next();
};
