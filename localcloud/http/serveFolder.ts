import { readFile } from 'node:fs/promises';
import { extname, join, normalize, resolve, sep } from 'node:path';
import type { Context } from 'hono';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.mp3': 'audio/mpeg',
  '.webmanifest': 'application/manifest+json',
};

// A name with a content hash never changes its content.
const HASHED = /[.-][0-9a-f]{8,}\.\w+$/;

/**
 * Serves the files of a folder under a path. A page of a single-page app that is no file gets `fallback`;
 * a missing file with an extension stays missing.
 */
export function serveFolder(folder: string, under: string, options: { fallback?: string } = {}) {
  const root = resolve(folder);
  return async (c: Context): Promise<Response> => {
    const path = decodePath(c.req.path.slice(under.length));
    const file = path === undefined ? undefined : join(root, normalize(path === '' ? 'index.html' : path));
    if (!file || !file.startsWith(root + sep)) return c.notFound();
    const content = await readFileIfThere(file);
    if (content) return answer(file, content);
    if (!options.fallback || extname(file)) return c.notFound();
    const fallback = join(root, options.fallback);
    const page = await readFileIfThere(fallback);
    return page ? answer(fallback, page) : c.notFound();
  };
}

function answer(file: string, content: Buffer): Response {
  return new Response(new Uint8Array(content), {
    headers: {
      'content-type': TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream',
      'cache-control': HASHED.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
      'x-content-type-options': 'nosniff',
    },
  });
}

function decodePath(path: string): string | undefined {
  try {
    const decoded = decodeURIComponent(path);
    return decoded.includes('\0') ? undefined : decoded;
  } catch {
    return undefined;
  }
}

async function readFileIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch {
    return undefined;
  }
}
