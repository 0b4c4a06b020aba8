import { BankClock } from '../../client/cloud/bankClock';
import { CallError } from '../../client/cloud/CallError';
import { createCallCloud } from '../../client/cloud/callCloud';
import { PendingRequests } from '../../client/cloud/pendingRequests';
import type { CallEvent } from '../../client/cloud/send';
import { device } from '../support/taroStandIn';

type Reply = 'lost' | 'ok' | 'BUSY' | 'INTERNAL' | 'OUT_OF_STOCK';

const AHEAD = 60_000;
const input = { rewardId: 'masks', lots: 1 } as never;
const purpose = 'reserve:masks';

/** A phone with the app just opened, on a network that answers as told. */
function openApp(...replies: Reply[]) {
  const sent: CallEvent[] = [];
  const clock = new BankClock();
  const call = createCallCloud({
    clock,
    pending: new PendingRequests(),
    wait: () => Promise.resolve(),
    send: async (_, event) => {
      sent.push(event);
      const reply = replies.shift();
      if (!reply || reply === 'lost') throw new CallError('NETWORK', {});
      const now = Date.now() + AHEAD;
      return reply === 'ok'
        ? { ok: true, now, data: 'done' }
        : { ok: false, now, error: { code: reply, details: {} } };
    },
  });
  const reserve = () => call('redemption', 'reserve', input, { purpose });
  return { sent, clock, call, reserve, ids: () => [...new Set(sent.map((event) => event.requestId))] };
}

beforeEach(() => device.clear());

it('sends a writing action again under one id until there is an answer', async () => {
  const app = openApp('lost', 'BUSY', 'ok');
  await expect(app.reserve()).resolves.toBe('done');
  expect(app.sent).toHaveLength(3);
  expect(app.ids()).toHaveLength(1);
});

it('keeps the id of an unanswered request when the app is killed', async () => {
  const before = openApp('lost', 'lost', 'lost');
  await expect(before.reserve()).rejects.toMatchObject({ code: 'NETWORK' });
  const after = openApp('ok');
  await after.reserve();
  expect(after.ids()).toEqual(before.ids());
});

it('keeps the id after INTERNAL, when nobody knows what became of the request', async () => {
  const app = openApp('INTERNAL', 'ok');
  await expect(app.reserve()).rejects.toMatchObject({ code: 'INTERNAL' });
  await app.reserve();
  expect(app.ids()).toHaveLength(1);
});

it.each<Reply>(['ok', 'OUT_OF_STOCK'])('makes a new id once the answer was %s', async (first) => {
  const app = openApp(first, 'ok');
  await app.reserve().catch(() => undefined);
  await app.reserve();
  expect(app.ids()).toHaveLength(2);
});

it('never sends one id with two contents', async () => {
  const app = openApp('lost', 'lost', 'lost', 'ok');
  await app.reserve().catch(() => undefined);
  await app.call('redemption', 'reserve', { rewardId: 'masks', lots: 2 } as never, { purpose });
  expect(app.ids()).toHaveLength(2);
});

it('shows the bank’s time on a phone whose clock is wrong, also after it was closed', async () => {
  const app = openApp('ok');
  await app.call('passbook', 'home', {});
  for (const clock of [app.clock, new BankClock()]) {
    expect(Math.abs(clock.now() - Date.now() - AHEAD)).toBeLessThan(200);
  }
});
