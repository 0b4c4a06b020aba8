import type { BankStartErrorCode } from '../bankStartError';

export interface StartPlace {
  port: number;
  dataDir: string;
}

/** What happened in Chinese, and what to do next in Chinese and English. */
interface StartErrorWords {
  happened: string;
  next: string;
  nextInEnglish: string;
}

type Speak = (place: StartPlace) => StartErrorWords;

const say =
  (happened: string, next: string, nextInEnglish: string): Speak =>
  () => ({ happened, next, nextInEnglish });

const damaged: Speak = ({ dataDir }) => ({
  happened: `数据文件 ${dataDir}/bank.sqlite 打不开，里面的内容没有动过。`,
  next: '有备份请放回备份；想重新开始，请运行 npm start -- --fresh（会换掉它），或先把它移到别处。',
  nextInEnglish:
    'It was left untouched. Put a backup in its place, or start over with npm start -- --fresh, which replaces it.',
});

const words: Record<BankStartErrorCode, Speak> = {
  BAD_OPTION: say('没有这个选项。', '可用的选项：', 'The options are:'),
  PORT_BUSY: ({ port }) => ({
    happened: `端口 ${port} 已经被占用。`,
    next: `如果公益银行已经开着，直接打开 http://127.0.0.1:${port} ；要换一个端口，请运行 npm start -- --port ${port + 1}`,
    nextInEnglish: `If the bank is running already, open http://127.0.0.1:${port}; for another port run npm start -- --port ${port + 1}`,
  }),
  PORT_FORBIDDEN: ({ port }) => ({
    happened: `系统不允许使用端口 ${port}。`,
    next: '请换一个大于 1023 的端口：npm start -- --port 8787',
    nextInEnglish: 'Run npm start -- --port 8787',
  }),
  DATA_FILE_UNREADABLE: damaged,
  DATA_FILE_NOT_SQLITE: damaged,
  DATA_FILE_CORRUPT: damaged,
  DATA_FILE_FOREIGN: damaged,
  DATA_FILE_READ_ONLY: ({ dataDir }) => ({
    happened: `数据文件 ${dataDir}/bank.sqlite 是只读的。`,
    next: '请把它改成可以写入，再运行 npm start。',
    nextInEnglish: 'Make it writable, then run npm start again.',
  }),
  DATA_FILE_LOCKED: ({ dataDir }) => ({
    happened: `文件夹 ${dataDir} 正被另一个开着的公益银行使用。`,
    next: '请到那个窗口按 Ctrl-C 关掉它，或直接用它；数据没有动过。',
    nextInEnglish: 'Stop that one with Ctrl-C, or just use it; nothing was changed.',
  }),
  DATA_FOLDER_NOT_WRITABLE: ({ dataDir }) => ({
    happened: `不能在 ${dataDir} 里写入数据。`,
    next: '请检查这里是不是一个可以写入的文件夹（项目不要放在只读的地方），再运行 npm start。',
    nextInEnglish: 'Make it a folder that you may write to, then run npm start again.',
  }),
  DATA_BREAKS_UNIQUE_INDEX: ({ dataDir }) => ({
    happened: `${dataDir}/bank.sqlite 里的数据与这个版本的程序合不上，数据没有动过。`,
    next: '请用原来的版本打开；想重新开始，请运行 npm start -- --fresh',
    nextInEnglish: 'Open it with the version it was made with, or start over with npm start -- --fresh',
  }),
  FUNCTIONS_MISSING: say(
    '没有找到构建好的云函数。',
    '请在项目文件夹里运行 npm start。',
    'Run npm start in the folder of the project.',
  ),
  BUILD_FAILED: say(
    '构建没有成功，数据没有动过。',
    '如果改过源码，请看下面说的原因；没有改过，请先运行 npm ci，再运行 npm start。',
    'If you changed the sources, the reason is above; if not, run npm ci and then npm start.',
  ),
  BUILD_FOLDER_NOT_WRITABLE: say(
    '不能写入 dist 文件夹。',
    '请检查项目是不是放在可以写入的地方，再运行 npm start。',
    'Keep the project where you may write, then run npm start again.',
  ),
  BANK_NOT_EMPTY: ({ dataDir }) => ({
    happened: `${dataDir} 里已经有一家银行，没有动它。`,
    next: '要照常打开，请运行 npm start；要换成一家空银行，请运行 npm start -- --fresh --empty',
    nextInEnglish: 'Run npm start to open it, or npm start -- --fresh --empty to replace it by an empty one.',
  }),
  SECRETS_MISSING: ({ dataDir }) => ({
    happened: `${dataDir}/secrets.json 不见了；没有它，存折的签到码和兑换码都认不出来。数据没有动过。`,
    next: '请把它放回去；想重新开始，请运行 npm start -- --fresh（旧数据会改名留下）。',
    nextInEnglish:
      'Put it back, or start over with npm start -- --fresh, which keeps the old data under another name.',
  }),
  SECRETS_UNREADABLE: ({ dataDir }) => ({
    happened: `${dataDir}/secrets.json 读不出来，没有动它。`,
    next: '请放回原来的文件；想重新开始，请运行 npm start -- --fresh（旧数据会改名留下）。',
    nextInEnglish:
      'Put the right file back, or start over with npm start -- --fresh, which keeps the old data under another name.',
  }),
};

/** What a person is told who could not start the bank, in Chinese and English. */
export function startErrorText(code: BankStartErrorCode, message: string, place: StartPlace): string {
  const { happened, next, nextInEnglish } = words[code](place);
  return [`${happened}${next}`, message, nextInEnglish].join('\n');
}
