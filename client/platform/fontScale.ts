import Taro from '@tarojs/taro';

/** WeChat's base size when its font setting stands at the standard mark. */
const STANDARD_SIZE = 17;

/** How much larger than standard WeChat is set; 1 where there is no such setting. */
export function fontScale(): number {
  if (process.env.TARO_ENV === 'h5') return 1;
  try {
    const { fontSizeScaleFactor, fontSizeSetting } = Taro.getAppBaseInfo() as {
      fontSizeScaleFactor?: number;
      fontSizeSetting?: number;
    };
    return fontSizeScaleFactor ?? (fontSizeSetting ?? STANDARD_SIZE) / STANDARD_SIZE;
  } catch {
    return 1;
  }
}
