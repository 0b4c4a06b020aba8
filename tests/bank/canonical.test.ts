import fc from 'fast-check';
import { canonicalJson } from '../../cloudfunctions/bank/canonical';

describe('canonical JSON', () => {
  it('is one text for one value, whatever order its keys stand in', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(reversed(value))).toBe(canonicalJson(value));
      }),
    );
  });

  it('has its keys in the order of the alphabet, as in every hash so far', () => {
    expect(canonicalJson({ b: 1, aa: { d: [{ f: 2, e: 3 }], c: null }, a: '' })).toBe(
      '{"a":"","aa":{"c":null,"d":[{"e":3,"f":2}]},"b":1}',
    );
  });

  it('is another text for another value, and can be read back', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('keeps the order of a list, which means something', () => {
    expect(canonicalJson([2, 1])).not.toBe(canonicalJson([1, 2]));
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, reversed(inner)] as const);
  return Object.fromEntries(entries.reverse());
}
