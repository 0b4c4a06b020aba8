/** A field of an index, in its direction. */
interface IndexKey {
  field: string;
  order: 1 | -1;
}

export interface CollectionDefinition {
  name: string;
  indexes: { name: string; keys: IndexKey[]; unique?: boolean }[];
}

/** `'branchId, -startsAt'` as an index's keys. */
function index(keys: string, unique = false): CollectionDefinition['indexes'][number] {
  const fields = keys.split(', ');
  return {
    name: fields.map((field) => field.replace('-', '').replace('.', '_')).join('_'),
    keys: fields.map((field) => ({ field: field.replace('-', ''), order: field.startsWith('-') ? -1 : 1 })),
    unique,
  };
}

/**
 * Every collection of the bank, with the index that each of its queries needs. No client may touch any of them:
 * only the functions do.
 */
export const collections: CollectionDefinition[] = [
  { name: 'street', indexes: [] },
  { name: 'branches', indexes: [] },
  { name: 'people', indexes: [index('name'), index('phone'), index('roles.branchId')] },
  { name: 'invitations', indexes: [index('codeHash', true), index('branchId, -invited.at')] },
  { name: 'merchants', indexes: [index('branchIds')] },
  { name: 'openings', indexes: [index('branchId, -act.at'), index('passbookId'), index('settled, act.at')] },
  { name: 'passbooks', indexes: [index('branchId, kind'), index('branchId, _id')] },
  {
    name: 'pages',
    indexes: [index('passbookId, -no'), index('passbookId, ids'), index('branchId, turnedAt')],
  },
  { name: 'rateCards', indexes: [index('branchId, -effectiveOn'), index('branchId, -version')] },
  { name: 'activities', indexes: [index('branchId, -publishedAt'), index('settled, publishedAt')] },
  { name: 'sessions', indexes: [index('branchId, endsAt')] },
  {
    name: 'signUps',
    indexes: [
      index('key'),
      index('sessionId, state'),
      index('holderId, state, calledOff, endsAt'),
      index('settled, at'),
    ],
  },
  {
    name: 'attendances',
    indexes: [
      index('key'),
      index('sessionId'),
      index('branchId, day, _id'),
      index('branchId, in.at'),
      index('branchId, out.at'),
      index('branchId, undo.at'),
      index('passbookId, in.at'),
      index('branchId, state, endsAt'),
      index('passbookId, state, in.at'),
      index('state, endsAt'),
      index('settled, in.at'),
    ],
  },
  {
    name: 'awards',
    indexes: [
      index('branchId, -proposed.at'),
      index('branchId, decided.at'),
      index('branchId, undo.at'),
      index('passbookId, -proposed.at'),
      index('branchId, state'),
      index('passbookId, state'),
      index('settled, proposed.at'),
    ],
  },
  {
    name: 'corrections',
    indexes: [
      index('branchId, -proposed.at'),
      index('branchId, decided.at'),
      index('branchId, state'),
      index('passbookId, -proposed.at'),
      index('passbookId, state'),
      index('settled, decided.at'),
    ],
  },
  { name: 'closures', indexes: [index('branchId, act.at'), index('passbookId'), index('settled, act.at')] },
  { name: 'rewards', indexes: [index('branchId, state'), index('stock.held')] },
  { name: 'stockEntries', indexes: [index('branchId, -act.at'), index('settled, act.at')] },
  {
    name: 'orders',
    indexes: [
      index('voucherHash', true),
      index('passbookId, -placed.at'),
      index('branchId, ended.at'),
      index('branchId, undo.at'),
      index('branchId, state'),
      index('state, expiresAt'),
      index('settled, placed.at'),
    ],
  },
  { name: 'councils', indexes: [] },
  { name: 'charters', indexes: [index('branchId, -version')] },
  {
    name: 'proposals',
    indexes: [index('branchId, -proposed.at'), index('stage, closesAt'), index('settled')],
  },
  { name: 'revisions', indexes: [index('proposalId, revision')] },
  { name: 'comments', indexes: [index('proposalId, act.at')] },
  { name: 'suggestions', indexes: [index('branchId, -act.at')] },
  { name: 'minutes', indexes: [index('proposalId, entered.at')] },
  { name: 'photos', indexes: [] },
  { name: 'reviews', indexes: [index('branchId, version, -act.at')] },
  { name: 'daySummaries', indexes: [index('branchId, day')] },
  { name: 'closings', indexes: [index('branchId, -day')] },
  { name: 'notices', indexes: [index('sent')] },
  { name: 'subscriptions', indexes: [index('branchId, topic, left')] },
  { name: 'trail', indexes: [index('about, -at'), index('branchId, -at')] },
];
