import { Canvas } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { POSTER } from './posterSheet';
import styles from './PosterCanvas.module.scss';

const ID = 'poster';

/** A canvas as both platforms have it. */
export interface Sheet {
  width: number;
  height: number;
  getContext: (type: '2d') => unknown;
}

/** Where WeChat draws the picture, out of sight; a browser needs nothing on the page for it. */
export function PosterCanvas() {
  if (process.env.TARO_ENV !== 'weapp') return null;
  return <Canvas type="2d" id={ID} canvasId={ID} className={styles.canvas} />;
}

/** An empty sheet of the poster's size. @throws when the page has no PosterCanvas */
export async function takeSheet(): Promise<Sheet> {
  const sheet = process.env.TARO_ENV === 'weapp' ? await findCanvas() : document.createElement('canvas');
  sheet.width = POSTER.width;
  sheet.height = POSTER.height;
  return sheet;
}

function findCanvas(): Promise<Sheet> {
  return new Promise((resolve, reject) => {
    Taro.createSelectorQuery()
      .select(`#${ID}`)
      .fields({ node: true })
      .exec((found: [{ node?: Sheet } | null]) => {
        const sheet = found[0]?.node;
        if (sheet) resolve(sheet);
        else reject(new Error('the poster has no canvas'));
      });
  });
}
