import type { Browser } from 'playwright-core';
import { Album } from './album';
import { launchBrowser } from './browser';
import { WebBank } from './webBank';
import { WebPhone } from './webPhone';

/** A bank and the people before its screens, each with a browser's window of their own. */
export class WebStreet {
  private constructor(
    private readonly browser: Browser,
    readonly bank: WebBank,
    private readonly album: Album,
  ) {}

  /** @param people who can sign in; nobody is known to the bank yet */
  static async open(albumName: string, people: readonly string[]): Promise<WebStreet> {
    const browser = await launchBrowser();
    return new WebStreet(browser, await WebBank.open(people), new Album(albumName));
  }

  /** The page for this person, signed in, on the first tab. */
  async phone(name: string): Promise<WebPhone> {
    const { bank, album } = this;
    return openPhone({
      browser: this.browser,
      name,
      album,
      url: bank.cloud.url,
      token: await bank.signIn(name),
    });
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.bank.stop();
  }
}

interface PhoneOrder {
  browser: Browser;
  name: string;
  album: Album;
  /** Where the bank is. */
  url: string;
  token: string;
  /** In px; 844 unless told. */
  height?: number;
}

/** A window as large as a phone, with the app in it, acting for whom the token stands. */
export async function openPhone({
  browser,
  name,
  album,
  url,
  token,
  height = 844,
}: PhoneOrder): Promise<WebPhone> {
  const context = await browser.newContext({
    viewport: { width: 390, height },
    deviceScaleFactor: 2,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  await context.addInitScript((value) => sessionStorage.setItem('bank.token', value), token);
  const phone = new WebPhone(name, `${url}/app/`, album, await context.newPage());
  await phone.goTo();
  return phone;
}
