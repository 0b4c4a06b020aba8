/** What a device keeps: a test empties it as a new phone is empty. */
export const device = new Map<string, string>();

/** Stands in for Taro where no page is drawn: a device's storage, and nothing else of a phone. */
export default {
  getStorageSync: (key: string): unknown => (device.has(key) ? JSON.parse(device.get(key)!) : ''),
  setStorageSync: (key: string, value: unknown) => void device.set(key, JSON.stringify(value)),
  removeStorageSync: (key: string) => void device.delete(key),
};
