import { shanghai } from '../../../types/day';
import type { OrderCard } from '../../../types/routes';

/** `口罩 4 包`, `口罩 4 包 × 2` */
export function orderTitle({
  rewardName,
  lot,
  lots,
}: Pick<OrderCard, 'rewardName' | 'lot' | 'lots'>): string {
  return `${rewardName} ${lot}${lots > 1 ? ` × ${lots}` : ''}`;
}

/** In a word how an order stands: 待领取, 已领取, 已取消, 已过期. */
export function stateWord(state: OrderCard['state']): string {
  switch (state) {
    case 'placing':
      return '办理中';
    case 'reserved':
      return '待领取';
    case 'confirmed':
      return '已领取';
    case 'cancelled':
      return '已取消';
    case 'expired':
      return '已过期';
    case 'undoing':
    case 'undone':
      return '已退回';
    case 'refused':
      return '没有兑成';
  }
}

/** `11月25日 14:05` */
export function moment(at: number): string {
  return shanghai(at).format('M月D日 HH:mm');
}
