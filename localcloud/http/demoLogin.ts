import { createHash, randomBytes } from 'node:crypto';

/** Someone who may be tried out on the H5 page. */
export interface DemoPerson {
  openid: string;
  name: string;
  role: string;
  detail: string;
}

const TOKEN_LIFE_MS = 12 * 60 * 60 * 1000;

/** Tokens for the demo people, who stand in for WeChat's own login. Nobody else gets one. */
export class DemoLogin {
  private readonly tokens = new Map<string, { openid: string; expiresAt: number }>();

  constructor(
    private readonly people: () => DemoPerson[],
    private readonly now: () => number,
  ) {}

  list(): DemoPerson[] {
    return this.people();
  }

  /** @returns a token for 12 hours, or undefined for anyone who is no demo person */
  logIn(openid: unknown): string | undefined {
    if (!this.people().some((person) => person.openid === openid)) return undefined;
    const token = randomBytes(32).toString('base64url');
    this.tokens.set(hash(token), { openid: openid as string, expiresAt: this.now() + TOKEN_LIFE_MS });
    return token;
  }

  /** The person whom the header's token stands for; undefined without a valid one. */
  openidOf(authorization: string | undefined): string | undefined {
    const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1];
    const known = token === undefined ? undefined : this.tokens.get(hash(token));
    return known && known.expiresAt > this.now() ? known.openid : undefined;
  }
}

const hash = (token: string): string => createHash('sha256').update(token).digest('hex');
