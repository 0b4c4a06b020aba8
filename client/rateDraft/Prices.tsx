import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { Card } from '../components/Card';
import { TextField } from '../components/TextField';
import type { RateDraftForm } from './rateDraftForm';
import styles from './rateFields.module.scss';

/** What each reward shall cost. */
export const Prices = observer(function Prices({ form }: { form: RateDraftForm }) {
  const prices = form.draft?.prices ?? [];
  return (
    <Card title="兑换一份要多少分">
      <View className={styles.note}>
        {prices.length > 0
          ? '不填的就不能兑换。'
          : '还没有兑换品。可以先发布怎样得分，新增兑换品以后再发一号标准来定价。'}
      </View>
      <View className={styles.pair}>
        {prices.map(({ reward, points }, index) => (
          <View key={reward.id} id={`price-${index}`}>
            <TextField
              label={`${reward.name} ${reward.lot}（${reward.providerName}）`}
              keyboard="digit"
              maxLength={8}
              placeholder="不定价"
              error={form.shownErrors[`price.${reward.id}`]}
              value={points}
              onChange={(typed) => form.writePrice(reward.id, typed)}
            />
          </View>
        ))}
      </View>
    </Card>
  );
});
