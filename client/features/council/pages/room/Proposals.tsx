import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { Card } from '../../../../components/Card';
import { colours } from '../../../../components/colours';
import { Icon } from '../../../../components/Icon';
import { Pill } from '../../../../components/Pill';
import { spoken } from '../../../../components/spoken';
import { goTo } from '../../../../goTo';
import { standingOf } from '../../councilWords';
import type { RoomStore } from '../../roomStore';
import styles from './room.module.scss';

/** What lies on the council's table, what is being voted on first. */
export const Proposals = observer(function Proposals({ store }: { store: RoomStore }) {
  if (store.groups.length === 0)
    return (
      <Card title="提案">
        <View className={styles.detail}>现在没有提案。觉得哪里不公道，可以先提建议。</View>
      </Card>
    );
  return store.groups.map(({ title, proposals }) => (
    <Card key={title} title={title}>
      {proposals.map((proposal) => {
        const { tone, word, sentence } = standingOf(proposal, store.asOf);
        return (
          <View
            key={proposal.proposalId}
            className={styles.proposal}
            hoverClass={styles.pressed}
            onClick={() => goTo('proposal', { id: proposal.proposalId })}
            {...spoken('button', `${proposal.title}，${word}`)}
          >
            <View className={styles.proposalWords}>
              <View className={styles.title}>
                <View>{proposal.title}</View>
                {word !== title && <Pill tone={tone}>{word}</Pill>}
              </View>
              <View className={styles.detail}>{sentence}</View>
              <View className={styles.detail}>{`${proposal.proposedBy}提出`}</View>
            </View>
            <Icon name="forward" colour={colours.inkSoft} />
          </View>
        );
      })}
    </Card>
  ));
});
