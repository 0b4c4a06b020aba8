import { CHAINS } from '../support/chains';
import { ChainUnderFaults } from './chainUnderFaults';

describe('each fault at each database request', () => {
  let accidents = 0;
  beforeAll(() => void jest.spyOn(console, 'error').mockImplementation(() => {}));
  afterAll(() => {
    jest.restoreAllMocks();
    process.stdout.write(`\n${accidents} accidents in ${Object.keys(CHAINS).length} chains\n`);
  });

  it.each(Object.keys(CHAINS))(
    'leaves one effect of %s, and every promise kept',
    async (name) => {
      const chain = await ChainUnderFaults.open(name);
      expect(await chain.suffer()).toEqual([]);
      accidents += chain.accidents;
    },
    120_000,
  );
});
