import { shanghai } from '../../../types/day';
import type { PrintedLine } from '../../../types/routes';
import { ConfirmSheet } from '../../components/ConfirmSheet';
import { type Fact, Facts } from '../../components/Facts';
import { PointsText } from '../../components/PointsText';
import { QuietButton } from '../../components/QuietButton';
import { minutesWords } from '../../earningWords';
import { goTo } from '../../goTo';
import { kindWords } from '../../lineWords';
import { categoryNames } from '../../names';

interface LineSheetProps {
  /** The line that was pressed; null keeps the sheet closed. */
  line: PrintedLine | null;
  branchId: string;
  onClose: () => void;
}

/** All that is known about one line: when, how much, and by which rate card. */
export function LineSheet({ line, branchId, onClose }: LineSheetProps) {
  if (!line) return null;
  const version = line.rate?.version;
  return (
    <ConfirmSheet isOpen title={line.title} cancelWords="看完了" onCancel={onClose}>
      <Facts facts={factsOf(line)} />
      {version !== undefined && (
        <QuietButton
          look="text"
          onPress={() => {
            onClose();
            goTo('rates', { branchId, version: String(version) });
          }}
        >
          看积分标准 第 {version} 号
        </QuietButton>
      )}
    </ConfirmSheet>
  );
}

function factsOf(line: PrintedLine): Fact[] {
  const inputs = line.rate?.inputs;
  const happened = shanghai(line.occurredAt);
  const kind = kindWords(line);
  return [
    { name: line.points < 0 ? '支出' : '存入', value: <PointsText points={line.points} signed /> },
    { name: '余额', value: <PointsText points={line.balance} /> },
    { name: '时间', value: happened.format('YYYY年M月D日 HH:mm') },
    ...(happened.format('YYYY-MM-DD') === line.bookedOn
      ? []
      : [{ name: '入账日', value: line.bookedOn.replace(/-/g, '.') }]),
    ...(kind ? [{ name: '性质', value: line.kind === 'reverse' ? reversalWords(line) : kind }] : []),
    ...(line.reason ? [{ name: '原因', value: line.reason }] : []),
    ...(line.category ? [{ name: '类别', value: categoryNames[line.category] }] : []),
    ...(inputs?.basis === 'hour' ? [{ name: '时长', value: minutesWords(inputs.minutes) }] : []),
    ...(inputs?.basis === 'price' ? [{ name: '份数', value: `${inputs.lots} 份` }] : []),
    { name: '笔号', value: `第 ${line.no} 笔` },
  ];
}

function reversalWords({ points }: PrintedLine): string {
  return points < 0 ? '冲正：收回记错的一笔' : '冲正：退回兑换的一笔';
}
