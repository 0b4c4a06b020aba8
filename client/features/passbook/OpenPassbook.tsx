import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { Home } from '../../../types/routes';
import { Banner } from '../../components/Banner';
import { PassbookCover } from '../../components/PassbookCover';
import { PassbookPage } from '../../components/PassbookPage';
import { PrimaryButton } from '../../components/PrimaryButton';
import { QuietButton } from '../../components/QuietButton';
import { Seal } from '../../components/Seal';
import { Card } from '../../components/Card';
import { ListRow } from '../../components/ListRow';
import { ThumbBar } from '../../components/ThumbBar';
import { goTo } from '../../goTo';
import type { HomeStore } from '../../holder/homeStore';
import { ReviewInvitationStore } from '../../holder/reviewInvitationStore';
import { useStore } from '../../root';
import { kindNames } from '../../names';
import { sealWords } from '../../sealWords';
import { LineSheet } from './LineSheet';
import { OpenBooks } from './OpenBooks';
import { printedLines } from './printedLines';
import { TodaysSessions } from './TodaysSessions';

/**
 * So many lines have room between the cover and the button, and one less for each card above them: what came in
 * last stands at their end.
 */
const LINES_IN_SIGHT = 3;

interface OpenPassbookProps {
  store: HomeStore;
  current: NonNullable<Home['current']>;
  /** The line that came in since the page was last looked at. */
  freshLineId: string | null;
}

/** The passbook, open: its cover, today's session, the running page, and the way to the code. */
export const OpenPassbook = observer(function OpenPassbook({
  store,
  current,
  freshLineId,
}: OpenPassbookProps) {
  const [isUnfolded, setIsUnfolded] = useState(false);
  const [pressedId, setPressedId] = useState<string | null>(null);
  const { cover, page, olderPages, openOrders } = current;
  const rateCard = store.home?.rateCard ?? null;
  const asked = useStore(ReviewInvitationStore).card;
  const newest = page.lines[page.lines.length - 1];
  const isFrozen = cover.status === 'frozen';
  const cards = store.todaysSessions.length + (asked ? 1 : 0) + (isFrozen ? 1 : 0);
  const inSight = Math.max(1, LINES_IN_SIGHT - cards);
  const isFolded = !isUnfolded && page.lines.length > inSight;

  return (
    <>
      <PassbookCover
        bankName={cover.bankName || '公益银行'}
        branchName={cover.branchName}
        number={cover.id}
        holderName={cover.name}
        kind={kindNames[cover.kind]}
        balance={cover.balance}
        available={cover.available}
        held={cover.held}
        state={cover.status === 'active' ? undefined : isFrozen ? '已冻结' : '已销户'}
        onHeld={() => goToHeld(openOrders)}
      />
      {isFrozen && (
        <Banner tone="refused">
          存折已冻结，不能签到和兑换，余额不变。已签到的照常签退，已兑好的照常领取。请联系储蓄所问明原因。
        </Banner>
      )}
      {cover.status === 'closed' && <Banner tone="info">这本存折已经销户，折上的明细仍可以看。</Banner>}
      <TodaysSessions sessions={store.todaysSessions} today={store.today} />
      {asked && (
        <Card>
          <ListRow
            icon="star"
            title="请您评一评积分标准"
            onPress={() => goTo('review', { branchId: asked.branchId, version: String(asked.version) })}
          />
        </Card>
      )}
      <PassbookPage
        key={`${cover.id}#${page.no}`}
        pageNo={page.no}
        opening={page.opening}
        lines={printedLines(page, rateCard)}
        rateCard={rateCard ? `积分标准 第 ${rateCard.version} 号` : undefined}
        onRateCard={rateCard ? () => goTo('rates', { branchId: rateCard.branchId }) : undefined}
        onEarlier={olderPages > 0 ? () => goTo('lines') : undefined}
        folded={isFolded ? { shown: inSight, onUnfold: () => setIsUnfolded(true) } : undefined}
        emptyWords={page.no === 1 ? '做一件好事，这里印上第一行。' : '上一页印满了，新的从这里接着记。'}
        freshLineId={freshLineId ?? undefined}
        onLine={setPressedId}
        seal={
          newest && (
            <Seal
              key={newest.id}
              words={sealWords(cover.branchName)}
              date={newest.bookedOn.replace(/-/g, '.')}
              isFresh={newest.id === freshLineId}
            />
          )
        }
      />
      <OpenBooks />
      {cover.status !== 'closed' && (
        <ThumbBar>
          {/* A frozen passbook can still be checked out. */}
          {isFrozen ? (
            <QuietButton onPress={() => goTo('code')}>出示签到码</QuietButton>
          ) : (
            <PrimaryButton onPress={() => goTo('code')}>出示签到码</PrimaryButton>
          )}
        </ThumbBar>
      )}
      <LineSheet
        line={page.lines.find((line) => line.id === pressedId) ?? null}
        branchId={cover.branchId}
        onClose={() => setPressedId(null)}
      />
    </>
  );
});

function goToHeld(openOrders: string[]): void {
  const [only, ...others] = openOrders;
  if (only && others.length === 0) goTo('order', { id: only });
  else goTo('orders');
}
