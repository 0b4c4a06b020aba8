import Taro from '@tarojs/taro';
import type { PublicRateCard } from '../../../../../../types/routes';
import { draw, type Pen } from './drawPoster';
import { type Sheet, takeSheet } from './PosterCanvas';
import { posterName, rateCardPoster } from './rateCardPoster';

/** saved: in the album or the downloads. shown: in WeChat's viewer, to be kept from there by a long press. */
export type SavedPoster = 'saved' | 'shown';

/** Draws the card's poster and hands it to the person. @throws what the canvas or the platform refuses */
export async function savePoster(card: PublicRateCard): Promise<SavedPoster> {
  const sheet = await takeSheet();
  draw(sheet.getContext('2d') as Pen, rateCardPoster(card));
  if (process.env.TARO_ENV === 'weapp') return keepInAlbum(sheet);
  download(sheet as HTMLCanvasElement, posterName(card));
  return 'saved';
}

async function keepInAlbum(sheet: Sheet): Promise<SavedPoster> {
  const { tempFilePath } = await Taro.canvasToTempFilePath({ canvas: sheet as never, fileType: 'png' });
  try {
    await Taro.saveImageToPhotosAlbum({ filePath: tempFilePath });
    return 'saved';
  } catch {
    // Without leave to write to the album the person can still keep it by hand.
    await Taro.previewImage({ urls: [tempFilePath] });
    return 'shown';
  }
}

function download(sheet: HTMLCanvasElement, name: string): void {
  const link = document.createElement('a');
  link.href = sheet.toDataURL('image/png');
  link.download = name;
  link.click();
}
