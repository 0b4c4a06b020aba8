import { holderOf } from '../../cloudfunctions/bank/council';
import { addDays, DAY, dayOf, HOUR, startOfDay } from '../../types/day';
import type { Charter, Council, Minutes, Notice, Person, Proposal, RateCard } from '../../types/entities';
import { before, deed, type Prepare } from './deed';
import type { Laboratory } from './everyAction';
import { hire, EARNING, newPhone, NOTICE, type TestPerson } from './testBank';
import { alike, find } from './traces';

const SEATS = ['community-1', 'association-1', 'resident-1'] as const;
const TERMS = {
  seats: { community: 1, association: 1, resident: 1 },
  quorumPercent: 50,
  majorityPercent: 50,
  publicityDays: 7,
  meetingDay: 15,
  termMonths: 24,
};
const FIRST_BRANCH = 7_000;
const LATE_IN_THE_QUARTER = startOfDay('2026-12-28');

let branches = 0;
const standing = new WeakMap<Laboratory, Promise<SmallCouncil>>();

/** A branch with a council of three: one of its own for deeds that get in each other's way. */
class SmallCouncil {
  private constructor(
    readonly lab: Laboratory,
    readonly branchId: string,
    readonly manager: TestPerson,
    readonly seats: Record<(typeof SEATS)[number], TestPerson>,
  ) {}

  static async open(lab: Laboratory): Promise<SmallCouncil> {
    const council = await SmallCouncil.openBranch(lab);
    const { branchId, seats } = council;
    const { street } = lab.branch;
    await street.do('desk', 'charter', { branchId, ...TERMS });
    for (const seatId of SEATS)
      await hire(street, seats[seatId], { role: 'councillor', branchId, seatId, name: seatId });
    return council;
  }

  /** For deeds that leave the council as it is. */
  static of(lab: Laboratory): Promise<SmallCouncil> {
    const council = standing.get(lab) ?? SmallCouncil.open(lab);
    standing.set(lab, council);
    return council;
  }

  /** A branch with a card, and no council yet. */
  static async openBranch(lab: Laboratory): Promise<SmallCouncil> {
    const { bank, street } = lab.branch;
    const branchId = String(FIRST_BRANCH + ++branches);
    const who = (name: string) => bank.person(`${name}-${branchId}`);
    const manager = who('manager');
    await street.do('desk', 'createBranch', { branchId, name: `储蓄所${branchId}` });
    await hire(street, manager, { role: 'manager', branchId, name: '主任' });
    const card = { earning: EARNING, prices: [], explanation: '第一版' };
    await manager.do('rates', 'publish', { branchId, effectiveOn: dayOf(bank.now), ...card });
    const [community, association, resident] = SEATS.map(who) as [TestPerson, TestPerson, TestPerson];
    const seats = { 'community-1': community, 'association-1': association, 'resident-1': resident };
    return new SmallCouncil(lab, branchId, manager, seats);
  }

  async propose(): Promise<string> {
    const input = { branchId: this.branchId, title: '多给一点', ...wording(150) };
    return (await this.seats['resident-1'].do('rates', 'propose', input)).proposalId;
  }

  async putToTheVote(closesOn?: string): Promise<string> {
    const proposalId = await this.propose();
    await this.seats['community-1'].do('rates', 'open', { proposalId, revision: 1, closesOn });
    return proposalId;
  }

  async agreeOn(closesOn?: string): Promise<string> {
    const proposalId = await this.putToTheVote(closesOn);
    for (const seatId of SEATS) {
      const ballot = { proposalId, revision: 1, seatId, choice: 'agree' } as const;
      await this.seats[seatId].do('rates', 'vote', ballot);
    }
    return proposalId;
  }

  /** Minutes that say what one seat voted on paper. */
  async minutesOf(proposalId: string): Promise<string> {
    return (await this.manager.do('rates', 'record', paperVote(proposalId))).id;
  }

  get record(): Council | undefined {
    return find<Council>(this.lab, 'councils', { _id: this.branchId })[0];
  }

  holderOf(seatId: string): string | null {
    return this.record ? holderOf(this.record, seatId, this.lab.branch.bank.now) : null;
  }

  proposal(proposalId: string): Proposal {
    return find<Proposal>(this.lab, 'proposals', { _id: proposalId })[0]!;
  }

  /** 1 once the proposal is decided, its card is up, the council is free again, and it was told of once. */
  decisions(proposalId: string): number {
    const { stage } = this.proposal(proposalId);
    if (stage === 'voting') return 0;
    const cards = find<RateCard>(this.lab, 'rateCards', { branchId: this.branchId, version: { $gt: 1 } });
    const isFree = this.record?.voting === null;
    return alike(stage === 'passed' ? 1 : 2, cards.length, isFree ? 1 : 0, this.told(proposalId, 'passed'));
  }

  told(proposalId: string, stage: Proposal['stage']): number {
    return find<Notice>(this.lab, 'notices', { _id: `${proposalId}:${stage}` }).length;
  }
}

/** Every chain by which a council comes to a card. */
export const COUNCIL_CHAINS: Record<string, Prepare> = {
  charter: async (lab) => {
    const council = await SmallCouncil.openBranch(lab);
    const { branchId } = council;
    return deed(lab.branch.street, 'desk', 'charter', { branchId, ...TERMS }, () => {
      const charters = find<Charter>(lab, 'charters', { branchId }).length;
      return council.record ? alike(council.record.charter.version, charters) : 0;
    });
  },
  'accept, for a seat': async (lab) => {
    const council = await SmallCouncil.open(lab);
    const { branchId } = council;
    const seatId = 'resident-1';
    await lab.branch.street.do('desk', 'vacate', { branchId, seatId });
    const invitation = { role: 'councillor', branchId, seatId, name: '接任者' } as const;
    const { code } = await lab.branch.street.do('desk', 'invite', invitation);
    const person = lab.branch.bank.person(`接任者${branchId}`);
    const input = { code, phone: newPhone(), consent: NOTICE };
    return deed(person, 'desk', 'accept', input, () => {
      const [known] = find<Person>(lab, 'people', { openid: person.openid });
      if (!known || known.roles.length === 0) return 0;
      return alike(known.roles.length, council.holderOf(seatId) === known._id ? 1 : 0);
    });
  },
  vacate: async (lab) => {
    const council = await SmallCouncil.open(lab);
    const { branchId, seats } = council;
    const seatId = 'association-1';
    return deed(seats[seatId], 'desk', 'vacate', { branchId, seatId }, () =>
      council.holderOf(seatId) === null ? find(lab, 'trail', { branchId, act: 'vacateSeat' }).length : 0,
    );
  },
  propose: async (lab) => {
    const { branchId, seats } = await SmallCouncil.of(lab);
    const { person } = await lab.stranger();
    const title = `${person.openid}的提案`.slice(-30);
    return deed(seats['resident-1'], 'rates', 'propose', { branchId, title, ...wording(150) }, () => {
      const made = find<Proposal>(lab, 'proposals', { branchId, title });
      return made[0] ? alike(made.length, find(lab, 'revisions', { proposalId: made[0]._id }).length) : 0;
    });
  },
  amend: async (lab) => {
    const council = await SmallCouncil.of(lab);
    const proposalId = await council.propose();
    const input = { proposalId, revision: 1, ...wording(130) };
    return deed(council.seats['community-1'], 'rates', 'amend', input, () => {
      const { revision } = council.proposal(proposalId);
      return revision === 1 ? 0 : alike(revision - 1, find(lab, 'revisions', { proposalId }).length - 1);
    });
  },
  comment: async (lab) => {
    const council = await SmallCouncil.of(lab);
    const proposalId = await council.propose();
    const input = { proposalId, text: '同意' };
    return deed(
      council.seats['association-1'],
      'rates',
      'comment',
      input,
      () => find(lab, 'comments', { proposalId }).length,
    );
  },
  suggest: async (lab) => {
    const { person } = await lab.stranger();
    const text = `${person.openid}的建议`;
    return deed(
      person,
      'rates',
      'suggest',
      { branchId: lab.branchId, text },
      () => find(lab, 'suggestions', { text }).length,
    );
  },
  abandon: async (lab) => {
    const council = await SmallCouncil.of(lab);
    const proposalId = await council.propose();
    return deed(council.seats['resident-1'], 'rates', 'abandon', { proposalId }, () =>
      council.proposal(proposalId).stage === 'withdrawn' ? 1 : 0,
    );
  },
  'open a vote': async (lab) => {
    const council = await SmallCouncil.open(lab);
    const proposalId = await council.propose();
    return deed(council.seats['community-1'], 'rates', 'open', { proposalId, revision: 1 }, () => {
      const { stage, settled, roster } = council.proposal(proposalId);
      if (stage !== 'voting') return 0;
      const isTheOne = council.record?.voting?.startsWith(`${proposalId}@`) && roster.length === SEATS.length;
      return alike(isTheOne ? 1 : 2, settled ? council.told(proposalId, 'voting') : 1);
    });
  },
  vote: async (lab) => {
    const council = await SmallCouncil.open(lab);
    const proposalId = await council.putToTheVote();
    const input = { proposalId, revision: 1, seatId: 'resident-1', choice: 'agree' } as const;
    return deed(council.seats['resident-1'], 'rates', 'vote', input, () => {
      const { votes, voteCount } = council.proposal(proposalId);
      return alike(Object.keys(votes).length, voteCount);
    });
  },
  'record a vote on paper': async (lab) => {
    const council = await SmallCouncil.open(lab);
    const proposalId = await council.putToTheVote();
    return deed(
      council.manager,
      'rates',
      'record',
      paperVote(proposalId),
      () => find<Minutes>(lab, 'minutes', { proposalId }).length,
    );
  },
  'confirm a vote on paper': async (lab) => {
    const council = await SmallCouncil.open(lab);
    const proposalId = await council.putToTheVote();
    const minutesId = await council.minutesOf(proposalId);
    return deed(council.seats['resident-1'], 'rates', 'confirmRecord', { minutesId }, () => {
      const { votes, voteCount } = council.proposal(proposalId);
      return alike(Object.keys(votes).length, voteCount);
    });
  },
  decide: async (lab) => {
    const council = await SmallCouncil.open(lab);
    const proposalId = await council.agreeOn();
    return deed(council.manager, 'rates', 'decide', { proposalId }, () => council.decisions(proposalId));
  },
  'decide, by the clock': async (lab) => {
    const { bank } = lab.branch;
    const yesterday = addDays(dayOf(bank.now), -1);
    const { council, proposalId } = await before(lab, 2 * DAY, async () => {
      const convened = await SmallCouncil.open(lab);
      return { council: convened, proposalId: await convened.agreeOn(yesterday) };
    });
    // What else there was for it to do is done: the summaries, the notices of the proposal.
    await before(lab, 15 * HOUR, () => bank.cloud.fireTimer('clock', bank.now));
    const effects = () => council.decisions(proposalId);
    return { by: 'clock', name: 'clock', action: '', input: {}, effects };
  },
  // The last one: it is the end of the year then.
  review: async (lab) => {
    const { bank, branchId } = lab.branch;
    bank.now = Math.max(bank.now, LATE_IN_THE_QUARTER);
    const { person } = await lab.stranger();
    const input = { branchId, version: 1, stars: 5, comment: `${person.openid}的意见` };
    return deed(
      person,
      'rates',
      'review',
      input,
      () => find(lab, 'reviews', { comment: input.comment }).length,
    );
  },
};

/** The first card, with this many points for a visit. */
function wording(points: number) {
  const earning = EARNING.map((rule) => (rule.basis === 'visit' ? { ...rule, points } : rule));
  return { earning, prices: [], explanation: `${points / 100} 分` };
}

function paperVote(proposalId: string) {
  const votes = [{ seatId: 'community-1', choice: 'agree' as const }];
  return { proposalId, revision: 1, text: '到会一人', photoIds: [], votes };
}
