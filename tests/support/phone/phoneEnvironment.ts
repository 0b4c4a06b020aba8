import JSDOMEnvironment from 'jest-environment-jsdom';

/** What Node has and a jsdom window hides: the local cloud runs beside the phones, in the same process. */
const NODE_GLOBALS = [
  'AbortController',
  'AbortSignal',
  'ArrayBuffer',
  'Blob',
  'BroadcastChannel',
  'FormData',
  'Headers',
  'MessageChannel',
  'ReadableStream',
  'Request',
  'Response',
  'TextDecoder',
  'TextEncoder',
  'TransformStream',
  'URL',
  'URLSearchParams',
  'Uint8Array',
  'WritableStream',
  'clearImmediate',
  'crypto',
  'fetch',
  'performance',
  'setImmediate',
  'structuredClone',
] as const;

/** A DOM for the pages of the WeChat build to be drawn in, and Node for the bank that answers them. */
export default class PhoneEnvironment extends JSDOMEnvironment {
  override async setup(): Promise<void> {
    await super.setup();
    for (const name of NODE_GLOBALS) {
      Object.defineProperty(this.global, name, {
        value: globalThis[name],
        configurable: true,
        writable: true,
      });
    }
  }

  override exportConditions(): string[] {
    return ['node', 'require', 'default'];
  }
}
