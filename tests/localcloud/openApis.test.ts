import { startProbeCloud, type ProbeCloud } from './fixture/probeCloud';

let running: ProbeCloud;
beforeAll(async () => void (running = await startProbeCloud()));
afterAll(() => running.stop());

const probe: ProbeCloud['probe'] = (...steps) => running.probe(...steps);

describe("WeChat's open APIs", () => {
  it('put subscribe messages into the outbox', async () => {
    const data = { thing1: { value: '口罩 4 包' } };
    const [sent] = await probe(['subscribe', { touser: 'o-1', templateId: 't-1', page: 'pages/home', data }]);
    expect(sent).toMatchObject({ errCode: 0 });
    expect(running.cloud.outbox.messages()).toMatchObject([{ touser: 'o-1', templateId: 't-1', data }]);
    const listed = await fetch(`${running.cloud.url}/dev/outbox`);
    expect(await listed.json()).toMatchObject([{ touser: 'o-1' }]);
  });

  it('check texts by a word list, in both versions', async () => {
    const answers = await probe(
      ['checkText', { content: '清雪除冰' }],
      ['checkText', { content: '一起赌博' }],
      ['checkText', { content: '清雪除冰', version: 2, scene: 2, openid: 'o-1' }],
      ['checkText', { content: '一起赌博', version: 2, scene: 2, openid: 'o-1' }],
    );
    expect(answers).toMatchObject([
      { errCode: 0 },
      { failed: { errCode: 87014 } },
      { result: { suggest: 'pass' } },
      { result: { suggest: 'risky' } },
    ]);
  });

  it('draw a code, and refuse a scene of more than 32 characters', async () => {
    const [drawn, refused] = await probe(
      ['code', { scene: 's=1', page: 'pages/home' }],
      ['code', { scene: 'x'.repeat(33) }],
    );
    const { contentType, base64 } = drawn as { contentType: string; base64: string };
    expect(contentType).toBe('image/png');
    expect(Buffer.from(base64, 'base64').subarray(1, 4).toString()).toBe('PNG');
    expect(refused).toMatchObject({ failed: { errCode: 40169 } });
  });

  it('are refused by name where there is no stand-in', async () => {
    expect(await probe(['phone', 'x'])).toMatchObject([
      { failed: { errCode: -501001, message: expect.stringContaining('phonenumber.getPhoneNumber') } },
    ]);
  });
});
