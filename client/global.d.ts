/// <reference types="@tarojs/taro" />

declare module '*.module.scss' {
  const classNames: Record<string, string>;
  export default classNames;
}
declare module '*.scss';

declare namespace NodeJS {
  interface ProcessEnv {
    /** Which of the two builds this is: a constant at compile time, so the other's code is left out. */
    TARO_ENV: 'weapp' | 'h5';
  }
}
