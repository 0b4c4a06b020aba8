import { makeAutoObservable, runInAction } from 'mobx';
import type { Input, PassbookRow } from '../../../types/routes';
import type { CallCloud } from '../../cloud/callCloud';
import { hasErrors, textError } from './fieldErrors';
import { searchTerm } from './passbookSearchStore';
import { Progress } from './progress';

type Kind = Input<'desk', 'openFor'>['kind'];

/** Opens a passbook for an enterprise or organisation, which a volunteer speaks for. */
export class OpenForStore {
  kind: Kind | null = null;
  title = '';
  speakerNumber = '';
  /** Whose the number is, so that a slip of the finger shows before it counts. */
  speaker: PassbookRow | null = null;
  isChecked = false;
  passbookId: string | null = null;
  readonly lookingUp = new Progress();
  readonly sending = new Progress();

  constructor(private readonly call: CallCloud) {
    makeAutoObservable<this, 'call'>(this, { call: false });
  }

  begin(): void {
    this.kind = null;
    this.title = '';
    this.speakerNumber = '';
    this.speaker = null;
    this.isChecked = false;
    this.passbookId = null;
    this.lookingUp.forget();
    this.sending.forget();
  }

  chooseKind(kind: Kind): void {
    this.kind = kind;
  }

  writeTitle(title: string): void {
    this.title = title;
  }

  /** Looks the speaker up as soon as the number is whole. */
  async writeSpeaker(number: string, branchId: string): Promise<void> {
    this.speakerNumber = number;
    this.speaker = null;
    this.lookingUp.forget();
    if (isNumber(searchTerm(number))) await this.lookUp(branchId);
  }

  get errors() {
    const { speaker } = this;
    const whole = isNumber(searchTerm(this.speakerNumber));
    const notVolunteer = speaker && speaker.kind !== 'volunteer' ? '代表人要用志愿者的存折。' : undefined;
    return {
      kind: this.kind ? undefined : '请选择企业或公益组织。',
      title: textError(this.title, '请填单位全称。', 30),
      speaker: whole ? notVolunteer : '请填代表人的存折号，如 0211-000155-3。',
    };
  }

  get shownErrors(): Partial<OpenForStore['errors']> {
    return this.isChecked ? this.errors : {};
  }

  async open(branchId: string): Promise<void> {
    this.isChecked = true;
    const { kind } = this;
    if (hasErrors(this.errors) || !kind) return;
    const input = {
      ...{ branchId, kind },
      title: this.title.trim(),
      speakerId: searchTerm(this.speakerNumber),
    };
    await this.sending.run(async () => {
      const { passbookId } = await this.call('desk', 'openFor', input, { purpose: 'openFor' });
      runInAction(() => (this.passbookId = passbookId));
    });
  }

  private async lookUp(branchId: string): Promise<void> {
    const search = searchTerm(this.speakerNumber);
    await this.lookingUp.run(async () => {
      const { passbooks } = await this.call('desk', 'passbooks', { branchId, search });
      runInAction(() => {
        if (search === searchTerm(this.speakerNumber)) this.speaker = passbooks[0] ?? null;
      });
    });
  }
}

function isNumber(text: string): boolean {
  return /^\d{4}-\d{6}-\d$/.test(text);
}
