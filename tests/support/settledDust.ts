import type {
  Attendance,
  Award,
  Closure,
  Correction,
  Order,
  Passbook,
  Session,
  SignUp,
  StockEntry,
} from '../../types/entities';

type Check = (condition: boolean, promise: string, what: string) => void;

/** What must hold between the records once every chain has come to its end. */
export function checkSettledDust(all: <T>(collection: string) => T[], assert: Check, settled: boolean): void {
  const signUps = all<SignUp>('signUps');
  const attendances = all<Attendance>('attendances');
  for (const session of all<Session>('sessions')) checkPlaces(session, signUps, assert, settled);
  if (!settled) return;
  const orders = all<Order>('orders');
  const awards = all<Award>('awards');
  for (const { _id, state } of orders)
    assert(state !== 'placing' && state !== 'undoing', 'P3', `order ${_id} is left half done`);
  for (const { _id, state } of awards) assert(state !== 'undoing', 'P3', `award ${_id} is left half undone`);
  checkCorrections(all<Correction>('corrections'), [...attendances, ...awards, ...orders], assert);
  checkClosures(all<Closure>('closures'), all<Passbook>('passbooks'), assert);
  for (const { _id, state } of all<StockEntry>('stockEntries'))
    assert(state !== 'entering', 'P4', `stock entry ${_id} is left half done`);
  for (const attendance of attendances) checkPlaceOf(attendance, signUps, assert);
  for (const passbook of all<Passbook>('passbooks')) checkPassbook(passbook, orders, attendances, assert);
}

/** A session gives no more places than it has, and each to one who has it by a sign-up. */
function checkPlaces(session: Session, signUps: SignUp[], assert: Check, settled: boolean): void {
  const { _id, taken, capacity, places } = session;
  assert(taken === Object.keys(places).length, 'P7', `session ${_id}: ${taken} places taken`);
  assert(taken >= 0 && taken <= capacity, 'P7', `session ${_id}: ${taken} of ${capacity} places`);
  if (!settled) return;
  const signed = signUps.filter((signUp) => signUp.sessionId === _id && signUp.state === 'signed');
  const same = signed.length === taken && signed.every((one) => places[one.passbookId] === one.attempt);
  assert(same, 'P7', `session ${_id}: ${taken} places for ${signed.length} sign-ups`);
}

/** Whoever came has a place; of what came to nothing, no walk-in keeps one. */
function checkPlaceOf(attendance: Attendance, signUps: SignUp[], assert: Check): void {
  const { _id, key, placeAttempt, state, walkIn } = attendance;
  assert(state !== 'undoing' && state !== 'settling', 'P3', `attendance ${_id} is left half done`);
  const place = signUps.find((signUp) => signUp.key === key && signUp.attempt === placeAttempt);
  const came = state === 'in' || state === 'lapsed' || state === 'done';
  assert(place !== undefined && place.walkIn === walkIn, 'P7', `attendance ${_id} names no place`);
  if (came || walkIn) assert((place?.state === 'signed') === came, 'P7', `attendance ${_id}: its place`);
}

/** An approved correction took back just its line's source; nothing else was taken back in its name. */
function checkCorrections(
  corrections: Correction[],
  sources: (Attendance | Award | Order)[],
  assert: Check,
): void {
  for (const { _id, state, settled, line } of corrections) {
    assert(settled, 'P3', `correction ${_id} is left half done`);
    const undone = sources.filter((one) => one.state === 'undone' && one.undo?.correction?.id === _id);
    const names = undone.map((source) => source._id).join();
    assert(
      names === (state === 'approved' ? line.source.id : ''),
      'P3',
      `correction ${_id}: took back ${names}`,
    );
  }
}

/** A passbook is closed by one closing, with nothing left on it. */
function checkClosures(closures: Closure[], passbooks: Passbook[], assert: Check): void {
  for (const { _id, state } of closures)
    assert(state !== 'closing', 'P3', `closing ${_id} is left half done`);
  for (const { _id, status, balance, held } of passbooks) {
    const closings = closures.filter((one) => one.passbookId === _id && one.state === 'closed');
    assert(
      closings.length === (status === 'closed' ? 1 : 0),
      'P3',
      `passbook ${_id}: ${closings.length} closings`,
    );
    if (status === 'closed') assert(balance + held === 0, 'P2', `closed passbook ${_id}: ${balance} left`);
  }
}

/** Held is what open orders hold; checked in is who has not checked out. */
function checkPassbook(
  { _id, holds, visiting }: Passbook,
  orders: Order[],
  attendances: Attendance[],
  assert: Check,
): void {
  const open = orders.filter((order) => order.passbookId === _id && order.state === 'reserved');
  const same =
    Object.keys(holds).length === open.length && open.every((order) => holds[order._id] === order.points);
  assert(same, 'P3', `passbook ${_id}: holds ${Object.keys(holds).join(', ')} for ${open.length} orders`);
  const visited = attendances.find((attendance) => attendance._id === visiting?.attendanceId);
  assert(!visiting || visited?.state === 'in', 'P3', `passbook ${_id} is at ${visiting?.attendanceId}`);
}
