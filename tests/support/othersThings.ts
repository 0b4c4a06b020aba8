import type { GenericSchema } from 'valibot';
import { passbookNumber } from '../../cloudfunctions/bank/passbookNumber';
import { branchId, id, passbookId, scanned as scannedText, seatId } from '../../types/schema/fields';
import { EVERY_ACTION, type Laboratory } from './everyAction';
import { scanned } from './scenes';
import type { Field } from './schemaFields';
import { showCode } from './testBank';

/** What names something in an input: every field of one of these schemas is swapped. */
const NAMES_SOMETHING = new Set<GenericSchema>([branchId, id, passbookId, scannedText, seatId]);

/** Whether a field names something; a search by a passbook's number does too. */
export function namesSomething({ schema, path }: Field): boolean {
  return NAMES_SOMETHING.has(schema) || path.join() === 'search';
}

/** Somebody else's things: what each field that could name one is swapped for. */
export type Things = Record<string, string | (() => Promise<string>)>;

/** What a person of the branch has that nobody else has. */
export async function personalThings(lab: Laboratory, reward: string): Promise<Things> {
  const { holder, branch } = lab;
  const order = await lab.order(reward);
  const code = (later: number) => () => showCode(holder.person, holder.passbookId, branch.bank.now + later);
  return {
    passbookId: holder.passbookId,
    speakerId: holder.passbookId,
    after: holder.passbookId,
    search: holder.passbookId,
    orderId: order.id,
    before: order.id,
    voucher: order.voucher!,
    'settleHours attendanceId': await lab.forgottenHours(),
    'undo attendanceId': await scanOfAnother(lab),
    awardId: await lab.award(),
    correctionId: await lab.correction(),
    lineId: (await lab.creditedLine()).lineId,
    'identify code': code(0),
    'checkIn code': code(0),
    'checkOut code': code(30_000),
    'invitation code': await lab.invitation(),
    'accept code': await lab.invitation(),
    'setUp code': await lab.invitation(),
    seatId: 'resident-2',
  };
}

/** What belongs to a branch. */
export async function thingsOfBranch(lab: Laboratory): Promise<Things> {
  const { branch, holder, merchantId } = lab;
  const { person } = holder;
  const suggestion = await person.do('rates', 'suggest', { branchId: branch.branchId, text: '多一些活动' });
  const { seatId: _, ...personal } = await personalThings(lab, branch.masks);
  return {
    ...personal,
    branchId: branch.branchId,
    sessionId: (await lab.scan()).sessionId,
    rewardId: branch.masks,
    providerId: merchantId,
    proposalId: await lab.openedVote(),
    minutesId: (await EVERY_ACTION.rates.confirmRecord(lab)).minutesId,
    photoIds: (await EVERY_ACTION.rates.photo(lab)).photoId,
    photoId: (await EVERY_ACTION.rates.photo(lab)).photoId,
    suggestionId: suggestion.id,
  };
}

/** A scan made by a teller who is not the one who calls. */
async function scanOfAnother(lab: Laboratory): Promise<string> {
  const { holder, sessionId } = await lab.scan();
  return (await scanned(lab.branch.otherTeller, 'checkIn', sessionId, holder)).attendanceId;
}

/** The same in form as an id that there is, with nothing behind it. */
export function missing(named: string): string {
  if (/^\d{4}$/.test(named)) return '9999';
  if (/^resident-/.test(named)) return 'resident-30';
  if (/^\d{4}-\d{6}-\d$/.test(named)) return passbookNumber(named.slice(0, 4), 999_999);
  // Of an attendance's parts, the session and the passbook.
  return named.includes('#') ? named.split('#').map(missing).join('#') : named.replace(/\w{8}$/, reversed);
}

function reversed(text: string): string {
  return [...text].reverse().join('');
}

/** What a field of an action is swapped for; undefined if nobody else has such a thing. */
export function thingFor(
  things: Things,
  action: string,
  { path }: Field,
): Promise<string> | string | undefined {
  const key = path.filter((step) => typeof step === 'string').at(-1)!;
  const thing = things[`${action} ${key}`] ?? things[key];
  return typeof thing === 'function' ? thing() : thing;
}
