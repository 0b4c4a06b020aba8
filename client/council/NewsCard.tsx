import { observer } from 'mobx-react-lite';
import type { Topic } from '../../types/entities';
import { Card } from '../components/Card';
import { ErrorState } from '../components/ErrorState';
import { ListRow } from '../components/ListRow';
import { Pill } from '../components/Pill';
import { useStore } from '../root';
import { wordsFor } from '../words';
import { NewsStore } from './newsStore';

interface NewsCardProps {
  topic: Topic;
  /** `有新标准时通知我` */
  title: string;
}

/** Signs up for one message; nothing where WeChat cannot be asked. The page calls the store's `prepare`. */
export const NewsCard = observer(function NewsCard({ topic, title }: NewsCardProps) {
  const news = useStore(NewsStore);
  if (!news.canAsk(topic)) return null;
  const hasAgreed = news.agreed.includes(topic);
  return (
    <Card>
      <ListRow
        icon="info"
        title={title}
        detail={hasAgreed ? '下一次，微信会告诉您。' : '按一次，通知一次。'}
        trailing={hasAgreed ? <Pill tone="good">已记下</Pill> : undefined}
        onPress={() => void news.ask([topic])}
      />
      {news.sending.error !== null && <ErrorState words={wordsFor(news.sending.error)} />}
    </Card>
  );
});
