import { View } from '@tarojs/components';
import type { Output } from '../../../../../types/routes';
import { Card } from '../../../../components/Card';
import { averageStars, STARS, starWords } from '../../../../council/starWords';
import styles from './StarBars.module.scss';

/** What everybody thinks of a card: how many gave how many stars, and what they said. */
export function StarBars({ result }: { result: Output<'rates', 'reviews'> }) {
  const { version, count, byStars, comments } = result;
  const most = Math.max(...byStars, 1);
  return (
    <>
      <Card title={`大家怎么看第 ${version} 号`}>
        {count === 0 ? (
          <View className={styles.none}>还没有人评过。</View>
        ) : (
          <>
            <View className={styles.sum}>
              <View className={styles.average}>{averageStars(result)}</View>
              <View>{`${count} 人评过`}</View>
            </View>
            {STARS.map((stars) => {
              const number = byStars[stars - 1] ?? 0;
              return (
                <View key={stars} className={styles.row}>
                  <View className={styles.word}>{starWords(stars)}</View>
                  <View className={styles.track} aria-hidden="true">
                    <View className={styles.bar} style={{ width: `${Math.round((number / most) * 100)}%` }} />
                  </View>
                  <View className={styles.number}>{`${number} 人`}</View>
                </View>
              );
            })}
          </>
        )}
      </Card>
      {comments.length > 0 && (
        <Card title="大家说的话">
          {comments.map((comment, index) => (
            <View key={index} className={styles.comment}>
              {comment}
            </View>
          ))}
        </Card>
      )}
    </>
  );
}
