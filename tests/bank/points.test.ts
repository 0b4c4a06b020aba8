import fc from 'fast-check';
import { formatPoints, parsePoints } from '../../types/points';

describe('points, as they are printed', () => {
  it.each([
    [0, '0'],
    [500, '5'],
    [250, '2.5'],
    [205, '2.05'],
    [-50, '−0.5'],
    [123_456, '1234.56'],
  ])('%i hundredths are %s', (points, text) => expect(formatPoints(points)).toBe(text));

  it('carry their sign in the in-and-out column', () => {
    expect([100, -100, 0].map((points) => formatPoints(points, true))).toEqual(['+1', '−1', '0']);
  });
});

describe('points, as a person types them', () => {
  it('are the points that were printed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (points) => {
        expect(parsePoints(formatPoints(points))).toBe(points);
      }),
    );
  });

  it.each(['', '-1', '+1', '1.', '.5', '1.234', '1e3', '1,5', '１', '12345678', 'NaN', '0x10', '1 2'])(
    'are not %p',
    (text) => expect(parsePoints(text)).toBeNull(),
  );

  it('keep a single tenth a tenth', () => {
    expect(parsePoints(' 2.5 ')).toBe(250);
  });
});
