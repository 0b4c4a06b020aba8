import Taro from '@tarojs/taro';

/** A photo that was chosen: where to show it from, and its bytes in base64 (JPEG or PNG). */
export interface Photo {
  path: string;
  data: string;
}

/** Larger ones are made smaller first: a browser hands over photos as the camera took them. */
const MOST_BYTES = 500_000;
const LONGEST_SIDE = 1600;
const QUALITIES = [0.8, 0.6, 0.45, 0.3];

/** Lets the person choose photos or take one. @returns none if they came back without */
export async function choosePhotos(most: number): Promise<Photo[]> {
  let paths: string[];
  try {
    paths = (await Taro.chooseImage({ count: most, sizeType: ['compressed'] })).tempFilePaths;
  } catch {
    return [];
  }
  const read = process.env.TARO_ENV === 'weapp' ? readInWechat : readInBrowser;
  return Promise.all(paths.map(async (path) => ({ path, data: await read(path) })));
}

/** Base64 as an address that an Image shows. */
export function photoAddress(data: string): string {
  return `data:image/${data.startsWith('/9j/') ? 'jpeg' : 'png'};base64,${data}`;
}

async function readInWechat(path: string): Promise<string> {
  for (const quality of [null, 60, 30]) {
    const filePath =
      quality === null
        ? path
        : (await Taro.compressImage({ src: path, quality, compressedWidth: LONGEST_SIDE })).tempFilePath;
    const data = await readFile(filePath);
    if ((data.length * 3) / 4 <= MOST_BYTES) return data;
  }
  return readFile(path);
}

function readFile(filePath: string): Promise<string> {
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath,
      encoding: 'base64',
      success: ({ data }) => resolve(String(data)),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });
}

async function readInBrowser(path: string): Promise<string> {
  const blob = await (await fetch(path)).blob();
  const isPicture = blob.type === 'image/jpeg' || blob.type === 'image/png';
  if (isPicture && blob.size <= MOST_BYTES) return afterComma(await addressOf(blob));
  const picture = await createImageBitmap(blob);
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const drawn = QUALITIES.map((quality) => () => afterComma(canvas.toDataURL('image/jpeg', quality)));
  for (const draw of drawn) {
    const data = draw();
    if ((data.length * 3) / 4 <= MOST_BYTES) return data;
  }
  return drawn[drawn.length - 1]!();
}

function addressOf(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(new Error('unreadable'));
    reader.readAsDataURL(blob);
  });
}

function afterComma(address: string): string {
  return address.slice(address.indexOf(',') + 1);
}
