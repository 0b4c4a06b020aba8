import { Chance } from './chance';

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙马朱胡郭何林罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏'];
const GIVEN = (
  '桂兰 秀英 玉珍 淑芬 凤英 桂芝 素珍 玉兰 秀芹 淑华 春梅 爱华 美玲 雪梅 红霞 丽娟 晓燕 海燕 文静 佳怡 ' +
  '建国 德明 志强 卫东 永福 长顺 树林 国庆 建华 立新 海涛 文斌 宏伟 振华 俊杰 守业 启明 传军 学文 浩然 ' +
  '丽华 金凤 玉梅 慧敏 彩云 瑞芳 月娥 明珠 子轩 思远'
).split(' ');

/** Names of people who never were, each once. The given names of `taken` people come by hand. */
export function inventNames(count: number, taken: readonly string[]): string[] {
  const chance = new Chance('names of the street');
  const names = new Set(taken);
  while (names.size < taken.length + count) names.add(chance.pick(SURNAMES) + chance.pick(GIVEN));
  return [...names].slice(taken.length);
}

/** A mobile number for the n-th person of the street. */
export function inventPhone(n: number): string {
  return `1990000${String(n).padStart(4, '0')}`;
}
