import { View } from '@tarojs/components';
import { PARTIES, type Party } from '../../../../../types/entities';
import type { ProposalPage, VoteRow } from '../../../../../types/routes';
import { Card } from '../../../../components/Card';
import { countWords, majorityWords } from '../../councilWords';
import { PartyRows } from '../../PartyRows';
import { SeatSeal } from '../../SeatSeal';
import styles from './proposal.module.scss';

/** 三方席位: who has voted and how; after the decision, how each party's votes were counted. */
export function Votes({ page }: { page: ProposalPage }) {
  const { stage, votes, charter, result } = page;
  const isVoted = stage === 'voting' || result !== null;
  const note = (seats: readonly VoteRow[], party: Party) => {
    if (result) return countWords(result.byParty[party], charter);
    if (seats.length === 0) return '还没有人，这一方缺席就不能通过';
    if (!isVoted) return `${seats.length} 席`;
    return `${seats.length} 席，已投 ${seats.filter(({ choice }) => choice !== null).length} 席`;
  };
  const agreed = PARTIES.filter((party) => result?.byParty[party].agrees).length;
  return (
    <Card title="三方席位">
      <View className={styles.note}>{`每方${majorityWords(charter)}才通过，一席一票。`}</View>
      {result && (
        <View className={styles.outcome}>
          {result.passed ? '三方都通过。' : `三方里有 ${agreed} 方通过，要三方都通过才行。`}
        </View>
      )}
      <PartyRows
        seats={votes}
        note={note}
        seal={({ party, name, isMine, choice, onPaper }) => (
          <SeatSeal
            party={party}
            name={name || null}
            isMine={isMine}
            choice={isVoted ? choice : undefined}
            onPaper={onPaper}
          />
        )}
      />
    </Card>
  );
}
