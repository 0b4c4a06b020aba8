import { makeAutoObservable, runInAction } from 'mobx';
import type { Input, PassbookRow } from '../../../types/routes';
import type { CallCloud } from '../../cloud/callCloud';
import { hasErrors, textError } from '../../fieldErrors';
import { Progress } from '../../cloud/progress';
import { isPassbookNumber, searchTerm } from './searchTerm';

type Kind = Input<'desk', 'openFor'>['kind'];

/** Opens a passbook for an enterprise or organisation, which a volunteer speaks for. */
export class OpenForStore {
  kind: Kind | null = null;
  title = '';
  speakerNumber = '';
  /** Whose the number is, so that a slip of the finger shows before it counts. */
  speaker: PassbookRow | null = null;
  /** The number that was last looked up. */
  lookedUp = '';
  isChecked = false;
  passbookId: string | null = null;
  readonly lookingUp = new Progress();
  readonly sending = new Progress();

  constructor(private readonly call: CallCloud) {
    makeAutoObservable<this, 'call'>(this, { call: false });
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
    if (isPassbookNumber(searchTerm(number))) await this.lookUp(branchId);
  }

  get errors() {
    return {
      kind: this.kind ? undefined : '请选择企业或公益组织。',
      title: textError(this.title, '请填单位全称。', 30),
      speaker: this.speakerError,
    };
  }

  /** A number that was looked up in vain is told at once, the rest when the person wants to go on. */
  get shownErrors(): Partial<OpenForStore['errors']> {
    if (this.isChecked) return this.errors;
    return { speaker: this.lookedUp ? this.speakerError : undefined };
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

  private get speakerError(): string | undefined {
    const number = searchTerm(this.speakerNumber);
    if (!isPassbookNumber(number)) return '请填代表人的存折号，如 0211-000155-3。';
    if (this.lookedUp !== number) return undefined;
    if (!this.speaker) return '本所没有这本存折，请核对号码。';
    return this.speaker.kind === 'volunteer' ? undefined : '这是单位的存折。代表人要用自己的志愿者存折。';
  }

  private async lookUp(branchId: string): Promise<void> {
    const search = searchTerm(this.speakerNumber);
    await this.lookingUp.run(async () => {
      const { passbooks } = await this.call('desk', 'passbooks', { branchId, search });
      runInAction(() => {
        if (search !== searchTerm(this.speakerNumber)) return;
        this.speaker = passbooks[0] ?? null;
        this.lookedUp = search;
      });
    });
  }
}
