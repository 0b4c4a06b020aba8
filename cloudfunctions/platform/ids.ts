import { base32 } from '../../types/code';
import { createHash } from 'node:crypto';

const ID_BYTES = 16;

/** A person's id: the same for the same WeChat identity, and nothing that leads back to it. */
export function personIdOf(openid: string): string {
  return derivedId('p', openid);
}

/** The id of what a request makes: sending the request again finds what it made before. */
export function idOfRequest(prefix: string, personId: string, action: string, requestId: string): string {
  return derivedId(prefix, `${personId}\n${action}\n${requestId}`);
}

function derivedId(prefix: string, from: string): string {
  return `${prefix}_${base32(createHash('sha256').update(`${prefix}\n${from}`).digest().subarray(0, ID_BYTES))}`;
}
