import type { ActionName, FunctionName, Input } from '../../types/routes';
import { holdHours, richHolder, scanned } from './scenes';
import {
  EARNING,
  hire,
  holdActivity,
  newPhone,
  NOTICE,
  openPassbook,
  SET_UP_CODE,
  showCode,
  type TestBranch,
} from './testBank';
import type { Holder } from './scenes';
import { cheaperRice, CHARTER, convene, type CouncilBranch, openVote, propose, SEATS } from './council';

type Inputs = {
  [F in FunctionName]: { [A in ActionName<F>]: (lab: Laboratory) => Promise<Input<F, A>> | Input<F, A> };
};

let counter = 0;
const fresh = (name: string): string => `${name}${++counter}`;

/** Makes for each action an input that its rightful caller succeeds with, each time a new one. */
export class Laboratory {
  constructor(
    readonly branch: TestBranch,
    /** Whose passbook the holder's actions are about. */
    readonly holder: Holder,
    readonly merchantId: string,
  ) {}

  get branchId(): string {
    return this.branch.branchId;
  }

  stranger(): Promise<Holder> {
    return openPassbook(this.branch, fresh('志愿者'));
  }

  /** A session with a stranger's code, which a teller can scan. */
  async scan(hours = false) {
    const holder = await this.stranger();
    const sessionId = await (hours ? holdHours(this.branch) : holdActivity(this.branch));
    return { holder, sessionId, code: await showCode(holder.person, holder.passbookId) };
  }

  async order(rewardId = this.branch.masks) {
    const { person, passbookId } = this.holder;
    return person.do('redemption', 'reserve', { passbookId, rewardId, lots: 1 });
  }

  async strangersVoucher(): Promise<{ voucher: string }> {
    const { person, passbookId } = await richHolder(this.branch, fresh('顾客'));
    const order = { passbookId, rewardId: this.branch.masks, lots: 1 };
    const { voucher } = await person.do('redemption', 'reserve', order);
    return { voucher: voucher! };
  }

  async invitation(): Promise<string> {
    const input = { role: 'teller', branchId: this.branchId, name: fresh('新柜员') } as const;
    return (await this.branch.manager.do('desk', 'invite', input)).code;
  }

  private council: CouncilBranch | null = null;

  /** The branch's council, convened when it is first needed: from then on the manager publishes no card. */
  async convened(): Promise<CouncilBranch> {
    this.council ??= await convene(this.branch);
    return this.council;
  }

  async proposal(): Promise<string> {
    return propose(await this.convened());
  }

  /** A proposal that is voted on, the one before it voted down. */
  async openedVote(): Promise<string> {
    const council = await this.convened();
    const proposalId = await this.proposal();
    await this.closeVote();
    await openVote(council, proposalId);
    return proposalId;
  }

  async allVotedAgainst(): Promise<string> {
    const proposalId = await this.openedVote();
    await this.voteDown(proposalId);
    return proposalId;
  }

  /** Makes room for the next vote. */
  async closeVote(): Promise<void> {
    const council = await this.convened();
    const { proposals } = await council.manager.do('rates', 'council', { branchId: this.branchId });
    for (const { proposalId, stage } of proposals)
      if (stage === 'voting') {
        await this.voteDown(proposalId);
        await council.manager.do('rates', 'decide', { proposalId });
      }
  }

  private async voteDown(proposalId: string): Promise<void> {
    const council = await this.convened();
    for (const seatId of SEATS)
      await council.seats[seatId]!.call('rates', 'vote', {
        proposalId,
        revision: 1,
        seatId,
        choice: 'against',
      });
  }

  /** A passbook of an organisation that the holder speaks for. */
  async spokenFor(): Promise<string> {
    const { branch, branchId, holder } = this;
    const input = {
      branchId,
      kind: 'organisation',
      title: fresh('公益社团'),
      speakerId: holder.passbookId,
    } as const;
    return (await branch.teller.do('desk', 'openFor', input)).passbookId;
  }

  /** A line that an attendance credited. */
  async creditedLine(): Promise<{ passbookId: string; lineId: string }> {
    const { holder, sessionId } = await this.scan();
    const { attendanceId } = await scanned(this.branch.otherTeller, 'checkIn', sessionId, holder);
    return { passbookId: holder.passbookId, lineId: attendanceId };
  }

  async correction(): Promise<string> {
    const line = await this.creditedLine();
    return (await this.branch.teller.do('desk', 'correct', { ...line, reason: fresh('记错了人') })).id;
  }

  /** An attendance by the hour that the other teller checked in, and nobody checked out. */
  async forgottenHours(): Promise<string> {
    const { bank, otherTeller } = this.branch;
    const ago = 6 * 3_600_000;
    bank.now -= ago;
    const { holder, sessionId } = await this.scan(true);
    const { attendanceId } = await scanned(otherTeller, 'checkIn', sessionId, holder);
    bank.now += ago;
    return attendanceId;
  }

  async award(by = this.branch.teller): Promise<string> {
    const { passbookId } = await this.stranger();
    const input = { passbookId, ruleId: 'outstanding-award', level: 'street', reason: fresh('见义勇为') };
    return (await by.do('desk', 'award', input)).id;
  }
}

export const EVERY_ACTION: Inputs = {
  passbook: {
    branches: () => ({}),
    open: ({ branchId }) => ({ branchId, name: fresh('新人'), phone: newPhone(), consent: NOTICE }),
    home: () => ({}),
    pages: ({ holder }) => ({ passbookId: holder.passbookId, limit: 5 }),
    acts: ({ holder }) => ({ passbookId: holder.passbookId }),
    closings: ({ branchId }) => ({ branchId }),
    codeKey: ({ holder }) => ({ passbookId: holder.passbookId }),
    close: async (lab) => ({ passbookId: await lab.spokenFor(), donate: true }),
  },
  activity: {
    list: ({ branchId }) => ({ branchId }),
    get: async ({ branch }) => ({ sessionId: await holdActivity(branch) }),
    signUp: async ({ branch, holder }) => ({
      sessionId: await holdActivity(branch),
      passbookId: holder.passbookId,
    }),
    withdraw: async ({ branch, holder: { person, passbookId } }) => {
      const sessionId = await holdActivity(branch, { startsIn: 3_600_000 });
      await person.do('activity', 'signUp', { sessionId, passbookId });
      return { sessionId, passbookId };
    },
    publish: ({ branchId, branch: { bank } }) => ({
      branchId,
      title: '防汛',
      description: '',
      category: 'basic',
      basis: 'visit',
      askFirst: true,
      sessions: [{ place: '河边', startsAt: bank.now, endsAt: bank.now + 3_600_000, capacity: 5 }],
    }),
    cancel: async ({ branch }) => ({ sessionId: await holdActivity(branch), reason: '暴雨' }),
    attendances: async ({ branch }) => ({ sessionId: await holdActivity(branch) }),
    identify: async (lab) => {
      const { sessionId, code } = await lab.scan();
      return { sessionId, code };
    },
    checkIn: async (lab) => {
      const { sessionId, code } = await lab.scan();
      return { sessionId, code };
    },
    checkOut: async (lab) => {
      const { bank, teller } = lab.branch;
      const { holder, sessionId } = await lab.scan(true);
      await scanned(teller, 'checkIn', sessionId, holder);
      const at = bank.now + 30_000;
      return { sessionId, code: await showCode(holder.person, holder.passbookId, at) };
    },
    undo: async (lab) => {
      const { holder, sessionId } = await lab.scan();
      return { attendanceId: (await scanned(lab.branch.teller, 'checkIn', sessionId, holder)).attendanceId };
    },
  },
  redemption: {
    catalogue: ({ branchId }) => ({ branchId }),
    reserve: ({ holder, branch }) => ({ passbookId: holder.passbookId, rewardId: branch.masks, lots: 1 }),
    cancel: async (lab) => ({ orderId: (await lab.order()).id }),
    orders: ({ holder }) => ({ passbookId: holder.passbookId }),
    order: async (lab) => ({ orderId: (await lab.order()).id }),
    identify: (lab) => lab.strangersVoucher(),
    confirm: (lab) => lab.strangersVoucher(),
    undo: async (lab) => {
      const { orderId } = await lab.branch.merchant.do('redemption', 'confirm', await lab.strangersVoucher());
      return { orderId };
    },
  },
  rates: {
    current: ({ branchId }) => ({ branchId }),
    publish: ({ branchId, branch }) => ({
      branchId,
      effectiveOn: `2027-01-${String((++counter % 28) + 1).padStart(2, '0')}`,
      earning: EARNING,
      prices: [{ rewardId: branch.masks, points: 500 }],
      explanation: '',
    }),
    history: ({ branchId }) => ({ branchId }),
    council: ({ branchId }) => ({ branchId }),
    proposal: async (lab) => ({ proposalId: await lab.proposal() }),
    propose: ({ branch }) => ({ branchId: branch.branchId, title: fresh('提案'), ...cheaperRice(branch) }),
    amend: async (lab) => ({
      proposalId: await lab.proposal(),
      revision: 1,
      ...cheaperRice(lab.branch),
      prices: [{ rewardId: lab.branch.rice, points: 5_500 }],
    }),
    comment: async (lab) => ({ proposalId: await lab.proposal(), text: fresh('意见') }),
    abandon: async (lab) => ({ proposalId: await lab.proposal() }),
    suggest: ({ branchId }) => ({ branchId, text: fresh('建议') }),
    suggestions: ({ branchId }) => ({ branchId }),
    preview: ({ branch }) => {
      const { earning, prices } = cheaperRice(branch);
      return { branchId: branch.branchId, earning, prices };
    },
    open: async (lab) => {
      await lab.closeVote();
      return { proposalId: await lab.proposal(), revision: 1 };
    },
    vote: async (lab) => ({
      proposalId: await lab.openedVote(),
      revision: 1,
      seatId: 'resident-1',
      choice: 'agree',
    }),
    record: async (lab) => ({
      proposalId: await lab.openedVote(),
      revision: 1,
      text: fresh('会议'),
      photoIds: [],
      votes: [{ seatId: 'community-1', choice: 'agree' }],
    }),
    confirmRecord: async (lab) => {
      const proposalId = await lab.openedVote();
      const votes = [{ seatId: 'community-1', choice: 'agree' as const }];
      const minutes = { proposalId, revision: 1, text: '', photoIds: [], votes };
      return { minutesId: (await lab.branch.manager.do('rates', 'record', minutes)).id };
    },
    addPhoto: ({ branchId }) => ({ branchId, data: `iVBORw0KGgo${'A'.repeat(9)}` }),
    photo: async ({ branch: { manager }, branchId }) =>
      manager.do('rates', 'addPhoto', { branchId, data: `/9j/${'A'.repeat(8)}` }),
    decide: async (lab) => ({ proposalId: await lab.allVotedAgainst() }),
    review: ({ branchId }) => ({ branchId, version: 1, stars: 4, comment: '' }),
    reviews: ({ branchId }) => ({ branchId, version: 1 }),
    subscribe: ({ branchId }) => ({ branchId, topics: ['council'] }),
  },
  desk: {
    setUp: () => ({
      code: SET_UP_CODE,
      streetName: '长江路街道',
      bankName: '长江公益银行',
      name: '街道办',
      phone: newPhone(),
      consent: NOTICE,
    }),
    createBranch: () => ({ branchId: String(5_000 + ++counter), name: '新储蓄所' }),
    branches: () => ({}),
    members: ({ branchId }) => ({ branchId }),
    invite: ({ branchId }) => ({ role: 'teller', branchId, name: fresh('新柜员') }),
    charter: ({ branchId }) => ({ branchId, ...CHARTER }),
    vacate: async (lab) => {
      const { branchId, street, bank, seats } = await lab.convened();
      const seatId = 'association-2';
      await street.do('desk', 'vacate', { branchId, seatId });
      const name = fresh('接任者');
      seats[seatId] = bank.person(name);
      await hire(street, seats[seatId], { role: 'councillor', branchId, seatId, name });
      return { branchId, seatId };
    },
    invitation: async (lab) => ({ code: await lab.invitation() }),
    accept: async (lab) => ({ code: await lab.invitation(), phone: newPhone(), consent: NOTICE }),
    merchants: ({ branchId }) => ({ branchId }),
    passbooks: ({ branchId, holder }) => ({ branchId, search: holder.passbookId }),
    openFor: async (lab) => ({
      branchId: lab.branchId,
      kind: 'organisation',
      title: fresh('公益社团'),
      speakerId: (await lab.stranger()).passbookId,
    }),
    freeze: async (lab) => ({ passbookId: (await lab.stranger()).passbookId, reason: '核实中' }),
    unfreeze: async (lab) => ({ passbookId: (await lab.stranger()).passbookId, reason: '已核实' }),
    award: async (lab) => ({
      passbookId: (await lab.stranger()).passbookId,
      ruleId: 'outstanding-award',
      level: 'street',
      reason: '见义勇为',
    }),
    awards: ({ branchId }) => ({ branchId }),
    closings: ({ branchId }) => ({ branchId }),
    trail: ({ branchId }) => ({ branchId }),
    audit: ({ branchId }) => ({ branchId }),
    approve: async (lab) => ({ awardId: await lab.award(), approved: true }),
    lines: async (lab) => ({ passbookId: (await lab.stranger()).passbookId }),
    correct: async (lab) => ({ ...(await lab.creditedLine()), reason: '记错了人' }),
    corrections: ({ branchId }) => ({ branchId }),
    decideCorrection: async (lab) => ({ correctionId: await lab.correction(), approved: true }),
    lapsed: ({ branchId }) => ({ branchId }),
    settleHours: async (lab) => ({ attendanceId: await lab.forgottenHours(), minutes: 60 }),
    waiting: ({ branchId }) => ({ branchId }),
    rewards: ({ branchId }) => ({ branchId }),
    addReward: ({ branchId, merchantId }) => ({
      branchId,
      name: fresh('洗衣液'),
      kind: 'goods',
      lot: '2 kg',
      description: '',
      providerId: merchantId,
      costCents: 1_990,
    }),
    stock: ({ branch }) => ({ rewardId: branch.masks, kind: 'received', lots: 3, reason: '进货' }),
  },
};
