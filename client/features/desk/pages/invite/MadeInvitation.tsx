import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { shanghai } from '../../../../../types/day';
import type { Output } from '../../../../../types/routes';
import { Banner } from '../../../../components/Banner';
import { Card } from '../../../../components/Card';
import { CodeCard } from '../../../../components/CodeCard';
import { ListRow } from '../../../../components/ListRow';
import { PrimaryButton } from '../../../../components/PrimaryButton';
import { QuietButton } from '../../../../components/QuietButton';
import { roleNames, seatWords } from '../../../../names';
import { OfficePage } from '../../OfficePage';

interface MadeInvitationProps {
  invitation: Output<'desk', 'invite'>;
  onAnother: () => void;
}

/** The code, once: to be scanned from this screen, or copied and sent. */
export function MadeInvitation({ invitation, onAnother }: MadeInvitationProps) {
  const [isCopied, setIsCopied] = useState(false);
  // The form was left at its end.
  useEffect(() => void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }), []);
  const { code, name, role, branchName, merchantName, seatId, expiresAt } = invitation;
  const copy = async () => {
    await Taro.setClipboardData({ data: code });
    setIsCopied(true);
  };
  return (
    <OfficePage
      look="form"
      thumb={
        <>
          <PrimaryButton onPress={() => void copy()}>复制邀请码</PrimaryButton>
          <QuietButton look="text" onPress={onAnother}>
            再邀请一位
          </QuietButton>
        </>
      }
    >
      {isCopied && <Banner tone="good">{`已复制，现在可以发给${name}了。`}</Banner>}
      <CodeCard
        title={name}
        subtitle={[merchantName ?? branchName, seatId ? seatWords(seatId) : roleNames[role]]
          .filter(Boolean)
          .join(' · ')}
        code={code}
        state="active"
        readable={code}
        words={`${shanghai(expiresAt).format('M月D日 HH:mm')} 前有效`}
      />
      <Banner tone="waiting">这个码只显示这一次，离开这页就看不到了。</Banner>
      <Card title="怎么用">
        <ListRow icon="person" title={`只给${name}本人，不要发到群里`} />
        <ListRow icon="clock" title="72 小时内有效，只能用一次" />
        <ListRow icon="scan" title="请他打开小程序，在“我的”里点“有邀请码？”" />
      </Card>
    </OfficePage>
  );
}
