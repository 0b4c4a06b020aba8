import { ulid } from 'ulid';
import { storage } from '../platform/storage';

const KEY = 'bank.pendingRequests';
const MOST_KEPT = 50;
/** A photo would fill the phone's storage; of more than this only a mark is kept. */
const LONGEST = 4000;

interface PendingRequest {
  requestId: string;
  /** What was asked, as JSON or its mark: the same id never goes out with other content. */
  content: string;
}

/**
 * Keeps the id of each writing request until its answer came, in storage too. Pressed again after a lost
 * reply, even after the app was killed, the request goes out under the id it had, and the bank answers
 * what it answered before instead of doing it twice.
 */
export class PendingRequests {
  private readonly kept = new Map<string, PendingRequest>(storage.get<[string, PendingRequest][]>(KEY) ?? []);

  /**
   * The id under which to send this.
   * @param purpose what the person means to do, once: `reserve:<rewardId>`, `checkIn:<code>`
   */
  idFor(purpose: string, input: unknown): string {
    const content = markOf(JSON.stringify(input));
    const before = this.kept.get(purpose);
    if (before?.content === content) return before.requestId;
    // WeChat's engines have no crypto; an id need only be this phone's own.
    const requestId = ulid(Date.now(), Math.random);
    this.kept.delete(purpose);
    this.kept.set(purpose, { requestId, content });
    this.save();
    return requestId;
  }

  /** Whether something was sent for this purpose whose answer never came. */
  isPending(purpose: string): boolean {
    return this.kept.has(purpose);
  }

  /** The answer came, good or not: the next request for this purpose is a new one. */
  answered(purpose: string, requestId: string): void {
    if (this.kept.get(purpose)?.requestId !== requestId) return;
    this.kept.delete(purpose);
    this.save();
  }

  private save(): void {
    for (const purpose of this.kept.keys()) {
      if (this.kept.size <= MOST_KEPT) break;
      this.kept.delete(purpose);
    }
    if (this.kept.size > 0) storage.set(KEY, [...this.kept]);
    else storage.remove(KEY);
  }
}

/** The content itself, or for a long one what tells it from another: its length and a 32-bit FNV-1a hash. */
function markOf(content: string): string {
  if (content.length <= LONGEST) return content;
  let hash = 0x811c9dc5;
  for (let at = 0; at < content.length; at++) hash = Math.imul(hash ^ content.charCodeAt(at), 0x01000193);
  return `${content.length}:${hash >>> 0}`;
}
