import { remember, SHORT_MEMORY } from '../../cloudfunctions/platform/remember';

describe('an instance’s memory', () => {
  const counted = (found: string | null) => {
    const asked: string[] = [];
    const memory = remember<string>(SHORT_MEMORY, (key) => {
      asked.push(key);
      return Promise.resolve(found);
    });
    return { asked, memory };
  };

  it('is trusted for a minute and no longer', async () => {
    const { asked, memory } = counted('known');
    for (const now of [0, SHORT_MEMORY - 1]) expect(await memory.get('a', now)).toBe('known');
    expect(asked).toHaveLength(1);
    await memory.get('a', SHORT_MEMORY);
    expect(asked).toHaveLength(2);
  });

  it('is not made longer by a clock that was set back', async () => {
    const { asked, memory } = counted('known');
    await memory.get('a', 10 * SHORT_MEMORY);
    await memory.get('a', 0);
    expect(asked).toHaveLength(2);
  });

  it('never keeps that there was nothing', async () => {
    const { asked, memory } = counted(null);
    expect([await memory.get('a', 0), await memory.get('a', 0)]).toEqual([null, null]);
    expect(asked).toHaveLength(2);
  });

  it('forgets when told, and knows what it was given', async () => {
    const { asked, memory } = counted('read');
    memory.keep('a', 'given', 0);
    expect([await memory.get('a', 1), memory.peek('b', 1)]).toEqual(['given', null]);
    memory.forget('a');
    expect(await memory.get('a', 1)).toBe('read');
    expect(asked).toEqual(['a']);
  });
});
