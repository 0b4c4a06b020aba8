import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { collections } from '../../config/database';
import { startLocalCloud } from '../../localcloud';
import { ZHOU, ZHOU_BRANCH } from '../../localcloud/demo/cast';
import { staffOpenid } from '../../localcloud/demo/demoBranch';
import { lobbyPeople } from '../../localcloud/demo/lobbyPeople';
import { seedDemoStreet } from '../../localcloud/demo/seedDemoStreet';
import builtFirst from '../support/builtFirst';
import { FUNCTIONS_DIR, SET_UP_CODE } from '../support/testBank';
import { Album } from '../support/web/album';
import { launchBrowser } from '../support/web/browser';
import { palettePng } from '../support/web/palettePng';
import { signIn } from '../support/web/webBank';
import { openPhone } from '../support/web/webStreet';

const PICTURE = 'docs/pictures/screens.png';

/** A Sunday, ten past two in the afternoon in Shanghai: the same moment makes the same street. */
const MOMENT = Date.UTC(2026, 10, 15, 6, 10);

/** Takes the README's picture in the demo street: Zhou's passbook, her code, the teller's answer, her voucher. */
async function takePicture(): Promise<void> {
  builtFirst();
  const browser = await launchBrowser();
  let openedAt: number | null = null;
  const cloud = await startLocalCloud({
    functionsDir: FUNCTIONS_DIR,
    webDir: resolve('dist/h5'),
    collections,
    environment: {
      BANK_MASTER_SECRET: 'only for a picture, the same every time',
      BANK_SET_UP_CODE: SET_UP_CODE,
    },
    now: () => MOMENT + (openedAt === null ? 0 : Date.now() - openedAt),
    demoPeople: () => lobbyPeople(cloud.database),
  });
  try {
    console.log('Letting the demo street live its months …');
    await seedDemoStreet(cloud, { now: MOMENT, setUpCode: SET_UP_CODE });
    openedAt = Date.now();
    const screens = await walk(browser, cloud.url);
    await mkdir(dirname(PICTURE), { recursive: true });
    await writeFile(PICTURE, await compose(browser, screens));
    console.log(`Wrote ${PICTURE}`);
  } finally {
    await browser.close();
    await cloud.stop();
  }
}

async function walk(browser: Browser, url: string): Promise<Buffer[]> {
  const album = new Album('readme');
  const phoneOf = async (name: string, openid: string) =>
    openPhone({ browser, name, album, url, token: await signIn(url, openid), height: 916 });
  const zhou = await phoneOf('zhou', ZHOU.openid);
  const teller = await phoneOf('teller', staffOpenid(ZHOU_BRANCH, 'teller-1'));

  await zhou.sees('出示签到码');
  const passbook = await zhou.picture('passbook');
  await zhou.tap('出示签到码');
  const shown = await zhou.reads(/GY1\.[-.\dA-Z]+/);
  const code = await zhou.picture('code');

  await teller.goTo('features/desk/pages/home/home');
  await teller.tap('洁净家园');
  await teller.scan('请扫签到码', shown);
  await teller.sees('签到成功');
  const answer = await teller.picture('answer');

  await zhou.goBack();
  await zhou.tap(/^待核销/);
  await zhou.reads(/GY2-[-A-Z0-9]+/);
  const voucher = await zhou.picture('voucher');
  return [passbook, code, answer, voucher];
}

/** The screens side by side, as phones lie on a table. */
async function compose(browser: Browser, screens: readonly Buffer[]): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 1000, height: 572 }, deviceScaleFactor: 1.5 });
  const phones = screens.map((png) => `<img src="data:image/png;base64,${png.toString('base64')}">`);
  await page.setContent(`<style>
    body { margin: 0; padding: 24px; display: flex; align-items: start; gap: 20px; background: #cdc8be; }
    img { width: 223px; border-radius: 20px; box-shadow: 0 6px 18px rgb(0 0 0 / 0.25); }
  </style>${phones.join('')}`);
  await page.waitForFunction(() => [...document.images].every((image) => image.complete));
  const picture = await page.screenshot({ fullPage: true });
  return palettePng(page, picture);
}

takePicture().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
