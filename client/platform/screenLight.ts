import Taro from '@tarojs/taro';

/**
 * Lights the screen fully and keeps it on while a code is shown.
 * @returns what puts it back as it was; call it when the code's page hides. Browsers have neither: nothing happens.
 */
export function lightScreen(): () => void {
  if (process.env.TARO_ENV === 'h5') return () => undefined;
  let before: number | null = null;
  let isOver = false;
  void quietly(async () => {
    const { value } = await Taro.getScreenBrightness();
    await Taro.setKeepScreenOn({ keepScreenOn: true });
    if (isOver) return;
    before = value;
    await Taro.setScreenBrightness({ value: 1 });
  });
  return () => {
    isOver = true;
    void quietly(() => Taro.setKeepScreenOn({ keepScreenOn: false }));
    void quietly(async () => before !== null && Taro.setScreenBrightness({ value: before }));
  };
}

/** A phone that forbids it still shows the code. */
async function quietly(deed: () => Promise<unknown>): Promise<void> {
  try {
    await deed();
  } catch {
    // Nothing depends on the light.
  }
}
