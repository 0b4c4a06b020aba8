import { Image, View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';
import { ConfirmSheet } from '../../../../components/ConfirmSheet';
import { spoken } from '../../../../components/spoken';
import { useStore } from '../../../../root';
import { PhotoStore } from '../../photoStore';
import styles from './MinutesText.module.scss';

interface PhotosProps {
  photoIds: readonly string[];
  /** As wide as there is room, to be read. */
  isLarge?: boolean;
}

/** Photos of a meeting, small; a press shows one large. */
export const Photos = observer(function Photos({ photoIds, isLarge = false }: PhotosProps) {
  const store = useStore(PhotoStore);
  const [shown, setShown] = useState<string | null>(null);
  useEffect(() => {
    void store.load(photoIds);
  }, [photoIds.join()]);
  if (photoIds.length === 0) return null;
  if (isLarge)
    return photoIds.map((photoId) => {
      const address = store.addresses[photoId];
      return address && <Image key={photoId} className={styles.large} src={address} mode="widthFix" />;
    });
  return (
    <View className={styles.photos}>
      {photoIds.map((photoId, index) => {
        const address = store.addresses[photoId];
        return (
          <View
            key={photoId}
            className={styles.thumb}
            onClick={() => address && setShown(address)}
            {...spoken('button', `会议照片 ${index + 1}`)}
          >
            {address && <Image className={styles.photo} src={address} mode="aspectFill" />}
            {address === null && <View className={styles.lost}>照片没有取到</View>}
          </View>
        );
      })}
      <ConfirmSheet
        isOpen={shown !== null}
        title="会议照片"
        cancelWords="看好了"
        onCancel={() => setShown(null)}
      >
        {shown && <Image className={styles.large} src={shown} mode="widthFix" />}
      </ConfirmSheet>
    </View>
  );
});
