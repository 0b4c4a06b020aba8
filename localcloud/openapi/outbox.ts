export interface OutboxMessage {
  sentAt: number;
  touser: string;
  templateId: string;
  page?: string;
  data: Record<string, { value: string }>;
}

/** Subscribe messages that functions have sent; the newest last. */
export class Outbox {
  private sent: OutboxMessage[] = [];

  add(message: OutboxMessage): void {
    this.sent.push(message);
    if (this.sent.length > 1000) this.sent.shift();
  }

  messages(): readonly OutboxMessage[] {
    return this.sent;
  }

  clear(): void {
    this.sent = [];
  }
}
