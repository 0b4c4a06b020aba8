import type { Line, Order, Passbook, Session } from '../../types/entities';
import type { Laboratory } from './everyAction';
import type { Holder } from './scenes';
import type { TestBank } from './testBank';

/** How often what consists of several effects has been done; more than once, if they don't agree. */
export function alike(...counts: number[]): number {
  return new Set(counts).size === 1 ? counts[0]! : 2;
}

export function find<T extends object>(
  lab: Laboratory,
  collection: string,
  query: Record<string, unknown>,
): T[] {
  return lab.branch.bank.cloud.database.collection<T>(collection).find(query);
}

/** Every document that there is. */
export function everything({ cloud: { database } }: Pick<TestBank, 'cloud'>): Record<string, object[]> {
  return Object.fromEntries(database.names().map((name) => [name, database.collection(name).find()]));
}

export function passbookOf(lab: Laboratory, passbookId: string): Passbook | undefined {
  return find<Passbook>(lab, 'passbooks', { _id: passbookId })[0];
}

export function linesOf(lab: Laboratory, { passbookId }: Holder): Line[] {
  return passbookOf(lab, passbookId)!.page.lines;
}

export function reversed(lab: Laboratory, holder: Holder): number {
  return linesOf(lab, holder).filter((line) => line.kind === 'reverse').length;
}

export function placesAt(lab: Laboratory, sessionId: string): number {
  return find<Session>(lab, 'sessions', { _id: sessionId })[0]!.taken;
}

export function came(lab: Laboratory, sessionId: string): number {
  return find(lab, 'attendances', { sessionId, state: { $in: ['in', 'done'] } }).length;
}

export function ordersIn(lab: Laboratory, passbookId: string, state: Order['state']): number {
  return find<Order>(lab, 'orders', { passbookId, state }).length;
}
