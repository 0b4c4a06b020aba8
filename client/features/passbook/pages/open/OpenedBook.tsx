import { View } from '@tarojs/components';
import { useState } from 'react';
import { shanghai } from '../../../../../types/day';
import type { PassbookCover } from '../../../../../types/routes';
import { classes } from '../../../../components/classes';
import { ClosedCover } from '../../../../components/ClosedCover';
import { PrimaryButton } from '../../../../components/PrimaryButton';
import { Seal } from '../../../../components/Seal';
import { spoken } from '../../../../components/spoken';
import { ThumbBar } from '../../../../components/ThumbBar';
import { showTab } from '../../../../goTo';
import { kindNames } from '../../../../names';
import { sealWords } from '../../../../sealWords';
import styles from './OpenedBook.module.scss';

interface OpenedBookProps {
  cover: PassbookCover;
  /** Opened just now: the cover opens and the seal comes down before the holder's eyes. */
  isNew: boolean;
}

/** The first page of a passbook: whose it is, and the branch's seal on it. */
export function OpenedBook({ cover, isNew }: OpenedBookProps) {
  // What it was when it came: later answers of the bank must not stop the cover halfway.
  const [opens] = useState(isNew);
  const openedOn = shanghai(cover.openedAt);
  const entries = [
    ['户名', cover.name],
    ['类别', kindNames[cover.kind]],
    ['存折号', cover.id],
    ['储蓄所', cover.branchName],
    ['开户日期', openedOn.format('YYYY年M月D日')],
  ] as const;
  return (
    <>
      <View className={styles.words} {...spoken('status')}>
        <View className={styles.title}>{opens ? '存折开好了' : '您已经有存折了'}</View>
        <View>{opens ? '从今天起，做的好事一笔一笔记在这里。' : '一个人一本，不用再开。'}</View>
      </View>
      <View className={styles.book}>
        <View className={styles.page}>
          <View className={styles.bank}>{cover.bankName || '公益银行'}</View>
          {entries.map(([name, value]) => (
            <View key={name} className={styles.entry}>
              <View className={styles.name}>{name}</View>
              <View className={styles.value}>{value}</View>
            </View>
          ))}
          <View className={classes(styles.seal, opens && styles.late)}>
            <Seal words={sealWords(cover.branchName)} date={openedOn.format('YYYY.MM.DD')} isFresh={opens} />
          </View>
        </View>
        {opens && (
          <View className={styles.cover} aria-hidden="true">
            <ClosedCover bankName={cover.bankName || '公益银行'} />
          </View>
        )}
      </View>
      <ThumbBar>
        <PrimaryButton onPress={() => showTab('passbook')}>看我的存折</PrimaryButton>
      </ThumbBar>
    </>
  );
}
