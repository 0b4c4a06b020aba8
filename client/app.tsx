import Taro, { useLaunch } from '@tarojs/taro';
import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { settleInWindow } from './platform/window';
import { Root, RootProvider } from './root';
import './app.scss';

settleInWindow();
const root = new Root();

export default function App({ children }: { children?: ReactNode }) {
  useLaunch(() => {
    if (process.env.TARO_ENV === 'weapp') Taro.cloud.init({ traceUser: true });
  });
  useEffect(() => {
    if (process.env.TARO_ENV !== 'weapp') return undefined;
    const follow = () => root.typeSetting.follow();
    Taro.onAppShow(follow);
    return () => Taro.offAppShow(follow);
  }, []);
  return <RootProvider root={root}>{children}</RootProvider>;
}
