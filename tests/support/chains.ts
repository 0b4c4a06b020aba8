import { PAGE_LINES } from '../../cloudfunctions/bank/ledger';
import { ORDER_LIFETIME } from '../../cloudfunctions/bank/order';
import { addDays, dayOf, HOUR, MINUTE, startOfDay } from '../../types/day';
import type {
  Activity,
  Attendance,
  Award,
  Correction,
  Person,
  RateCard,
  Reward,
  Session,
} from '../../types/entities';
import { COUNCIL_CHAINS } from './councilChains';
import { before, deed, type Deed, type Prepare } from './deed';
import { EVERY_ACTION, type Laboratory } from './everyAction';
import { holdHours, richHolder, scanned, type Holder } from './scenes';
import { giveAward, holdActivity, NOTICE, newPhone, showCode } from './testBank';
import { alike, came, find, linesOf, ordersIn, passbookOf, placesAt, reversed } from './traces';

/** Every chain of steps by which the bank moves points, stock, places, roles or cards, each prepared anew each time. */
export const CHAINS: Record<string, Prepare> = {
  open: async (lab) => {
    const person = lab.branch.bank.person(`新人${++newcomers}`);
    const input = await EVERY_ACTION.passbook.open(lab);
    return deed(person, 'passbook', 'open', input, () => {
      const [known] = find<Person>(lab, 'people', { openid: person.openid });
      const opened = known ? find(lab, 'passbooks', { holderId: known._id }).length : 0;
      // One that is not yet the person's is none: whoever asks again gets just that.
      return known?.passbooks.length ? alike(known.passbooks.length, opened) : 0;
    });
  },
  signUp: async (lab) => {
    const { person, passbookId } = await lab.stranger();
    const sessionId = await holdActivity(lab.branch);
    return deed(person, 'activity', 'signUp', { sessionId, passbookId }, () => placesAt(lab, sessionId));
  },
  withdraw: async (lab) => {
    const { person, passbookId } = await lab.stranger();
    const sessionId = await holdActivity(lab.branch, { startsIn: HOUR });
    await person.do('activity', 'signUp', { sessionId, passbookId });
    return deed(
      person,
      'activity',
      'withdraw',
      { sessionId, passbookId },
      () => 1 - placesAt(lab, sessionId),
    );
  },
  'check in, signed up': async (lab) => {
    const { holder, sessionId, code } = await lab.scan();
    await holder.person.do('activity', 'signUp', { sessionId, passbookId: holder.passbookId });
    return deed(
      lab.branch.teller,
      'activity',
      'checkIn',
      { sessionId, code },
      () => linesOf(lab, holder).length,
    );
  },
  'check in, walking in': async (lab) => {
    const { holder, sessionId, code } = await lab.scan();
    return deed(lab.branch.teller, 'activity', 'checkIn', { sessionId, code }, () =>
      alike(linesOf(lab, holder).length, came(lab, sessionId), placesAt(lab, sessionId)),
    );
  },
  'check in, turning the page': async (lab) => {
    const { holder, sessionId, code } = await lab.scan();
    for (let line = 0; line < PAGE_LINES; line++) await giveAward(lab.branch, holder.passbookId);
    return deed(
      lab.branch.teller,
      'activity',
      'checkIn',
      { sessionId, code },
      () => linesOf(lab, holder).filter((line) => line.source.kind === 'attendance').length,
    );
  },
  'check in, by the hour': async (lab) => {
    const { holder, sessionId, code } = await lab.scan(true);
    return deed(lab.branch.teller, 'activity', 'checkIn', { sessionId, code }, () =>
      alike(
        passbookOf(lab, holder.passbookId)?.visiting ? 1 : 0,
        came(lab, sessionId),
        placesAt(lab, sessionId),
      ),
    );
  },
  'check out': async (lab) => {
    const { holder, sessionId } = await hoursOf(lab);
    const code = await showCode(holder.person, holder.passbookId);
    return deed(
      lab.branch.teller,
      'activity',
      'checkOut',
      { sessionId, code },
      () => linesOf(lab, holder).length,
    );
  },
  undo: async (lab) => {
    const { holder, sessionId } = await lab.scan();
    const { attendanceId } = await scanned(lab.branch.teller, 'checkIn', sessionId, holder);
    return deed(lab.branch.teller, 'activity', 'undo', { attendanceId }, () => reversed(lab, holder));
  },
  'undo, fetching points back from an order': async (lab) => {
    const { holder, sessionId } = await hoursOf(lab);
    const { person, passbookId } = holder;
    const { attendanceId } = await scanned(lab.branch.teller, 'checkOut', sessionId, holder);
    await person.do('redemption', 'reserve', { passbookId, rewardId: lab.branch.masks, lots: 1 });
    return deed(lab.branch.teller, 'activity', 'undo', { attendanceId }, () => reversed(lab, holder));
  },
  award: async (lab) => {
    const input = await EVERY_ACTION.desk.award(lab);
    const { passbookId } = input;
    return deed(
      lab.branch.teller,
      'desk',
      'award',
      input,
      () => find<Award>(lab, 'awards', { passbookId }).length,
    );
  },
  approve: async (lab) => {
    const holder = await lab.stranger();
    const input = {
      passbookId: holder.passbookId,
      ruleId: 'outstanding-award',
      level: 'street',
      reason: '好人',
    };
    const { id: awardId } = await lab.branch.teller.do('desk', 'award', input);
    return deed(
      lab.branch.manager,
      'desk',
      'approve',
      { awardId, approved: true },
      () => linesOf(lab, holder).length,
    );
  },
  reserve: async (lab) => {
    const { person, passbookId } = await customer(lab);
    const input = { passbookId, rewardId: lab.branch.masks, lots: 1 };
    return deed(person, 'redemption', 'reserve', input, () => ordersIn(lab, passbookId, 'reserved'));
  },
  cancel: async (lab) => {
    const { holder, order } = await reserved(lab);
    return deed(holder.person, 'redemption', 'cancel', { orderId: order.id }, () =>
      ordersIn(lab, holder.passbookId, 'cancelled'),
    );
  },
  confirm: async (lab) => {
    const { holder, order } = await reserved(lab);
    const input = { voucher: order.voucher! };
    return deed(
      lab.branch.merchant,
      'redemption',
      'confirm',
      input,
      () => linesOf(lab, holder).filter((line) => line.kind === 'redeem').length,
    );
  },
  expire: async (lab) => {
    const { holder } = await before(lab, ORDER_LIFETIME, () => reserved(lab));
    const effects = () => ordersIn(lab, holder.passbookId, 'expired');
    return { by: 'clock', name: 'clock', action: '', input: {}, effects };
  },
  'undo of a confirmation': async (lab) => {
    const { holder, order } = await reserved(lab);
    await lab.branch.merchant.do('redemption', 'confirm', { voucher: order.voucher! });
    return deed(lab.branch.merchant, 'redemption', 'undo', { orderId: order.id }, () =>
      alike(reversed(lab, holder), ordersIn(lab, holder.passbookId, 'undone')),
    );
  },
  correct: async (lab) => {
    const line = await lab.creditedLine();
    const { passbookId } = line;
    return deed(
      lab.branch.teller,
      'desk',
      'correct',
      { ...line, reason: '记错了人' },
      () => find<Correction>(lab, 'corrections', { passbookId }).length,
    );
  },
  'correction of an attendance': async (lab) => {
    const { passbookId, lineId } = await lab.creditedLine();
    return correctionDeed(lab, passbookId, lineId);
  },
  'correction of an award': async (lab) => {
    const holder = await customer(lab);
    return correctionDeed(lab, holder.passbookId, linesOf(lab, holder)[0]!.id);
  },
  'correction of an order': async (lab) => {
    const { holder, order } = await reserved(lab);
    await lab.branch.merchant.do('redemption', 'confirm', { voucher: order.voucher! });
    return correctionDeed(lab, holder.passbookId, order.id);
  },
  lapse: async (lab) => {
    const attendanceId = await lab.forgottenHours();
    const [{ passbookId }] = find<Attendance>(lab, 'attendances', { _id: attendanceId }) as [Attendance];
    const effects = () =>
      alike(
        find(lab, 'attendances', { _id: attendanceId, state: 'lapsed' }).length,
        passbookOf(lab, passbookId)?.visiting ? 0 : 1,
      );
    return { by: 'clock', name: 'clock', action: '', input: {}, effects };
  },
  'settle hours': async (lab) => {
    const attendanceId = await lab.forgottenHours();
    const [{ passbookId }] = find<Attendance>(lab, 'attendances', { _id: attendanceId }) as [Attendance];
    return deed(lab.branch.teller, 'desk', 'settleHours', { attendanceId, minutes: 90 }, () =>
      alike(
        passbookOf(lab, passbookId)!.page.lines.length,
        find(lab, 'attendances', { _id: attendanceId, state: 'done' }).length,
      ),
    );
  },
  'close, giving the rest away': async (lab) => {
    const { person, passbookId } = await customer(lab);
    return deed(person, 'passbook', 'close', { passbookId, donate: true }, () =>
      alike(
        passbookOf(lab, passbookId)!.page.lines.filter((line) => line.kind === 'donate').length,
        passbookOf(lab, passbookId)!.status === 'closed' ? 1 : 0,
      ),
    );
  },
  freeze: async (lab) => {
    const { passbookId } = await lab.stranger();
    return deed(lab.branch.manager, 'desk', 'freeze', { passbookId, reason: '核实中' }, () =>
      passbookOf(lab, passbookId)?.status === 'frozen' ? find(lab, 'trail', { about: passbookId }).length : 0,
    );
  },
  'stock, received': (lab) => stockDeed(lab, 'received'),
  'stock, written off': (lab) => stockDeed(lab, 'writtenOff'),
  accept: async (lab) => {
    const person = lab.branch.bank.person(`新柜员${++newcomers}`);
    const input = { code: await lab.invitation(), phone: newPhone(), consent: NOTICE };
    return deed(person, 'desk', 'accept', input, () =>
      find<Person>(lab, 'people', { openid: person.openid }).reduce(
        (sum, { roles }) => sum + roles.length,
        0,
      ),
    );
  },
  publish: async (lab) => {
    const title = `防汛${++newcomers}`;
    const input = { ...(await EVERY_ACTION.activity.publish(lab)), title };
    return deed(lab.branch.teller, 'activity', 'publish', input, () =>
      alike(
        find<Activity>(lab, 'activities', { title }).length,
        find<Session>(lab, 'sessions', { title }).length,
      ),
    );
  },
  openFor: async (lab) => {
    const input = await EVERY_ACTION.desk.openFor(lab);
    const speaker = passbookOf(lab, input.speakerId)!.holderId;
    return deed(lab.branch.teller, 'desk', 'openFor', input, () => {
      const [person] = find<Person>(lab, 'people', { _id: speaker });
      return alike(person!.passbooks.length - 1, find(lab, 'passbooks', { title: input.title }).length);
    });
  },
  'rates, published': async (lab) => {
    const explanation = `第${++newcomers}版`;
    // Each after the one before: a card begins on a day of its own.
    const effectiveOn = addDays('2027-01-01', newcomers);
    const input = { ...(await EVERY_ACTION.rates.publish(lab)), explanation, effectiveOn };
    return deed(
      lab.branch.manager,
      'rates',
      'publish',
      input,
      () => find<RateCard>(lab, 'rateCards', { explanation }).length,
    );
  },
  'closing of a day': async (lab) => {
    await customer(lab);
    const { bank, branchId } = lab.branch;
    const day = dayOf(bank.now);
    bank.now = startOfDay(addDays(day, 1)) + 15 * MINUTE;
    const effects = () => find(lab, 'closings', { branchId, day }).length;
    return { by: 'clock', name: 'clock', action: '', input: {}, effects };
  },
  ...COUNCIL_CHAINS,
};

let newcomers = 0;

function customer(lab: Laboratory): Promise<Holder> {
  return richHolder(lab.branch, `顾客${++newcomers}`);
}

async function reserved(lab: Laboratory) {
  const holder = await customer(lab);
  const { person, passbookId } = holder;
  const order = await person.do('redemption', 'reserve', { passbookId, rewardId: lab.branch.masks, lots: 1 });
  return { holder, order };
}

/** Somebody who has been at work for three hours, and may check out. */
async function hoursOf(lab: Laboratory) {
  const holder = await lab.stranger();
  const sessionId = await before(lab, 3 * HOUR, async () => {
    const id = await holdHours(lab.branch, 4);
    await scanned(lab.branch.teller, 'checkIn', id, holder);
    return id;
  });
  return { holder, sessionId };
}

/** A correction that the manager approves. */
async function correctionDeed(lab: Laboratory, passbookId: string, lineId: string): Promise<Deed> {
  const proposal = { passbookId, lineId, reason: '记错了人' };
  const { id: correctionId } = await lab.branch.teller.do('desk', 'correct', proposal);
  return deed(lab.branch.manager, 'desk', 'decideCorrection', { correctionId, approved: true }, () =>
    alike(
      reversed(lab, { person: lab.branch.teller, passbookId }),
      find(lab, 'corrections', { _id: correctionId, state: 'approved' }).length,
    ),
  );
}

async function stockDeed(lab: Laboratory, kind: 'received' | 'writtenOff'): Promise<Deed> {
  const { id: rewardId } = await lab.branch.manager.do(
    'desk',
    'addReward',
    await EVERY_ACTION.desk.addReward(lab),
  );
  const entry = { rewardId, lots: 4, reason: '盘点' };
  await lab.branch.manager.do('desk', 'stock', { ...entry, kind: 'received' });
  return deed(lab.branch.manager, 'desk', 'stock', { ...entry, kind }, () => {
    const { stock } = find<Reward>(lab, 'rewards', { _id: rewardId })[0]!;
    return stock[kind] / 4 - (kind === 'received' ? 1 : 0);
  });
}
