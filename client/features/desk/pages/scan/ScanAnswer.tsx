import { ResultScreen } from '../../../../components/ResultScreen';
import type { RecentScan } from '../../scanStore';

interface ScanAnswerProps {
  scan: RecentScan;
  canUndo: boolean;
  onUndo: () => void;
  onRetry: () => void;
  onNext: () => void;
}

/** The bank's answer to a scan. Without one, the way on is to ask again. */
export function ScanAnswer({ scan, canUndo, onUndo, onRetry, onNext }: ScanAnswerProps) {
  if (scan.isUnsure)
    return (
      <ResultScreen
        {...scan.face}
        undoWords="先扫下一位，等会再试"
        onUndo={onNext}
        nextWords="再试一次"
        onNext={onRetry}
      />
    );
  return (
    <ResultScreen
      {...scan.face}
      undoWords={canUndo ? '扫错了？15 分钟内可撤销' : undefined}
      onUndo={canUndo ? onUndo : undefined}
      nextWords="继续扫下一位"
      onNext={onNext}
    />
  );
}
