import { refusalOf, refusedAs } from '../../cloudfunctions/bank/refusal';
import { BankError } from '../../types/errors';

describe('a refusal that is kept', () => {
  const refusal = { code: 'HOURS_TOO_LATE', details: { until: 5 } } as const;
  const refuses = () => {
    throw new BankError('HOURS_TOO_LATE', { until: 5 });
  };

  it('is what the rule said, and is told again as it was the first time', () => {
    expect(refusalOf(refuses)).toEqual(refusal);
    expect(refusedAs(refusal)).toMatchObject(refusal);
    expect(refusedAs(refusal)).toBeInstanceOf(BankError);
  });

  it('is none where the rule lets pass, and never a fault of the program', () => {
    expect(refusalOf(() => undefined)).toBeNull();
    const fault = new TypeError('a fault');
    expect(() =>
      refusalOf(() => {
        throw fault;
      }),
    ).toThrow(fault);
  });
});
