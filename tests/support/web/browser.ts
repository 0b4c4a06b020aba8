import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

interface BrowserBinary {
  path: string;
  /** Where it comes from, in words. */
  origin: string;
  args: string[];
}

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];

/** Where installers put them without telling PATH. */
const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
    const folder = process.env[variable];
    if (!folder) return [];
    return [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ];
  }),
];

const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-sync',
  '--no-default-browser-check',
  '--no-first-run',
];

/** An installed Chromium or Chrome; else the one that comes with the development packages. */
async function findBrowser(): Promise<BrowserBinary> {
  const told = process.env.CHROME_PATH;
  if (told) {
    if (!existsSync(told)) throw new Error(`CHROME_PATH names no file: ${told}`);
    return { path: told, origin: 'CHROME_PATH', args: [] };
  }
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const inPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name + suffix)));
  const installed = [...inPath, ...USUAL_PLACES].find((path) => existsSync(path));
  if (installed) return { path: installed, origin: 'installed', args: [] };
  const { default: packaged } = await import('@sparticuz/chromium');
  return {
    path: await packaged.executablePath(),
    origin: '@sparticuz/chromium',
    args: packaged.args,
  };
}

/** Starts a browser without a window, and says which. */
export async function launchBrowser(): Promise<Browser> {
  const { path, origin, args } = await findBrowser();
  // Root in a container has no user namespace for the sandbox.
  const isRoot = process.getuid?.() === 0;
  const browser = await chromium.launch({
    executablePath: path,
    args: [...QUIET, ...args, ...(isRoot ? ['--no-sandbox'] : [])],
  });
  process.stdout.write(`Browser: ${origin}, ${path} (${browser.version()})\n`);
  if (!hasChineseFont()) {
    process.stdout.write('No Chinese font is installed: the pictures will show boxes for words.\n');
  }
  return browser;
}

/** Only Linux comes without one. */
function hasChineseFont(): boolean {
  if (process.platform !== 'linux') return true;
  try {
    return execFileSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).trim() !== '';
  } catch {
    return false;
  }
}
