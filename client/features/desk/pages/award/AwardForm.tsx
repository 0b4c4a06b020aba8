import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { formatPoints } from '../../../../../types/points';
import { Card } from '../../../../components/Card';
import { Choice } from '../../../../components/Choice';
import { Field } from '../../../../components/Field';
import { QuietButton } from '../../../../components/QuietButton';
import { TextField } from '../../../../components/TextField';
import { kindNames } from '../../../../names';
import type { AwardLevel, AwardStore } from '../../awardStore';
import styles from './award.module.scss';

const keyOf = ({ ruleId, level }: AwardLevel) => `${ruleId}:${level}`;

/** Which award, and what for. */
export const AwardForm = observer(function AwardForm({ store }: { store: AwardStore }) {
  const { passbook, levels, chosen, shownErrors } = store;
  if (!passbook) return null;
  return (
    <>
      <Card
        title={passbook.name}
        aside={
          <QuietButton look="text" onPress={() => store.choosePassbook(null)}>
            换一个人
          </QuietButton>
        }
      >
        <View className={styles.number}>
          {passbook.id}　{kindNames[passbook.kind]}
        </View>
      </Card>
      <Card title="申报什么">
        {levels.length === 0 ? (
          <View className={styles.none}>积分标准里没有给{kindNames[passbook.kind]}的荣誉奖励。</View>
        ) : (
          <Field
            label="等级"
            hint={`按积分标准第 ${store.card?.version ?? ''} 号。`}
            error={shownErrors.level}
          >
            <Choice
              label="等级"
              layout="column"
              options={levels.map((level) => ({
                value: keyOf(level),
                label: level.title,
                detail: `${formatPoints(level.points)} 分`,
              }))}
              value={chosen && keyOf(chosen)}
              onChange={(key) => {
                const level = levels.find((other) => keyOf(other) === key);
                if (level) store.chooseLevel(level);
              }}
            />
          </Field>
        )}
        <TextField
          label="事由"
          isLong
          value={store.reason}
          onChange={(reason) => store.writeReason(reason)}
          maxLength={300}
          placeholder="什么时候、在哪里、做了什么"
          error={shownErrors.reason}
        />
      </Card>
    </>
  );
});
