import { lobbyPeople } from '../demo/lobbyPeople';
import type { OpenBank } from './openBank';

/** How many of the lobby's people are named on the terminal. */
const NAMED = 8;

/** What is printed when the bank is open. */
export function welcome({ cloud, setUpCode }: Pick<OpenBank, 'cloud' | 'setUpCode'>): string {
  const people = lobbyPeople(cloud.database).slice(0, NAMED);
  return [
    '',
    `  公益银行开门了 · The bank is open:  ${cloud.url}`,
    '',
    ...(setUpCode === null
      ? people.map(({ name, role, detail }) => `    ${padded(`${role} ${name}`)}${detail}`)
      : [`    这是一家空银行。街道办的开行码（用一次）· Set-up code:  ${setUpCode}`]),
    '',
    '  打开链接，选一个人就能用；每个标签页可以是不同的人。按 Ctrl-C 关门，数据都在。',
    '',
  ].join('\n');
}

const NAME_COLUMN = 20;

/** Chinese characters are two columns wide. */
function padded(text: string): string {
  const width = [...text].reduce((total, character) => total + (character.charCodeAt(0) > 255 ? 2 : 1), 0);
  return text + ' '.repeat(Math.max(1, NAME_COLUMN - width));
}
