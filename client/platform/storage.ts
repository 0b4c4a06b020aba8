import Taro from '@tarojs/taro';

/** What the device keeps between visits. A full or forbidden storage loses the value, never the page. */
export const storage = {
  get<T>(key: string): T | null {
    try {
      const value: unknown = Taro.getStorageSync(key);
      return value === '' || value === undefined ? null : (value as T);
    } catch {
      return null;
    }
  },
  set(key: string, value: unknown): void {
    try {
      Taro.setStorageSync(key, value);
    } catch {
      // Kept in memory by whoever asked; it is only lost with the app.
    }
  },
  remove(key: string): void {
    try {
      Taro.removeStorageSync(key);
    } catch {
      // Nothing to remove where nothing can be kept.
    }
  },
};
