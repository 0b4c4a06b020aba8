import { observer } from 'mobx-react-lite';
import { PARTIES } from '../../../../../types/entities';
import { Card } from '../../../../components/Card';
import { Stepper } from '../../../../components/Stepper';
import { partyNames } from '../../../../names';
import type { CharterStore } from '../../charterStore';

/** The charter's numbers, each in its bounds. */
export const CharterForm = observer(function CharterForm({ store }: { store: CharterStore }) {
  const { draft } = store;
  return (
    <>
      <Card title="各方几席">
        {PARTIES.map((party) => (
          <Stepper
            key={party}
            label={partyNames[party]}
            unit="席"
            value={draft.seats[party]}
            least={1}
            most={30}
            onChange={(count) => store.setSeats(party, count)}
          />
        ))}
        <Stepper
          label="任期"
          unit="个月"
          value={draft.termMonths}
          least={1}
          most={60}
          step={6}
          onChange={(months) => store.set('termMonths', months)}
        />
      </Card>
      <Card title="怎么表决">
        <Stepper
          label="到齐比例"
          hint="每一方在任的人里，至少这么多投了票，才算这一方到了。"
          unit="%"
          value={draft.quorumPercent}
          least={1}
          most={100}
          step={10}
          onChange={(percent) => store.set('quorumPercent', percent)}
        />
        <Stepper
          label="同意要超过"
          hint="每一方投的票里，同意的要超过这个数。50% 就是过半，打平不算。"
          unit="%"
          value={draft.majorityPercent}
          least={50}
          most={99}
          step={5}
          onChange={(percent) => store.set('majorityPercent', percent)}
        />
        <Stepper
          label="每月几日开会"
          unit="日"
          value={draft.meetingDay}
          least={1}
          most={28}
          onChange={(day) => store.set('meetingDay', day)}
        />
        <Stepper
          label="公示天数"
          hint="通过以后先公示，再执行。"
          unit="天"
          value={draft.publicityDays}
          least={1}
          most={60}
          onChange={(days) => store.set('publicityDays', days)}
        />
      </Card>
    </>
  );
});
