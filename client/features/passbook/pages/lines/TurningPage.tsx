import { type ITouchEvent, View } from '@tarojs/components';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { classes } from '../../../../components/classes';
import styles from './TurningPage.module.scss';

/** As long as the leaf's animation in the style sheet takes. */
const TURN_MS = 320;

interface TurningPageProps {
  /** The number of the page that is open; when it changes, the leaf turns. */
  pageNo: number;
  /** Draws a page by its number. */
  draw: (pageNo: number) => ReactNode;
  onSwipe: (direction: 'back' | 'on') => void;
}

/** A page on its way over, and what lies under it. */
interface Leaf {
  pageNo: number;
  under: number;
  direction: 'back' | 'on';
}

const LEAST_SWIPE = 60;

/**
 * A book of one leaf at a time. Turning on, the old page swings away to the left and the new one lies under it;
 * turning back, the earlier page swings in from the left over the one that lay open.
 */
export function TurningPage({ pageNo, draw, onSwipe }: TurningPageProps) {
  const [open, setOpen] = useState(pageNo);
  const [leaf, setLeaf] = useState<Leaf | null>(null);
  const touch = useRef<{ x: number; y: number } | null>(null);

  // While drawing, not after it: the new page must not be seen before the leaf is there.
  if (open !== pageNo) {
    setOpen(pageNo);
    setLeaf(
      pageNo < open
        ? { pageNo, under: open, direction: 'back' }
        : { pageNo: open, under: pageNo, direction: 'on' },
    );
  }
  useEffect(() => {
    if (!leaf) return undefined;
    const timer = setTimeout(() => setLeaf(null), TURN_MS);
    return () => clearTimeout(timer);
  }, [leaf]);

  return (
    <View
      className={styles.book}
      onTouchStart={(event) => {
        const [finger] = (event as ITouchEvent).touches;
        touch.current = finger ? { x: finger.clientX, y: finger.clientY } : null;
      }}
      onTouchEnd={(event) => {
        const [finger] = (event as ITouchEvent).changedTouches;
        if (!finger || !touch.current) return;
        const across = finger.clientX - touch.current.x;
        const along = Math.abs(finger.clientY - touch.current.y);
        if (Math.abs(across) > LEAST_SWIPE && Math.abs(across) > along * 2)
          onSwipe(across > 0 ? 'back' : 'on');
      }}
    >
      {draw(leaf?.under ?? pageNo)}
      {leaf && (
        <View className={classes(styles.leaf, styles[leaf.direction])} aria-hidden="true">
          {draw(leaf.pageNo)}
        </View>
      )}
    </View>
  );
}
