import { type Instant, MINUTE } from '../../types/day';
import { CAST, FENG, WU, WU_SPEAKS_FOR, ZHOU, ZHOU_BRANCH } from './cast';
import { SKILLS } from './calendar';
import { Chance } from './chance';
import { type Book, DAYS, type DemoBranch, type Resident } from './demoBranch';
import { type DemoBank, DemoPhone, NOTICE } from './demoBank';
import { inventNames, inventPhone } from './people';
import { BRANCHES, type BranchPlan } from './street';

/** So many of a branch's volunteers come in its first week. */
const FIRST_WEEK = 0.4;
/** The last newcomers came so many days ago. */
const NEWEST = 12;

/** A name for each volunteer of the street. */
const NAMES = inventNames(
  BRANCHES.reduce((total, { volunteers }) => total + volunteers, 0),
  CAST.map(({ name }) => name),
);

/** The people of a branch; the first branch's begin with the cast. */
export function residentsOf(bank: DemoBank, plan: BranchPlan): Resident[] {
  const chance = new Chance(`residents of ${plan.id}`);
  const cast = plan.id === ZHOU_BRANCH ? CAST : [];
  const before = BRANCHES.slice(0, BRANCHES.indexOf(plan));
  const firstNumber = before.reduce((total, { volunteers }) => total + volunteers, 1);
  return Array.from({ length: plan.volunteers }, (_, index): Resident => {
    const known = cast[index];
    const zeal = Math.pow(chance.whole(1, 100) / 100, 5);
    const skill = chance.happens(0.35) ? chance.pick(SKILLS) : null;
    return {
      phone: new DemoPhone(bank, known?.openid ?? `demo-${plan.id}-resident-${index + 1}`),
      name: known?.name ?? NAMES[firstNumber + index - 1]!,
      number: inventPhone(firstNumber + index),
      skill: known ? known.skill : skill,
      zeal: Math.max(0.02, known?.zeal ?? zeal),
      opensDaysAgo: openingDay(index / plan.volunteers),
      inStory: known?.inStory ?? false,
    };
  });
}

/** Plans who opens a passbook when: volunteers by themselves, firms and associations at the teller's. */
export function planOpenings(branch: DemoBranch): void {
  const { agenda, plan, residents } = branch;
  for (const resident of residents)
    agenda.plan(branch.at(resident.opensDaysAgo, 8.5, 9), (now) => openOwn(branch, resident, now));

  const speakers = residents.filter(
    ({ phone, opensDaysAgo }) =>
      opensDaysAgo > DAYS - 7 && ![ZHOU, FENG, WU].some((member) => member.openid === phone.openid),
  );
  const openLater = (title: string, kind: 'enterprise' | 'organisation', daysAgo: number, turn: number) => {
    const named = title === WU_SPEAKS_FOR && residents.find(({ phone }) => phone.openid === WU.openid);
    const speaker = named || speakers[turn % speakers.length]!;
    agenda.plan(branch.at(daysAgo, 9, 7), (now) => openFor(branch, speaker, title, kind, now));
  };
  plan.enterprises.forEach((title, index) => openLater(title, 'enterprise', 118 - 14 * index, index));
  openLater(plan.organisation, 'organisation', 128, plan.enterprises.length);
}

/** The first come in the first week, the others over the months. */
function openingDay(share: number): number {
  if (share < FIRST_WEEK) return DAYS - 1 - Math.floor((share / FIRST_WEEK) * 5);
  return Math.round(DAYS - 7 - ((share - FIRST_WEEK) / (1 - FIRST_WEEK)) * (DAYS - 7 - NEWEST));
}

async function openOwn(branch: DemoBranch, resident: Resident, now: Instant): Promise<void> {
  const { phone, name, number } = resident;
  const { passbookId } = await phone.do(now, 'passbook', 'open', {
    branchId: branch.plan.id,
    name,
    phone: number,
    consent: NOTICE,
  });
  await takeHome(branch, resident, passbookId, 'volunteer', now);
}

async function openFor(
  branch: DemoBranch,
  speaker: Resident,
  title: string,
  kind: 'enterprise' | 'organisation',
  now: Instant,
): Promise<void> {
  const own = branch.books.find((book) => book.resident === speaker);
  if (!own) throw new Error(`${speaker.name} has no passbook yet`);
  const input = { branchId: branch.plan.id, kind, title, speakerId: own.passbookId };
  const { passbookId } = await branch.tellers[1].do(now, 'desk', 'openFor', input);
  await takeHome(branch, speaker, passbookId, kind, now);
}

async function takeHome(
  branch: DemoBranch,
  resident: Resident,
  passbookId: string,
  kind: Book['kind'],
  now: Instant,
): Promise<void> {
  const { key } = await resident.phone.do(now + MINUTE, 'passbook', 'codeKey', { passbookId });
  branch.books.push({ passbookId, kind, resident, key, available: 0, engagements: [], frozen: false });
}
