import fc from 'fast-check';
import { isPassbookNumber, passbookNumber } from '../../cloudfunctions/bank/passbookNumber';

const anyNumber = fc
  .tuple(fc.integer({ min: 0, max: 9_999 }), fc.integer({ min: 1, max: 999_999 }))
  .map(([branch, serial]) => passbookNumber(String(branch).padStart(4, '0'), serial));

describe('a passbook’s number', () => {
  it('tells the branch, the serial and a check digit', () => {
    expect(passbookNumber('0211', 155)).toBe('0211-000155-5');
    expect(isPassbookNumber('0211-000155-5')).toBe(true);
    // The check digit is Luhn's, as on bank cards: 7992739871 takes a 3.
    expect(passbookNumber('7992', 739_871)).toBe('7992-739871-3');
  });

  it('is not a number of the bank with any single figure mistyped', () => {
    fc.assert(
      fc.property(anyNumber, fc.nat({ max: 10 }), fc.integer({ min: 1, max: 9 }), (number, at, off) => {
        const positions = [...number].flatMap((character, index) => (character === '-' ? [] : [index]));
        const index = positions[at]!;
        const slip = (Number(number[index]) + off) % 10;
        expect(isPassbookNumber(number.slice(0, index) + slip + number.slice(index + 1))).toBe(false);
      }),
    );
  });

  it('tells two neighbouring figures swapped, but for 09 and 90', () => {
    for (let serial = 1; serial < 3_000; serial += 7) {
      const number = passbookNumber('0211', serial);
      for (let index = 0; index < number.length - 1; index++) {
        const [a, b] = [number[index]!, number[index + 1]!];
        if (a === b || a === '-' || b === '-') continue;
        const swapped = number.slice(0, index) + b + a + number.slice(index + 2);
        expect([swapped, isPassbookNumber(swapped)]).toEqual([
          swapped,
          `${a}${b}` === '09' || `${a}${b}` === '90',
        ]);
      }
    }
  });

  it.each(['', '0211-000155', '0211-00155-5', '0211-000155-55', '00211-000155-5', '０211-000155-5'])(
    'is nothing like %p',
    (text) => expect(isPassbookNumber(text)).toBe(false),
  );
});
