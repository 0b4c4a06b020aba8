import { resolve } from 'node:path';
import type { TestBank } from '../testBank';
import { BuiltApp, type DrawnPage } from './builtApp';
import { PageElement } from './pageElement';
import { phoneWx } from './phoneWx';

const APP_FOLDER = resolve('dist/weapp');
const PATIENCE_MS = 8000;
const LOOKS_EVERY_MS = 20;
/** WeChat opens no eleventh page over another. */
const MOST_PAGES = 10;

interface OpenPage {
  route: string;
  drawn: DrawnPage;
}

/** Somebody's phone with the built mini program on it. It is used by what its screen shows. */
export class WeappPhone {
  /** Without a network nothing reaches the bank. */
  isOffline = false;
  private readonly app: BuiltApp;
  private readonly stack: OpenPage[] = [];
  private readonly tabs = new Map<string, OpenPage>();
  private readonly inFrontOfCamera: string[] = [];
  private album: string | null = null;

  private constructor(
    private readonly bank: TestBank,
    private readonly openid: string,
  ) {
    const wx = phoneWx({
      navigateTo: (url) => this.open(url),
      redirectTo: (url) => {
        this.close();
        this.push(url);
      },
      switchTab: (url) => this.showTab(url),
      navigateBack: (delta) => this.goBack(delta),
      callFunction: (name, event) => this.callFunction(name, event),
      scan: () => this.inFrontOfCamera.shift() ?? null,
      photo: () => this.album,
    });
    this.app = new BuiltApp(APP_FOLDER, wx, () => this.stack.map(({ drawn }) => drawn.instance));
  }

  /** The app as it opens from WeChat's list, on its first tab. */
  static open(bank: TestBank, openid: string): WeappPhone {
    const phone = new WeappPhone(bank, openid);
    phone.app.launch();
    phone.showTab(phone.app.manifest.pages[0]!);
    return phone;
  }

  get route(): string {
    return this.top.route;
  }

  /** Every page of the app. */
  get routes(): readonly string[] {
    return this.app.routes;
  }

  /** All that the screen shows. */
  get text(): string {
    return this.screen.lines.join('\n');
  }

  /** Waits until the screen shows all of this. */
  async sees(...words: string[]): Promise<void> {
    await this.until(
      () => words.every((word) => this.has(word)),
      () => `${words.filter((word) => !this.has(word)).join('、')} does not show`,
    );
  }

  /** Waits until the page has loaded, whatever it then says. */
  async loads(): Promise<void> {
    await this.until(
      () => this.text !== '' && !this.has('正在加载'),
      () => 'it still loads',
    );
  }

  /** Presses what is called so, once it is there and can be pressed. */
  async tap(name: string | RegExp): Promise<void> {
    await this.press(name, () => [this.screen]);
  }

  /** Presses it within the sheet that asks. */
  async tapInSheet(name: string): Promise<void> {
    await this.press(name, () => this.screen.all.filter((each) => each.attribute('ariaRole') === 'dialog'));
  }

  /** Chooses one of a few, by what the question is called. */
  async choose(question: string, option: string): Promise<void> {
    await this.press(option, () =>
      this.screen.all.filter(
        (each) => each.attribute('ariaRole') === 'radiogroup' && each.label === question,
      ),
    );
  }

  /** Writes into the field of this label. */
  async type(label: string, value: string): Promise<void> {
    const isField = ({ tag }: PageElement) => ['input', 'textarea'].includes(tag);
    const field = await this.only(label, () =>
      this.screen.all.filter((each) => isField(each) && each.label === label),
    );
    field.fire('input', { value, cursor: value.length });
    field.fire('blur', { value });
    await nextTurn();
  }

  /** Presses a tab of the bar at the bottom. */
  tapTab(name: string): void {
    const tab = this.app.manifest.tabBar.list.find(({ text }) => text === name);
    if (!tab) throw new Error(`there is no tab ${name}`);
    this.showTab(tab.pagePath);
  }

  /** Opens a page as a link or a printed code does. */
  open(url: string): void {
    if (this.stack.length >= MOST_PAGES) throw new Error(`navigateTo:fail more than ${MOST_PAGES} pages`);
    this.hideTop();
    this.push(url);
  }

  /** The arrow at the top. */
  goBack(delta = 1): void {
    for (let i = 0; i < delta && this.stack.length > 1; i++) this.close();
    this.top.drawn.instance.onShow?.();
  }

  /** What the camera reads when the app next opens it. */
  holdToCamera(code: string): void {
    this.inFrontOfCamera.push(code);
  }

  /** The photo that is chosen when the app next asks for one, in base64. */
  keepPhoto(data: string): void {
    this.album = data;
  }

  /** The text on the screen that looks like this, once it is there. */
  async reads(pattern: RegExp): Promise<string> {
    await this.until(
      () => pattern.test(this.screen.text),
      () => `nothing looks like ${pattern}`,
    );
    return pattern.exec(this.screen.text)![0];
  }

  private get top(): OpenPage {
    return this.stack.at(-1)!;
  }

  private get screen(): PageElement {
    return new PageElement(this.top.drawn._exparserNode.shadowRoot, null);
  }

  private has(word: string): boolean {
    const { screen } = this;
    return screen.text.includes(word) || screen.all.some(({ label }) => label === word);
  }

  private async press(name: string | RegExp, within: () => PageElement[]): Promise<void> {
    const isCalledSo = ({ label }: PageElement) =>
      typeof name === 'string' ? label === name : name.test(label);
    const element = await this.only(name, () =>
      deepest(
        within().flatMap(({ all }) => all.filter((each) => each.tag && isCalledSo(each) && !each.isDisabled)),
      ),
    );
    element.fire('tap');
    await nextTurn();
  }

  private async only(name: string | RegExp, look: () => PageElement[]): Promise<PageElement> {
    let found: PageElement[] = [];
    await this.until(
      () => (found = look()).length === 1,
      () => `${name}: ${found.length} of them can be used, not one`,
    );
    return found[0]!;
  }

  private async until(isSo: () => boolean, complaint: () => string): Promise<void> {
    const until = Date.now() + PATIENCE_MS;
    while (!isSo()) {
      if (Date.now() > until) throw new Error(`${complaint()} on ${this.route}, which shows:\n${this.text}`);
      await new Promise((resolve) => setTimeout(resolve, LOOKS_EVERY_MS));
    }
  }

  private async callFunction(name: string, event: unknown): Promise<unknown> {
    if (this.isOffline) throw new Error('cloud.callFunction:fail request:fail');
    const { result } = await this.bank.cloud.invoke(name, event, { openid: this.openid, now: this.bank.now });
    return JSON.parse(JSON.stringify(result)) as unknown;
  }

  private showTab(url: string): void {
    const { route } = parseUrl(url);
    const wasCovered = this.stack.length > 1;
    while (this.stack.length > 1) this.close();
    if (this.stack.length === 1 && !this.tabs.has(this.top.route)) this.close();
    if (this.stack[0]?.route === route) {
      if (wasCovered) this.top.drawn.instance.onShow?.();
      return;
    }
    if (!wasCovered) this.hideTop();
    this.stack.pop();
    const tab = this.tabs.get(route);
    if (!tab) {
      this.tabs.set(route, this.push(url));
      return;
    }
    this.stack.push(tab);
    tab.drawn.instance.onShow?.();
  }

  private push(url: string): OpenPage {
    const { route, query } = parseUrl(url);
    if (!this.app.routes.includes(route)) throw new Error(`there is no page ${route}`);
    const page = { route, drawn: this.app.draw(route) };
    const { instance } = page.drawn;
    instance.route = route;
    instance.options = query;
    this.stack.push(page);
    instance.onLoad?.(query);
    page.drawn.attach(document.body);
    instance.onShow?.();
    instance.onReady?.();
    return page;
  }

  private close(): void {
    const page = this.stack.pop();
    page?.drawn.instance.onUnload?.();
    page?.drawn.detach();
  }

  private hideTop(): void {
    this.stack.at(-1)?.drawn.instance.onHide?.();
  }
}

function parseUrl(url: string): { route: string; query: Record<string, string> } {
  const [path = '', search = ''] = url.split('?');
  return { route: path.replace(/^\//, ''), query: Object.fromEntries(new URLSearchParams(search)) };
}

/** Of elements that show the same, the innermost. */
function deepest(elements: PageElement[]): PageElement[] {
  return elements.filter(
    (element) => !elements.some((other) => other !== element && other.isWithin(element)),
  );
}

/** Lets what was pressed take its effect. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
