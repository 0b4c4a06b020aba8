import Taro from '@tarojs/taro';

/** Whether the device can open a camera to scan with; where not, a field takes what a USB scanner types. */
export const canScan = process.env.TARO_ENV === 'weapp';

/** Opens the scanner. @returns the code's text, or null if the person came back without one. */
export async function scanCode(): Promise<string | null> {
  if (!canScan) return null;
  try {
    const { result } = await Taro.scanCode({ scanType: ['qrCode'] });
    return result;
  } catch {
    return null;
  }
}
