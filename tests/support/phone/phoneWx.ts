import { simulatedWx } from './builtApp';

type Callbacks = {
  success?: (result: object) => void;
  fail?: (error: object) => void;
  complete?: () => void;
};

/** What a phone's owner and its surroundings do, when the app asks WeChat for it. */
export interface Surroundings {
  navigateTo(url: string): void;
  redirectTo(url: string): void;
  switchTab(url: string): void;
  navigateBack(delta: number): void;
  callFunction(name: string, event: unknown): Promise<unknown>;
  /** What the camera reads; null when the owner closes it. */
  scan(): string | null;
  /** The photo that the owner chooses, in base64; null when they come back without. */
  photo(): string | null;
}

/** `wx` of one phone: its own storage and page stack; what is not named here is the simulator's. */
export function phoneWx(around: Surroundings): object {
  const storage = new Map<string, string>();
  return {
    ...simulatedWx,
    webpackJsonp: undefined,
    getStorageSync: (key: string): unknown => (storage.has(key) ? JSON.parse(storage.get(key)!) : ''),
    setStorageSync: (key: string, value: unknown) => storage.set(key, JSON.stringify(value)),
    removeStorageSync: (key: string) => storage.delete(key),
    getAppBaseInfo: () => ({ fontSizeScaleFactor: 1, language: 'zh_CN' }),
    navigateTo: answering(({ url }: { url: string }) => around.navigateTo(url)),
    redirectTo: answering(({ url }: { url: string }) => around.redirectTo(url)),
    switchTab: answering(({ url }: { url: string }) => around.switchTab(url)),
    navigateBack: answering(({ delta = 1 }: { delta?: number }) => around.navigateBack(delta)),
    scanCode: answering(() => {
      const result = around.scan();
      if (result === null) throw new Error('scanCode:fail cancel');
      return { result, scanType: 'QR_CODE' };
    }),
    chooseImage: answering(() => {
      if (around.photo() === null) throw new Error('chooseImage:fail cancel');
      return { tempFilePaths: ['wxfile://photo'], tempFiles: [] };
    }),
    getFileSystemManager: () => ({ readFile: answering(() => ({ data: around.photo() })) }),
    pageScrollTo: answering(() => undefined),
    cloud: {
      init: () => undefined,
      callFunction: async ({ name, data }: { name: string; data: unknown }) => ({
        result: await around.callFunction(name, JSON.parse(JSON.stringify(data))),
        errMsg: 'cloud.callFunction:ok',
      }),
    },
  };
}

/** WeChat answers later, through callbacks. */
function answering<T extends object>(deed: (options: T) => unknown) {
  return (options: T & Callbacks): void => {
    setTimeout(() => {
      try {
        const result = deed(options) as object | undefined;
        options.success?.({ errMsg: 'ok', ...result });
      } catch (error) {
        options.fail?.({ errMsg: String((error as Error).message) });
      } finally {
        options.complete?.();
      }
    }, 0);
  };
}
