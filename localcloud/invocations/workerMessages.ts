/** What the server asks of a worker: one invocation. Event and result travel as JSON, as in the cloud. */
export interface InvokeMessage {
  event: string;
  /** Variables of this invocation; undefined removes one that an earlier invocation had. */
  variables: Record<string, string | undefined>;
  clock: ClockSetting;
  context: Record<string, unknown>;
}

/** `offset` runs with the machine's clock, `fixed` stands still for the invocation. */
export type ClockSetting = { offset: number } | { fixed: number };

export type WorkerMessage =
  | { kind: 'result'; result: string | undefined }
  | { kind: 'error'; name: string; message: string; stack: string }
  | { kind: 'log'; line: string };

export interface WorkerSetUp {
  functionFile: string;
}
