import { codeKey, readCode, requireFresh, verifyCode } from '../../cloudfunctions/bank/codes';
import { hmac } from '../../cloudfunctions/platform/secret';
import { BankClock } from '../../client/cloud/bankClock';
import type { KeptKey } from '../../client/features/passbook/codeKeyStore';
import { drawCode } from '../../client/features/passbook/pages/code/drawCode';
import { HOUR } from '../../types/day';
import { device } from '../support/taroStandIn';

const NOW = Date.UTC(2026, 10, 20, 2);
const PASSBOOK = '0211-000155-3';
const SECRET = codeKey((message) => hmac(Buffer.from('a secret'), Buffer.from(message)), PASSBOOK, 1);
/** As the phone keeps it. */
const KEPT: KeptKey = {
  passbookId: PASSBOOK,
  epoch: 1,
  key: Buffer.from(SECRET).toString('hex'),
  kind: 'volunteer',
  name: '周桂兰',
  branchName: '阿里山路储蓄所',
};

describe.each([-HOUR, HOUR])('a phone whose clock is %d ms off', (off) => {
  beforeEach(() => {
    device.clear();
    jest.useFakeTimers({ now: NOW + off });
  });
  afterEach(() => jest.useRealTimers());

  /** What the bank says of the code that the phone shows. */
  function shown(clock: BankClock): string {
    const code = readCode(drawCode(KEPT, clock.now()));
    verifyCode(code, SECRET, hmac);
    try {
      requireFresh(code, NOW);
      return 'accepted';
    } catch (error) {
      return (error as { code: string }).code;
    }
  }

  it('shows codes that are accepted once it has heard the bank’s clock, also when it is opened again', () => {
    const clock = new BankClock();
    clock.hear(NOW, Date.now(), Date.now());
    expect(shown(clock)).toBe('accepted');
    expect(shown(new BankClock())).toBe('accepted');
  });

  it('is refused as stale as long as it goes by its own', () => {
    expect(shown(new BankClock())).toBe('CODE_STALE');
  });
});
