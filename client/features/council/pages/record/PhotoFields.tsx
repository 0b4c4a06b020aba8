import { Image, View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { Card } from '../../../../components/Card';
import { ErrorState } from '../../../../components/ErrorState';
import { QuietButton } from '../../../../components/QuietButton';
import { choosePhotos } from '../../../../platform/photos';
import { wordsFor } from '../../../../words';
import { MOST_PHOTOS, type RecordStore } from '../../recordStore';
import styles from './record.module.scss';

/** Photos of the paper votes and of the meeting. */
export const PhotoFields = observer(function PhotoFields({ store }: { store: RecordStore }) {
  const { photos, uploading, canAddPhotos } = store;
  const add = async () => store.addPhotos(await choosePhotos(canAddPhotos));
  return (
    <Card title="照片（可以不拍）">
      <View className={styles.note}>{`拍下签到表和纸质票，最多 ${MOST_PHOTOS} 张，大家都能看到。`}</View>
      <View className={styles.photos}>
        {photos.map(({ key, photo, photoId }, index) => (
          <View key={key} className={styles.photo}>
            <Image className={styles.picture} src={photo.path} mode="aspectFill" />
            {photoId === null && <View>{uploading.isBusy ? '正在上传…' : '没有传上去'}</View>}
            <QuietButton look="text" onPress={() => store.removePhoto(key)} isDisabled={uploading.isBusy}>
              {`去掉第 ${index + 1} 张`}
            </QuietButton>
          </View>
        ))}
      </View>
      {uploading.error !== null && (
        <ErrorState words={wordsFor(uploading.error)} onRetry={() => void store.upload()} />
      )}
      {canAddPhotos > 0 && (
        <QuietButton onPress={() => void add()} isDisabled={uploading.isBusy}>
          加照片
        </QuietButton>
      )}
    </Card>
  );
});
