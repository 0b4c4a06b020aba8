import { createHmac, timingSafeEqual } from 'node:crypto';

/** Someone who may be tried out on the H5 page. */
export interface DemoPerson {
  openid: string;
  name: string;
  role: string;
  detail: string;
  /** The page on which they begin; the app's first unless told. */
  landing?: string;
}

/** With whether somebody has lately been this person, in whichever tab. */
export type ListedPerson = DemoPerson & { active?: true };

/** Who did nothing for so long has gone. */
const ACTIVE_MS = 3 * 60 * 1000;
const TOKEN_LIFE_MS = 12 * 60 * 60 * 1000;

/**
 * Tokens for the demo people, who stand in for WeChat's own login. Nobody else gets one. A token carries its own
 * proof, so that a page stays signed in when the machine is started again.
 */
export class DemoLogin {
  private readonly lastSeen = new Map<string, number>();

  constructor(
    private readonly people: () => DemoPerson[],
    private readonly now: () => number,
    private readonly key: string,
  ) {}

  list(): ListedPerson[] {
    return this.people().map((person) => ({
      ...person,
      ...(this.now() - (this.lastSeen.get(person.openid) ?? 0) < ACTIVE_MS && { active: true }),
    }));
  }

  /** @returns a token for 12 hours, or undefined for anyone who is no demo person */
  logIn(openid: unknown): string | undefined {
    if (typeof openid !== 'string' || !this.isDemoPerson(openid)) return undefined;
    const claim = `${Buffer.from(openid).toString('base64url')}.${this.now() + TOKEN_LIFE_MS}`;
    return `${claim}.${this.prove(claim)}`;
  }

  /** The person whom the header's token stands for; undefined without a valid one. */
  openidOf(authorization: string | undefined): string | undefined {
    const [, claim, name, expiresAt, proof] =
      /^Bearer (([\w-]+)\.(\d+))\.([\w-]+)$/.exec(authorization ?? '') ?? [];
    if (!claim || !name || !proof || Number(expiresAt) <= this.now()) return undefined;
    const expected = Buffer.from(this.prove(claim));
    const given = Buffer.from(proof);
    if (expected.length !== given.length || !timingSafeEqual(expected, given)) return undefined;
    const openid = Buffer.from(name, 'base64url').toString();
    if (!this.isDemoPerson(openid)) return undefined;
    this.lastSeen.set(openid, this.now());
    return openid;
  }

  private isDemoPerson(openid: string): boolean {
    return this.people().some((person) => person.openid === openid);
  }

  private prove(claim: string): string {
    return createHmac('sha256', this.key).update(`demo login ${claim}`).digest('base64url');
  }
}
