import { View } from '@tarojs/components';
import type { Instant } from '../../../../../types/day';
import { formatPoints } from '../../../../../types/points';
import type { SessionCard } from '../../../../../types/routes';
import { ConfirmSheet } from '../../../../components/ConfirmSheet';
import { minutesWords } from '../../../../earningWords';
import { numberWords } from '../../scanFace';
import type { Asking } from '../../scanStore';
import { minutesBetween, timeWords } from '../../sessionTimes';
import styles from './AskSheet.module.scss';

interface AskSheetProps {
  asking: Asking | null;
  /** Why the next person's scan was not taken. */
  notice: string | null;
  session: SessionCard | null;
  now: Instant;
  isBusy: boolean;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Who stands there, before anything is recorded. */
export function AskSheet(props: AskSheetProps) {
  const { asking, notice, session, now, isBusy, onConfirm, onCancel } = props;
  const isLeaving = asking?.next === 'checkOut';
  return (
    <ConfirmSheet
      isOpen={asking !== null}
      title={isLeaving ? '是本人要走了吗？' : '是本人来了吗？'}
      confirmWords={isLeaving ? '确认签退' : '确认签到'}
      cancelWords="不是，先不办"
      isBusy={isBusy}
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      {asking && (
        <>
          {notice && <View className={styles.notice}>{notice}</View>}
          <View className={styles.name}>{asking.name}</View>
          <View className={styles.number}>{numberWords(asking.passbookId, asking.kind)}</View>
          <View className={styles.deed}>
            {isLeaving ? leavingWords(asking, now) : arrivingWords(asking, session)}
          </View>
        </>
      )}
    </ConfirmSheet>
  );
}

function arrivingWords({ signedUp }: Asking, session: SessionCard | null): string {
  const place = signedUp ? '已经报名。' : '没有报名，签到会占用一个名额。';
  if (!session || session.basis === 'hour') return `${place}签到后开始计时。`;
  return session.points === null ? place : `${place}签到后记 ${formatPoints(session.points)} 分。`;
}

function leavingWords({ since }: Asking, now: Instant): string {
  if (since === null) return '签退后按时长记分。';
  return `${timeWords(since)} 签到，到现在 ${minutesWords(minutesBetween(since, now))}。签退后按时长记分。`;
}
