import type { SessionCard } from '../../../types/routes';
import { Pill } from '../../components/Pill';

/** Whether the reader has a place at the session, or has been there already. */
export function OwnPlacePill({ session }: { session: SessionCard }) {
  const { signedUp, came, basis } = session;
  if (signedUp.length === 0) return null;
  if (came.length === 0) return <Pill tone="good">已报名</Pill>;
  return (
    <Pill tone="good">{basis === 'hour' && came.every(({ isDone }) => isDone) ? '已签退' : '已签到'}</Pill>
  );
}
