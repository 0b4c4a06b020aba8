import { drawCode } from './drawCode';
import { type OpenApiCall, type OpenApiResponse, writeOpenApiResponse } from './openApiMessage';
import type { Outbox, OutboxMessage } from './outbox';

type Parameters = Record<string, unknown>;

const RISKY_WORDS = ['赌博', '毒品', '枪支', '色情', '代开发票', '刷单'];
const MAX_SCENE_LENGTH = 32;

/** Stand-ins for the open APIs of WeChat that the bank uses. Any other is refused by name. */
export class OpenApi {
  private readonly apis: Record<string, (parameters: Parameters, now: number) => OpenApiResponse> = {
    'subscribeMessage.send': (parameters, now) => this.sendMessage(parameters, now),
    'security.msgSecCheck': checkText,
    'wxacode.getUnlimited': drawMiniProgramCode,
  };

  constructor(
    private readonly outbox: Outbox,
    private readonly log: (line: string) => void,
  ) {}

  answer({ name, parameters }: OpenApiCall, now: number): { contentType: string; body: Buffer } {
    const api = this.apis[name];
    if (api) {
      const response = writeOpenApiResponse(api(parameters, now));
      return { contentType: 'application/octet-stream', body: response };
    }
    this.log(`openapi.${name} is not supported by the local cloud`);
    const refusal = { code: 'LOCALCLOUD_UNSUPPORTED', message: `openapi.${name}` };
    return { contentType: 'application/json; charset=utf-8', body: Buffer.from(JSON.stringify(refusal)) };
  }

  private sendMessage(parameters: Parameters, now: number): OpenApiResponse {
    const { touser, template_id: templateId, page, data } = parameters;
    if (!touser || !templateId || !data)
      return json({ errcode: 40003, errmsg: 'touser, template_id and data are needed' });
    this.outbox.add({
      sentAt: now,
      touser: String(touser),
      templateId: String(templateId),
      page: page === undefined ? undefined : String(page),
      data: data as OutboxMessage['data'],
    });
    return json({ errcode: 0, errmsg: 'ok' });
  }
}

/** Version 1 answers a risky text with error 87014, version 2 with a suggestion. */
function checkText({ content, version }: Parameters): OpenApiResponse {
  const risky = RISKY_WORDS.some((word) => String(content).includes(word));
  if (Number(version) === 2) {
    const result = risky ? { suggest: 'risky', label: 20006 } : { suggest: 'pass', label: 100 };
    return json({ errcode: 0, errmsg: 'ok', result });
  }
  return json(risky ? { errcode: 87014, errmsg: 'risky content' } : { errcode: 0, errmsg: 'ok' });
}

function drawMiniProgramCode({ scene, page }: Parameters): OpenApiResponse {
  const text = String(scene ?? '');
  if (text === '' || text.length > MAX_SCENE_LENGTH) {
    return json({ errcode: 40169, errmsg: 'invalid length for scene, or the data is not json string' });
  }
  const content = drawCode(page ? `${String(page)}?scene=${encodeURIComponent(text)}` : text);
  return { contentType: 'image/png', content };
}

const json = (value: object): OpenApiResponse => ({
  contentType: 'application/json',
  content: Buffer.from(JSON.stringify(value)),
});
