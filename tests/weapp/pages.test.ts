import { WeappPhone } from '../support/phone/weappPhone';
import { openBranch, TestBank } from '../support/testBank';

describe('every page of the mini program', () => {
  let bank: TestBank;
  beforeAll(async () => {
    bank = await TestBank.open();
    await openBranch(bank);
  });
  afterAll(() => bank.stop());

  it.each(['stranger', 'teller-0211', 'manager-0211', 'merchant-0211', 'street'])(
    'opens for %s and has something to say, though it was told of nothing',
    async (name) => {
      const complain = jest.spyOn(console, 'error');
      const phone = WeappPhone.open(bank, bank.person(name).openid);
      for (const route of phone.routes.filter((each) => each.includes('/pages/'))) {
        phone.open(`/${route}`);
        await phone.loads();
        phone.goBack();
      }
      expect(complain.mock.calls).toEqual([]);
      complain.mockRestore();
    },
  );
});
