import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from 'playwright-core';

/** The tab bar takes bitmaps only: draws client/icons/*.png (81 × 81) from these shapes. */
const shapes = {
  passbook: 'M5 3h12a2 2 0 0 1 2 2v16H7a2 2 0 0 1-2-2zM9 7.5h6v2.2H9z',
  activity: 'M4 5h3V3h2.4v2h5.2V3H17v2h3v16H4zM7 10v2.4h10V10zM7 14.5v2.4h6.5v-2.4z',
  redemption:
    'M3 8h18v4.5H3zM4.6 14h6.3v7H4.6zM13.1 14h6.3v7h-6.3zM12 8C10 2 5 3.2 6.4 6.4 7 7.6 9.4 8 12 8c2.6 0 5-.4 5.6-1.600C19 3.2 14 2 12 8z',
  me: 'M12 3a5 5 0 1 1 0 10 5 5 0 0 1 0-10zM3 21c1-5 5-6.5 9-6.500s8 1.5 9 6.500z',
};
const colours = { quiet: '#5e6a73', chosen: '#a3231f' };

async function drawTabIcons(): Promise<void> {
  const folder = path.resolve(__dirname, '../../client/icons');
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  const page = await browser.newPage({ viewport: { width: 81, height: 81 } });
  for (const [name, shape] of Object.entries(shapes)) {
    for (const [state, colour] of Object.entries(colours)) {
      await page.setContent(
        `<style>body{margin:0}</style><svg width="81" height="81" viewBox="-1 -1 26 26"><path fill="${colour}" fill-rule="evenodd" d="${shape}"/></svg>`,
      );
      await writeFile(
        path.join(folder, `${name}-${state}.png`),
        await page.screenshot({ omitBackground: true }),
      );
    }
  }
  await browser.close();
}

void drawTabIcons();
