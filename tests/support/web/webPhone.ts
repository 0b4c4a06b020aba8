import { writeFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import type { Album } from './album';

const PATIENCE_MS = 20_000;

/** Roles of what can be pressed. */
const PRESSABLE = ['button', 'radio', 'checkbox'] as const;

/** A page of the app, without the bars that the browser's build puts around it. */
const PAGE = '.taro_page';
const AT_REST = `${PAGE}.taro_tabbar_page, ${PAGE}.taro_page_stationed`;

/** Somebody's browser with the bank's web page in it, as large as a phone. It is used by what it shows. */
export class WebPhone {
  /** What went wrong inside: errors on the console and uncaught ones. */
  readonly complaints: string[] = [];
  /** Calls to functions since the page was opened, `passbook.home`. */
  readonly calls: string[] = [];

  /** @param address where the app is served */
  constructor(
    readonly name: string,
    private readonly address: string,
    private readonly album: Album,
    readonly page: Page,
  ) {
    page.setDefaultTimeout(PATIENCE_MS);
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
    page.on('request', (request) => {
      const [, functionName] = /\/functions\/(\w+)$/.exec(request.url()) ?? [];
      if (!functionName) return;
      const { action } = request.postDataJSON() as { action: string };
      this.calls.push(`${functionName}.${action}`);
    });
  }

  /** Opens a page by its address, as a bookmark does. */
  async goTo(route = ''): Promise<void> {
    this.calls.length = 0;
    await this.page.goto(this.address + (route && `#/${route}`));
  }

  /** Waits until all of this shows. */
  async sees(...words: (string | RegExp)[]): Promise<void> {
    for (const word of words) {
      await this.attempt(`${word} does not show`, () => shown(this.page.getByText(word)).first().waitFor());
    }
  }

  /** Presses what is called so. */
  async tap(name: string | RegExp): Promise<void> {
    await this.attempt(`${name} cannot be pressed`, () => this.press(this.page.locator(PAGE), name));
  }

  /** Presses it within the sheet that asks. */
  async tapInSheet(name: string): Promise<void> {
    const sheet = shown(this.page.getByRole('dialog')).last();
    await this.attempt(`${name} cannot be pressed in the sheet`, () => this.press(sheet, name));
  }

  /** Presses a tab of the bar at the bottom. */
  async tapTab(name: string): Promise<void> {
    const tab = this.page.locator('.weui-tabbar__item').filter({ hasText: name });
    await this.attempt(`there is no tab ${name}`, () => tab.click());
  }

  /** The arrow at the top. */
  async goBack(): Promise<void> {
    await this.attempt('it does not go back', async () => {
      await this.settle();
      const left = await shown(this.page.locator(PAGE)).getAttribute('id');
      await this.page.goBack();
      await this.page.locator(`${PAGE}[id="${left}"]`).waitFor({ state: 'detached' });
    });
  }

  /** Writes into the field of this label. */
  async type(label: string, value: string): Promise<void> {
    const box = shown(this.field(label)).first();
    await this.attempt(`there is no field ${label}`, () => box.fill(value));
  }

  /** Chooses one of a few, by what the question is called. */
  async choose(question: string, option: string): Promise<void> {
    const choices = shown(this.page.getByRole('radiogroup', { name: question, exact: true })).last();
    await this.attempt(`${option} cannot be chosen for ${question}`, () => this.press(choices, option));
  }

  /** Presses a button that asks for a photo, and hands this one over: a PNG in base64. */
  async givePhoto(button: string, data: string): Promise<void> {
    const file = { name: 'photo.png', mimeType: 'image/png', buffer: Buffer.from(data, 'base64') };
    const asked = this.page.waitForEvent('filechooser');
    await this.tap(button);
    await this.attempt(`${button} asks for no photo`, async () => (await asked).setFiles(file));
  }

  /** Types into a field and presses Enter, as a scanner does. */
  async scan(label: string, code: string): Promise<void> {
    await this.type(label, code);
    await shown(this.field(label)).first().press('Enter');
  }

  /** The text on the screen that looks like this. */
  async reads(pattern: RegExp): Promise<string> {
    const found = shown(this.page.getByText(pattern)).first();
    const text = await this.attempt(`nothing looks like ${pattern}`, () => found.innerText());
    return pattern.exec(text.replace(/\s/g, ''))?.[0] ?? text;
  }

  /** All that the screen shows. */
  text(): Promise<string> {
    return this.page.evaluate(() => document.body.innerText);
  }

  /** Keeps a picture of the screen for people to look at. @returns it, as PNG */
  async picture(name: string): Promise<Buffer> {
    await this.attempt('the page does not come to rest', () => this.settle());
    return this.page.screenshot({ path: this.album.next(name), animations: 'disabled' });
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  /** Waits until the page that slides in stands, and the one under it is gone. */
  private async settle(): Promise<void> {
    await this.page.waitForFunction(
      ([page, atRest]) => {
        const inSight = [...document.querySelectorAll(page!)].filter((each) => each.checkVisibility());
        return inSight.length === 1 && inSight[0]!.matches(atRest!);
      },
      [PAGE, AT_REST],
    );
  }

  private field(label: string): Locator {
    const named = `[aria-label="${label}"]`;
    return this.page.locator(`taro-input-core${named} input, taro-textarea-core${named} textarea`);
  }

  /** A button of that name; else a word, which a bigger thing to press may hold. */
  private async press(within: Locator, name: string | RegExp): Promise<void> {
    await this.settle();
    const [first, ...others] = PRESSABLE.map((role) => within.getByRole(role, { name, exact: true }));
    const named = shown(others.reduce((either, other) => either.or(other), first!));
    const written = shown(within.getByText(name, { exact: true }));
    await named.or(written).first().waitFor();
    await ((await named.count()) > 0 ? named : written).first().click();
  }

  /** What fails leaves a picture and says what the screen shows. */
  private async attempt<T>(complaint: string, deed: () => Promise<T>): Promise<T> {
    try {
      return await deed();
    } catch (error) {
      const file = this.album.failure(this.name);
      await this.page.screenshot({ path: `${file}.png` });
      const text = await this.text();
      await writeFile(`${file}.txt`, `${this.page.url()}\n${text}\n${this.complaints.join('\n')}`);
      throw new Error(
        `${complaint} on ${this.name}'s screen (${file}.png), ${this.page.url()}, which shows:\n${text}\n` +
          [...this.complaints, (error as Error).message].join('\n'),
      );
    }
  }
}

/** Pages below the one in sight stay in the document. */
function shown(locator: Locator): Locator {
  return locator.filter({ visible: true });
}
