import { makeAutoObservable, runInAction } from 'mobx';
import { ulid } from 'ulid';
import type { Choice } from '../../../types/entities';
import type { MinutesRow, ProposalPage, VoteRow } from '../../../types/routes';
import type { CallCloud } from '../../cloud/callCloud';
import { Progress } from '../../cloud/progress';
import type { Photo } from '../../platform/photos';

/** What a seat's paper said; `absent` for one that lay nowhere. */
export type PaperVote = Choice | 'absent';

export const MOST_PHOTOS = 6;
const PHOTO_TIMEOUT_MS = 40_000;

/** The votes on paper of one meeting, while they are entered. */
export class RecordStore {
  page: ProposalPage | null = null;
  votes: Record<string, PaperVote> = {};
  text = '';
  photos: { key: string; photo: Photo; photoId: string | null }[] = [];
  isChecked = false;
  entered: MinutesRow | null = null;
  readonly loading = new Progress();
  readonly uploading = new Progress();
  readonly sending = new Progress();

  constructor(private readonly call: CallCloud) {
    makeAutoObservable<this, 'call'>(this, { call: false });
  }

  async load(proposalId: string): Promise<void> {
    await this.loading.run(async () => {
      const page = await this.call('rates', 'proposal', { proposalId });
      runInAction(() => (this.page = page));
    });
  }

  /** Seats that have not voted: a paper of theirs can be entered. */
  get seats(): VoteRow[] {
    return this.page?.votes.filter((vote) => vote.choice === null) ?? [];
  }

  get votesError(): string | null {
    const open = this.seats.filter(({ seatId }) => !this.votes[seatId]).length;
    if (open > 0) return `还有 ${open} 席没有选。没来的请选“未到”。`;
    return this.seats.every(({ seatId }) => this.votes[seatId] === 'absent') ? '没有一张票可以录入。' : null;
  }

  get canAddPhotos(): number {
    return MOST_PHOTOS - this.photos.length;
  }

  choose(seatId: string, vote: PaperVote): void {
    this.votes[seatId] = vote;
  }

  /** @returns whether it can be entered as it is */
  check(): boolean {
    this.isChecked = true;
    this.sending.forget();
    return this.votesError === null;
  }

  write(text: string): void {
    this.text = text;
  }

  /** Takes photos in and brings them to the bank, one after the other. */
  async addPhotos(chosen: readonly Photo[]): Promise<void> {
    const fresh = chosen.slice(0, this.canAddPhotos);
    this.photos.push(...fresh.map((photo) => ({ key: ulid(Date.now(), Math.random), photo, photoId: null })));
    await this.upload();
  }

  /** Brings those photos to the bank that it does not have yet. */
  async upload(): Promise<void> {
    const branchId = this.page?.branchId;
    if (!branchId) return;
    await this.uploading.run(async () => {
      for (const each of this.photos.filter(({ photoId }) => photoId === null)) {
        const { photoId } = await this.call(
          'rates',
          'addPhoto',
          { branchId, data: each.photo.data },
          { purpose: `addPhoto:${each.key}`, timeoutMs: PHOTO_TIMEOUT_MS },
        );
        runInAction(() => {
          const kept = this.photos.find(({ key }) => key === each.key);
          if (kept) kept.photoId = photoId;
        });
      }
    });
  }

  removePhoto(key: string): void {
    this.photos = this.photos.filter((each) => each.key !== key);
  }

  async send(): Promise<void> {
    const { page } = this;
    if (!page || !this.check()) return;
    await this.upload();
    if (this.uploading.error !== null) return;
    const { proposalId, revision } = page;
    const votes = this.seats.flatMap(({ seatId }) => {
      const choice = this.votes[seatId];
      return choice && choice !== 'absent' ? [{ seatId, choice }] : [];
    });
    const photoIds = this.photos.flatMap(({ photoId }) => photoId ?? []);
    await this.sending.run(async () => {
      const entered = await this.call(
        'rates',
        'record',
        { proposalId, revision, text: this.text.trim(), photoIds, votes },
        { purpose: `record:${proposalId}` },
      );
      runInAction(() => (this.entered = entered));
    });
  }
}
