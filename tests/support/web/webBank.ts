import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { collections } from '../../../config/database';
import { type LocalCloud, startLocalCloud } from '../../../localcloud';
import type { Instant } from '../../../types/day';
import { FUNCTIONS_DIR, type OpenBank, SET_UP_CODE, TestPerson } from '../testBank';

/** A Friday, twenty to ten in the morning in Shanghai: sessions from ten on already take check-ins. */
const OPENING = Date.UTC(2026, 10, 20, 1, 40, 0);
const WEB_DIR = resolve('dist/h5');

/** A bank that a browser can visit. It can fall over and come back with its data. */
export class WebBank implements OpenBank {
  private readonly startedAt = Date.now();
  private passed = 0;

  private constructor(
    private readonly folder: string,
    private readonly people: readonly string[],
    private running: LocalCloud,
  ) {}

  /** A fresh one, nobody known to it yet; the named people can log in. */
  static async open(people: readonly string[]): Promise<WebBank> {
    const folder = await mkdtemp(join(tmpdir(), 'bank-'));
    const bank: WebBank = new WebBank(folder, people, null as unknown as LocalCloud);
    bank.running = await bank.start(0);
    return bank;
  }

  get cloud(): LocalCloud {
    return this.running;
  }

  /** The bank's clock: it goes on from its opening. */
  get now(): number {
    return OPENING + this.passed + Date.now() - this.startedAt;
  }

  /** Lets time pass until this moment. Whoever has been signed in for twelve hours by then signs in anew. */
  passUntil(moment: Instant): void {
    this.passed += moment - this.now;
  }

  /** Somebody who acts through the functions alone: what a test needs before its screens. */
  person(name: string): TestPerson {
    return new TestPerson(this, openidOf(name));
  }

  /** @returns the token of somebody who can sign in */
  signIn(name: string): Promise<string> {
    return signIn(this.cloud.url, openidOf(name));
  }

  /** Stops answering; what was committed stays in the file. */
  async fall(): Promise<void> {
    await this.running.stop();
  }

  /** Comes back at the same place, with the same data. */
  async comeBack(): Promise<void> {
    this.running = await this.start(this.running.port);
  }

  async stop(): Promise<void> {
    await this.running.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  private start(port: number): Promise<LocalCloud> {
    return startLocalCloud({
      functionsDir: FUNCTIONS_DIR,
      dataFile: join(this.folder, 'bank.sqlite'),
      collections,
      environment: {
        BANK_MASTER_SECRET: 'a secret of the tests, long enough to be one',
        BANK_SET_UP_CODE: SET_UP_CODE,
      },
      port,
      webDir: WEB_DIR,
      now: () => this.now,
      demoPeople: () => this.people.map((name) => ({ openid: openidOf(name), name, role: '', detail: '' })),
    });
  }
}

/** @returns the token with which a page acts for this person */
export async function signIn(url: string, openid: string): Promise<string> {
  const response = await fetch(`${url}/dev/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ openid }),
  });
  return ((await response.json()) as { token: string }).token;
}

function openidOf(name: string): string {
  return `openid-of-${name}`;
}
