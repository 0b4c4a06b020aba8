import { command as _ } from '../platform/database';
import { remember, SHORT_MEMORY } from '../platform/remember';
import type { Person, RoleGrant } from '../../types/entities';
import { Documents } from './collection';

const documents = new Documents<Person>('people');

/** People as callers: remembered for at most a minute. */
export const people = remember<Person>(SHORT_MEMORY, (personId) => documents.get(personId));

export function getPerson(personId: string): Promise<Person | null> {
  return documents.get(personId);
}

export function claimPerson(person: Person) {
  return documents.claim(person);
}

/** Reserves a number for the person's own passbook; false if one was reserved before. */
export async function claimOwnPassbook(personId: string, passbookId: string): Promise<boolean> {
  people.forget(personId);
  return documents.change({ _id: personId, ownPassbookId: _.eq(null) }, { ownPassbookId: passbookId });
}

/** Lists a passbook with those the person holds or speaks for, once. */
export async function addPassbook(personId: string, passbook: Person['passbooks'][number]): Promise<boolean> {
  people.forget(personId);
  return documents.change(
    { _id: personId, 'passbooks.id': _.neq(passbook.id) },
    { passbooks: _.push([passbook]) },
  );
}

/** Gives a role, once an invitation. */
export async function grantRole(personId: string, grant: RoleGrant): Promise<boolean> {
  people.forget(personId);
  return documents.change(
    { _id: personId, 'roles.invitationId': _.neq(grant.invitationId) },
    { roles: _.push([grant]) },
  );
}

/** Adds the privacy notice agreed to. */
export async function addConsent(personId: string, consent: Person['consents'][number]): Promise<boolean> {
  return documents.change(
    { _id: personId, 'consents.notice': _.neq(consent.notice) },
    { consents: _.push([consent]) },
  );
}

/** People with any role at the branch. */
export function membersOf(branchId: string): Promise<Person[]> {
  return documents.find({ 'roles.branchId': branchId }, null, 200);
}

/** People by whole name or phone number. */
export function findPeople(search: string): Promise<Person[]> {
  const byPhone = /^1\d{10}$/.test(search);
  return documents.find(byPhone ? { phone: search } : { name: search }, null, 50);
}

/** The people of these ids, in no order. */
export async function getPeople(personIds: readonly string[]): Promise<Map<string, Person>> {
  const wanted = [...new Set(personIds)];
  if (wanted.length === 0) return new Map();
  const found = await documents.find({ _id: _.in(wanted) }, null, 1000);
  return new Map(found.map((person) => [person._id, person]));
}
