import cloud from 'wx-server-sdk';
import { BankError } from '../../types/errors';

interface OpenApi {
  security: {
    msgSecCheck(call: object): Promise<{ result?: { suggest?: string } }>;
  };
  subscribeMessage: { send(call: object): Promise<unknown> };
}

const openApi = (cloud as unknown as { openapi: OpenApi }).openapi;

/** WeChat's scene number for what people write to each other. */
const COMMENT_SCENE = 2;

/**
 * Lets WeChat look over what a person wrote for others to read. Best effort: when the check itself cannot be
 * had, the text passes; it is never part of a step on the ledger.
 * @throws BankError TEXT_REFUSED
 */
export async function checkText(openid: string | null, text: string): Promise<void> {
  if (!openid || text === '') return;
  const checked = await openApi.security
    .msgSecCheck({ openid, scene: COMMENT_SCENE, version: 2, content: text })
    .catch((error: unknown) => {
      console.error('msgSecCheck', error);
      return {};
    });
  if ('result' in checked && checked.result?.suggest === 'risky') throw new BankError('TEXT_REFUSED', {});
}

/**
 * Sends a subscribe message with two fields, a title and what it is about.
 * @returns false if WeChat did not take it
 */
export async function sendMessage(
  openid: string,
  templateId: string,
  page: string,
  title: string,
  what: string,
): Promise<boolean> {
  try {
    await openApi.subscribeMessage.send({
      touser: openid,
      templateId,
      page,
      data: { thing1: { value: title.slice(0, 20) }, thing2: { value: what.slice(0, 20) } },
    });
    return true;
  } catch (error) {
    console.error('subscribeMessage', error);
    return false;
  }
}
