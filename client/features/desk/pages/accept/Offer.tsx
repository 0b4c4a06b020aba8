import { observer } from 'mobx-react-lite';
import { shanghai } from '../../../../../types/day';
import type { InvitationRow } from '../../../../../types/routes';
import { Banner } from '../../../../components/Banner';
import { Card } from '../../../../components/Card';
import { Consent } from '../../../../components/Consent';
import { ListRow } from '../../../../components/ListRow';
import { TextField } from '../../../../components/TextField';
import { roleNames, seatWords } from '../../../../names';
import type { AcceptStore } from '../../acceptStore';

/** What the code offers, and what the bank asks of whoever takes it. */
export const Offer = observer(function Offer({ offer, store }: { offer: InvitationRow; store: AcceptStore }) {
  const { state, name, role, branchName, merchantName, seatId, expiresAt } = offer;
  const place = [branchName, merchantName].filter(Boolean).join(' · ');
  const { shownErrors: errors } = store;
  return (
    <>
      {state === 'expired' && (
        <Banner tone="refused">这个邀请已经过期，72 小时内才有效。请对方重新发一个。</Banner>
      )}
      {state === 'accepted' && (
        <Banner tone="waiting">这个邀请已经有人接受。如果就是您本人，可以再点一次“接受邀请”办完。</Banner>
      )}
      <Card title={`请${name}担任${roleNames[role]}`}>
        {seatId && <ListRow icon="star" title={`议事会席位：${seatWords(seatId)}`} />}
        {place && <ListRow icon="house" title={place} />}
        <ListRow icon="person" title={`只限${name}本人`} />
        <ListRow icon="clock" title={`${shanghai(expiresAt).format('M月D日 HH:mm')} 前有效`} />
      </Card>
      {store.canAccept && (
        <Card>
          <TextField
            label="您的手机号"
            keyboard="number"
            maxLength={11}
            error={errors.phone}
            value={store.phone}
            onChange={(phone) => store.writePhone(phone)}
          />
          <Consent
            isGiven={store.hasConsented}
            onChange={(isGiven) => store.consent(isGiven)}
            error={errors.consent}
          />
        </Card>
      )}
    </>
  );
});
