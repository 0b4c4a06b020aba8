import { View } from '@tarojs/components';
import styles from './Icon.module.scss';

const shapes = {
  check: 'M4 12.5l5.5 5.500L20 7',
  cross: 'M6 6l12 12M18 6L6 18',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5.500l3.5 2',
  warning: 'M12 4l9 16H3zM12 10v4.500M12 17.200v.3',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5.500M12 7.500v.3',
  forward: 'M9 5l7 7-7 7',
  offline: 'M3 9c5-5 13-5 18 0M6.5 13c3.2-3 7.8-3 11 0M10 17c1.2-1 2.8-1 4 0M4 3l16 18',
  scan: 'M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M4 12h16',
  code: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2h-2zM18 18h2v2h-2zM18 14h2M14 18v2',
  calendar: 'M4 6h16v14H4zM4 10.500h16M8 3v4M16 3v4',
  gift: 'M4 11h16v9H4zM3 7h18v4H3zM12 7v13M12 7C10 2.5 5.5 4 7 7M12 7c2-4.5 6.5-3 5 0',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 20c1-4 4.5-5.5 8-5.500s7 1.5 8 5.5',
  star: 'M12 3.500l2.600 5.400 5.900.800-4.300 4.100 1 5.900-5.200-2.800-5.200 2.800 1-5.900L3.500 9.700l5.900-.800z',
  list: 'M9 6h11M9 12h11M9 18h11M4 6h.3M4 12h.3M4 18h.3',
  house: 'M4 11l8-7 8 7v9H4zM10 20v-6h4v6',
  plus: 'M12 5v14M5 12h14',
  passbook: 'M6 3h11a2 2 0 0 1 2 2v16H8a2 2 0 0 1-2-2zM10 8h5',
} as const;

export type IconName = keyof typeof shapes;

interface IconProps {
  name: IconName;
  /** A CSS colour; icons are bitmaps of their own and do not inherit it. */
  colour: string;
  stroke?: number;
}

/** A line drawing as large as the text it stands in. Always beside words: it is hidden from screen readers. */
export function Icon({ name, colour, stroke = 2.2 }: IconProps) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="${colour}" stroke-width="${stroke}" stroke-linecap="round" stroke-linejoin="round"><path d="${shapes[name]}"/></svg>`;
  return (
    <View
      className={styles.icon}
      aria-hidden="true"
      style={{ backgroundImage: `url("data:image/svg+xml,${encodeURIComponent(svg)}")` }}
    />
  );
}
