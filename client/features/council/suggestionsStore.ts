import { makeAutoObservable, runInAction } from 'mobx';
import type { CouncilRoom, SuggestionRow } from '../../../types/routes';
import type { CallCloud } from '../../cloud/callCloud';
import { Progress } from '../../cloud/progress';
import { textError } from '../../fieldErrors';

const MOST = 300;

/** What residents would like changed in the rate card, and one's own suggestion. */
export class SuggestionsStore {
  branchId: string | null = null;
  suggestions: SuggestionRow[] | null = null;
  room: CouncilRoom | null = null;
  text = '';
  isWriting = false;
  isChecked = false;
  /** Whether the person's own has just been handed in. */
  isHandedIn = false;
  readonly loading = new Progress();
  readonly sending = new Progress();

  constructor(private readonly call: CallCloud) {
    makeAutoObservable<this, 'call'>(this, { call: false });
  }

  async load(branchId: string): Promise<void> {
    if (branchId !== this.branchId) this.suggestions = null;
    this.branchId = branchId;
    await this.loading.run(async () => {
      const [{ suggestions }, room] = await Promise.all([
        this.call('rates', 'suggestions', { branchId }),
        this.call('rates', 'council', { branchId }),
      ]);
      runInAction(() => {
        if (branchId !== this.branchId) return;
        this.suggestions = suggestions;
        this.room = room;
      });
    });
  }

  /** Whether the person sits in the council, and may take a suggestion up. */
  get isCouncillor(): boolean {
    return this.room?.seats.some((seat) => seat.isMine) ?? false;
  }

  begin(): void {
    this.isWriting = true;
    this.isChecked = false;
    this.isHandedIn = false;
    this.sending.forget();
  }

  leave(): void {
    this.isWriting = false;
  }

  write(text: string): void {
    this.text = text;
  }

  get error(): string | undefined {
    return this.isChecked ? textError(this.text, '请写下您的建议。', MOST) : undefined;
  }

  async suggest(): Promise<void> {
    const { branchId } = this;
    this.isChecked = true;
    if (!branchId || this.error !== undefined) return;
    const input = { branchId, text: this.text.trim() };
    const isDone = await this.sending.run(async () => {
      await this.call('rates', 'suggest', input, { purpose: `suggest:${branchId}` });
    });
    if (!isDone) return;
    runInAction(() => {
      this.text = '';
      this.isWriting = false;
      this.isHandedIn = true;
    });
    await this.load(branchId);
  }
}
