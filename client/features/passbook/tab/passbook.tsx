import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { shanghai } from '../../../../types/day';
import type { Home } from '../../../../types/routes';
import { EmptyState } from '../../../components/EmptyState';
import { ErrorState } from '../../../components/ErrorState';
import { PassbookCover } from '../../../components/PassbookCover';
import { PassbookPage } from '../../../components/PassbookPage';
import { Seal } from '../../../components/Seal';
import { Skeleton } from '../../../components/Skeleton';
import { Frame } from '../../../frame/Frame';
import { categoryNames, kindNames } from '../../../names';
import { useStore } from '../../../root';
import { wordsFor } from '../../../words';
import { PassbookStore } from '../passbookStore';

/** 存折: how much have I, and what came in last. */
export default observer(function PassbookTab() {
  const store = useStore(PassbookStore);
  useDidShow(() => void store.load());
  usePullDownRefresh(() => void store.load().finally(() => Taro.stopPullDownRefresh()));

  const { home, error } = store;
  return (
    <Frame>
      {error !== null && <ErrorState words={wordsFor(error)} onRetry={() => void store.load()} />}
      {!home && error === null && (
        <>
          <Skeleton shape="cover" />
          <Skeleton shape="line" count={5} />
        </>
      )}
      {home && !home.current && (
        <EmptyState icon="passbook" title="还没有存折" detail="开一本存折，做的每件好事都会记在上面。" />
      )}
      {home?.current && <OpenPassbook current={home.current} version={home.rateCard?.version} />}
    </Frame>
  );
});

function OpenPassbook({
  current,
  version,
}: {
  current: NonNullable<Home['current']>;
  version: number | undefined;
}) {
  const { cover, page } = current;
  const newest = page.lines.at(-1);
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
        state={cover.status === 'frozen' ? '已冻结' : undefined}
      />
      <PassbookPage
        pageNo={page.no}
        opening={page.opening}
        rateCard={version === undefined ? undefined : `积分标准 第 ${version} 号`}
        lines={page.lines.map((line) => ({
          id: line.id,
          date: shanghai(line.occurredAt).format('MM.DD'),
          summary: line.title,
          detail: line.category ? categoryNames[line.category] : undefined,
          points: line.points,
          balance: line.balance,
        }))}
        seal={
          newest && (
            <Seal
              words={[cover.branchName.replace(/储蓄所$/, ''), '储蓄所']}
              date={newest.bookedOn.replaceAll('-', '.')}
            />
          )
        }
      />
    </>
  );
}
