import { makeAutoObservable, runInAction } from 'mobx';
import type { Topic } from '../../types/entities';
import type { CouncilRoom } from '../../types/routes';
import type { CallCloud } from '../cloud/callCloud';
import { Progress } from '../cloud/progress';
import { askForMessages, canSubscribe } from '../platform/subscribeMessages';

/** Messages about the council's work, each agreed to by a tap in WeChat. */
export class NewsStore {
  /** Topics agreed to since the app was opened. */
  agreed: Topic[] = [];
  readonly sending = new Progress();
  private branchId: string | null = null;
  private templates: CouncilRoom['templates'] = {};

  constructor(private readonly call: CallCloud) {
    makeAutoObservable<this, 'call'>(this, { call: false });
  }

  /** Whether there is anything to agree to. */
  canAsk(topic: Topic): boolean {
    return canSubscribe && Boolean(this.templates[topic]);
  }

  /** Fetches what a tap needs at once: call it before there is anything to tap. Does nothing where nobody can ask. */
  async prepare(branchId: string): Promise<void> {
    if (!canSubscribe || branchId === this.branchId) return;
    try {
      const { templates } = await this.call('rates', 'council', { branchId });
      runInAction(() => {
        this.branchId = branchId;
        this.templates = templates;
      });
    } catch {
      // Nobody is asked then; what the page is for goes on.
    }
  }

  /**
   * Asks for one message a topic, and tells the bank what was agreed to. Call it first thing in a tap's handler.
   * A failure is no reason to stop what was tapped for: it is kept in `sending`.
   */
  async ask(topics: readonly Topic[]): Promise<void> {
    const { branchId } = this;
    if (!branchId) return;
    const accepted = await askForMessages(this.templates, topics);
    if (accepted.length === 0) return;
    await this.sending.run(async () => {
      const purpose = `subscribe:${branchId}`;
      await this.call('rates', 'subscribe', { branchId, topics: accepted }, { purpose });
      runInAction(() => (this.agreed = [...new Set([...this.agreed, ...accepted])]));
    });
  }
}
