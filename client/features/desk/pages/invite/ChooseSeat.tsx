import { observer } from 'mobx-react-lite';
import { PARTIES } from '../../../../../types/entities';
import { Banner } from '../../../../components/Banner';
import { Choice } from '../../../../components/Choice';
import { ErrorState } from '../../../../components/ErrorState';
import { Field } from '../../../../components/Field';
import { Skeleton } from '../../../../components/Skeleton';
import { partyNames } from '../../../../names';
import { wordsFor } from '../../../../words';
import type { InviteStore } from '../../inviteStore';

interface ChooseSeatProps {
  store: InviteStore;
  /** Leads to where the council is given its charter. */
  onCharter: () => void;
}

/** For which party the person will sit, and on which of its empty seats. */
export const ChooseSeat = observer(function ChooseSeat({ store, onCharter }: ChooseSeatProps) {
  const { branchId, seats, party, loadingSeats, shownErrors } = store;
  if (!branchId) return null;
  if (loadingSeats.error !== null)
    return <ErrorState words={wordsFor(loadingSeats.error)} onRetry={() => void store.loadSeats()} />;
  if (!seats) return <Skeleton shape="line" count={2} />;
  if (store.lacksCouncil)
    return (
      <Banner tone="waiting" actionWords="设立议事会" onAction={onCharter}>
        这个储蓄所还没有议事会，请先写好章程、设立议事会。
      </Banner>
    );
  return (
    <>
      <Field label="代表哪一方" error={party ? undefined : shownErrors.seat}>
        <Choice
          label="代表哪一方"
          options={PARTIES.map((one) => ({
            value: one,
            label: partyNames[one],
            detail: `空 ${store.emptyOf(one)} 席`,
          }))}
          value={party}
          onChange={(one) => store.chooseParty(one)}
        />
      </Field>
      {party && store.emptySeats.length === 0 && (
        <Banner tone="waiting">{`${partyNames[party]}的席位都有人了，请选另一方，或先空出一席。`}</Banner>
      )}
      {party && store.emptySeats.length > 0 && (
        <Field label="哪一席" error={shownErrors.seat}>
          <Choice
            label="哪一席"
            options={store.emptySeats.map(({ seatId }) => ({
              value: seatId,
              label: `第 ${seatId.slice(seatId.lastIndexOf('-') + 1)} 席`,
            }))}
            value={store.seatId}
            onChange={(seatId) => store.chooseSeat(seatId)}
          />
        </Field>
      )}
    </>
  );
});
