import protobuf from 'protobufjs';

/** An open API call: its name, such as `subscribeMessage.send`, and its parameters in snake_case. */
export interface OpenApiCall {
  name: string;
  parameters: Record<string, unknown>;
}

/** What WeChat's server answers to it. */
export interface OpenApiResponse {
  contentType: string;
  content: Buffer;
}

// The messages of wx-server-sdk 4.0.2 (its src/protobuf/openapi.js), as far as open APIs need them.
const schema = protobuf.parse(`
  syntax = "proto3";
  message KeyValuePair { string key = 1; bytes value = 2; string contenttype = 3; string filename = 4; }
  message OpenApiData { repeated KeyValuePair pairs = 1; }
  message CommApiData { int32 apiType = 1; OpenApiData openapiData = 2; string appid = 6; }
  message CommOpenApiResp { bytes respData = 1; string contentType = 2; int32 errorCode = 3; uint32 httpCode = 4; }
`).root;
const CommApiData = schema.lookupType('CommApiData');
const CommOpenApiResp = schema.lookupType('CommOpenApiResp');

/**
 * Reads the SDK's multipart body: `apiName` as text, `requestData` as a protobuf message.
 *
 * @throws Error when it is neither
 */
export function readOpenApiCall(body: Buffer, contentType: string): OpenApiCall {
  const parts = splitMultipart(body, contentType);
  const data = parts.get('requestData');
  if (!data) throw new Error('the open API call has no requestData');
  const message = CommApiData.decode(data) as unknown as {
    openapiData?: { pairs?: { key: string; value: Uint8Array }[] };
  };
  const parameters: Record<string, unknown> = {};
  for (const { key, value } of message.openapiData?.pairs ?? []) {
    parameters[key] = jsonOrText(Buffer.from(value).toString());
  }
  return { name: parts.get('apiName')?.toString() ?? '', parameters };
}

export function writeOpenApiResponse({ contentType, content }: OpenApiResponse): Buffer {
  const message = CommOpenApiResp.create({ respData: content, contentType, errorCode: 0, httpCode: 200 });
  return Buffer.from(CommOpenApiResp.encode(message).finish());
}

/** The platform's own form parsers take a part without a file name for text, which would spoil the protobuf. */
function splitMultipart(body: Buffer, contentType: string): Map<string, Buffer> {
  const boundary = /boundary=(?:"([^"]+)"|([^;]+))/.exec(contentType);
  if (!boundary) throw new Error('multipart without a boundary');
  const mark = Buffer.from(`--${boundary[1] ?? boundary[2]}`);
  const parts = new Map<string, Buffer>();
  for (let start = body.indexOf(mark); start !== -1;) {
    const next = body.indexOf(mark, start + mark.length);
    if (next === -1) break;
    const part = body.subarray(start + mark.length + 2, next - 2);
    const split = part.indexOf('\r\n\r\n');
    const name = /name="([^"]*)"/.exec(part.subarray(0, split).toString())?.[1];
    if (name !== undefined) parts.set(name, part.subarray(split + 4));
    start = next;
  }
  return parts;
}

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
