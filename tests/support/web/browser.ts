import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import packaged from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

interface BrowserBinary {
  path: string;
  /** Where it comes from, in words. */
  origin: string;
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
    return { path: told, origin: 'CHROME_PATH' };
  }
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const inPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name + suffix)));
  const installed = [...inPath, ...USUAL_PLACES].find((path) => existsSync(path));
  if (installed) return { path: installed, origin: 'installed' };
  return { path: await packaged.executablePath(), origin: '@sparticuz/chromium' };
}

/** Starts a browser without a window, and says which. */
export async function launchBrowser(): Promise<Browser> {
  const { path, origin } = await findBrowser();
  const launch = (chromiumSandbox: boolean) =>
    chromium.launch({ executablePath: path, args: QUIET, chromiumSandbox });
  // Neither root nor some containers have the user namespaces that the sandbox is made of.
  const isRoot = process.getuid?.() === 0;
  const browser = await (isRoot ? launch(false) : launch(true).catch(() => launch(false)));
  process.stdout.write(`Browser: ${origin}, ${path} (${browser.version()})\n`);
  if (!(await hasChineseFont(browser))) {
    process.stdout.write('No Chinese font is installed: the pictures will show boxes for words.\n');
  }
  return browser;
}

/** Without one, every Chinese character is drawn as the same box. */
async function hasChineseFont(browser: Browser): Promise<boolean> {
  const page = await browser.newPage();
  const differs = await page.evaluate(() => {
    const [one, other] = [...'益存'].map((character) => {
      const canvas = document.createElement('canvas');
      const context = canvas.getContext('2d')!;
      context.font = '40px sans-serif';
      context.fillText(character, 0, 60);
      return canvas.toDataURL();
    });
    return one !== other;
  });
  await page.close();
  return differs;
}
