import fc from 'fast-check';
import {
  codeKey,
  type Derive,
  invitationCode,
  normalCode,
  readCode,
  requireFresh,
  verifyCode,
  voucherCode,
} from '../../cloudfunctions/bank/codes';
import { hmac } from '../../cloudfunctions/platform/secret';
import { CODE_STEP_MS, codeStep, isAuthentic, makeCode, parseCode } from '../../types/code';
import { codeOf } from '../support/refusal';

const derive: Derive = (message) => hmac(Buffer.from('a secret of the tests'), Buffer.from(message));
const PASSBOOK = '0211-000155-3';
const NOW = Date.UTC(2026, 10, 20, 2, 0, 10);
const key = codeKey(derive, PASSBOOK, 1);
const code = makeCode(PASSBOOK, codeStep(NOW), key, hmac);

const isAccepted = (text: string): boolean => {
  const read = parseCode(text);
  return read !== null && isAuthentic(read, codeKey(derive, read.passbookId, 1), hmac);
};

describe('a check-in code', () => {
  it('names the passbook and the half minute, and proves itself', () => {
    expect(code).toMatch(/^GY1\.0211-000155-3\.\d+\.[0-9A-HJKMNP-TV-Z]{16}$/);
    expect(readCode(code)).toMatchObject({ passbookId: PASSBOOK, step: codeStep(NOW) });
    expect(() => verifyCode(readCode(code), key, hmac)).not.toThrow();
  });

  it('is read as a scanner or a person gives it: blanks around it, small letters', () => {
    expect(isAccepted(`  ${code.toLowerCase()}\n`)).toBe(true);
  });

  it('is worth nothing with any bit of it turned over', () => {
    const bytes = Buffer.from(code, 'latin1');
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 7 }), (at, bit) => {
        const forged = Buffer.from(bytes);
        forged[at]! ^= 1 << bit;
        const text = forged.toString('latin1');
        // A letter's other case is the same letter.
        fc.pre(text.toUpperCase() !== code);
        expect(isAccepted(text)).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });

  it('can’t be carried to another passbook, another half minute or another epoch of the key', () => {
    const { mac, step } = readCode(code);
    expect(isAccepted(`GY1.0211-000156-1.${step}.${mac}`)).toBe(false);
    expect(isAccepted(`GY1.${PASSBOOK}.${step + 1}.${mac}`)).toBe(false);
    expect(codeOf(() => verifyCode(readCode(code), codeKey(derive, PASSBOOK, 2), hmac))).toBe('CODE_INVALID');
  });

  it.each(['', 'GY1', 'https://example.org', code.slice(0, -1), `${code}0`, code.replace('GY1', 'GY2')])(
    'is not %p',
    (text) => expect(codeOf(() => readCode(text))).toBe('CODE_INVALID'),
  );

  it('counts in its own half minute and the ones beside it, then it is stale', () => {
    const read = readCode(code);
    const begin = read.step * CODE_STEP_MS;
    expect(() => requireFresh(read, begin - CODE_STEP_MS)).not.toThrow();
    expect(() => requireFresh(read, begin + 2 * CODE_STEP_MS - 1)).not.toThrow();
    expect(codeOf(() => requireFresh(read, begin - CODE_STEP_MS - 1))).toBe('CODE_STALE');
    expect(codeOf(() => requireFresh(read, begin + 2 * CODE_STEP_MS))).toBe('CODE_STALE');
  });
});

describe('a voucher', () => {
  const voucher = voucherCode(derive, 'o_1');

  it('is 80 bits in groups that can be read out, its own for each order', () => {
    expect(voucher).toMatch(/^GY2(-[0-9A-HJKMNP-TV-Z]{4}){4}$/);
    expect(voucherCode(derive, 'o_2')).not.toBe(voucher);
  });

  it('is the same however it is typed: case, blanks, any dash or none', () => {
    const separator = fc.constantFrom('', '-', ' ', '—', '–', '.', ' - ');
    fc.assert(
      fc.property(fc.array(separator, { minLength: 4, maxLength: 4 }), fc.boolean(), (between, small) => {
        const typed = voucher.split('-').reduce((text, group, index) => text + between[index - 1]! + group);
        expect(normalCode(small ? ` ${typed.toLowerCase()} ` : typed)).toBe(voucher);
      }),
    );
  });

  it.each([
    '',
    'GY2',
    voucher.slice(0, -1),
    `${voucher}A`,
    `A${voucher}`,
    voucher.replace('GY2', 'GY1'),
    '$ne',
  ])('is not %p', (text) => expect(normalCode(text)).toBe(''));
});

describe('an invitation', () => {
  const invitation = invitationCode(derive, 'i_1');

  it('is as long as a voucher, its own for each, and no voucher', () => {
    expect(invitation).toMatch(/^GY3(-[0-9A-HJKMNP-TV-Z]{4}){4}$/);
    expect(normalCode(invitation)).toBe(invitation);
    expect(invitationCode(derive, 'i_2')).not.toBe(invitation);
    expect(voucherCode(derive, 'i_1').slice(3)).not.toBe(invitation.slice(3));
  });
});
