import Taro from '@tarojs/taro';
import type { Answer } from '../../types/routes';
import { CallError } from './CallError';

export interface CallEvent {
  action: string;
  input: unknown;
  requestId?: string;
}

/** Carries one event to a function and its answer back; throws NETWORK when there is none in time. */
export type Send = (functionName: string, event: CallEvent, timeoutMs: number) => Promise<Answer<unknown>>;

/** The token of who signed in on this page of a browser; the local cloud's lobby and a PC's sign-in set it. */
const TOKEN_KEY = 'bank.token';

/** Through WeChat on the phone, which vouches for who calls; over HTTP in a browser. */
export const send: Send = async (functionName, event, timeoutMs) => {
  const carry = process.env.TARO_ENV === 'weapp' ? sendByWeChat : sendByHttp;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('timeout')), timeoutMs);
  });
  let answer: unknown;
  try {
    answer = await Promise.race([carry(functionName, event), late]);
  } catch (error) {
    throw error instanceof CallError ? error : new CallError('NETWORK', {});
  } finally {
    clearTimeout(timer);
  }
  if (!isAnswer(answer)) throw new CallError('NETWORK', {});
  return answer;
};

async function sendByWeChat(name: string, event: CallEvent): Promise<unknown> {
  const { result } = await Taro.cloud.callFunction({ name, data: event });
  return result;
}

async function sendByHttp(name: string, event: CallEvent): Promise<unknown> {
  const token = sessionStorage.getItem(TOKEN_KEY);
  const response = await fetch(`/functions/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(event),
  });
  if (response.status === 401) throw new CallError('NO_IDENTITY', {});
  return response.json();
}

/** A gateway's error page or a killed function is no answer of the bank's. */
function isAnswer(value: unknown): value is Answer<unknown> {
  return typeof value === 'object' && value !== null && 'ok' in value;
}
