import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef } from 'react';

/** Begins when the page is shown, and ends when it is hidden or left: for light, timers and the like. Page components only. */
export function useWhileShown(begin: () => () => void): void {
  const end = useRef<(() => void) | null>(null);
  const stop = () => {
    end.current?.();
    end.current = null;
  };
  useDidShow(() => {
    stop();
    end.current = begin();
  });
  useDidHide(stop);
  useEffect(() => stop, []);
}
