import { createHmac, timingSafeEqual } from 'node:crypto';

/** Someone who may be tried out on the H5 page. */
export interface DemoPerson {
  openid: string;
  name: string;
  role: string;
  detail: string;
}

const TOKEN_LIFE_MS = 12 * 60 * 60 * 1000;

/**
 * Tokens for the demo people, who stand in for WeChat's own login. Nobody else gets one. A token carries its own
 * proof, so that a page stays signed in when the machine is started again.
 */
export class DemoLogin {
  constructor(
    private readonly people: () => DemoPerson[],
    private readonly now: () => number,
    private readonly key: string,
  ) {}

  list(): DemoPerson[] {
    return this.people();
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
    return this.isDemoPerson(openid) ? openid : undefined;
  }

  private isDemoPerson(openid: string): boolean {
    return this.people().some((person) => person.openid === openid);
  }

  private prove(claim: string): string {
    return createHmac('sha256', this.key).update(`demo login ${claim}`).digest('base64url');
  }
}
