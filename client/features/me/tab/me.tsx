import { observer } from 'mobx-react-lite';
import { Card } from '../../../components/Card';
import { Choice } from '../../../components/Choice';
import { Field } from '../../../components/Field';
import { Frame } from '../../../frame/Frame';
import type { TypeSize } from '../../../frame/typeSetting';
import { useRoot } from '../../../root';

const sizes: { value: TypeSize | 'follow'; label: string }[] = [
  { value: 'follow', label: '跟随微信' },
  { value: 'standard', label: '标准' },
  { value: 'large', label: '大字' },
  { value: 'largest', label: '特大字' },
];

/** 我的: the reader's own settings. */
export default observer(function MeTab() {
  const { typeSetting } = useRoot();
  return (
    <Frame>
      <Card>
        <Field label="大字版" hint="所有页面的字和按钮一起变大。">
          <Choice
            label="字的大小"
            options={sizes}
            value={typeSetting.chosen ?? 'follow'}
            onChange={(size) => typeSetting.choose(size === 'follow' ? null : size)}
          />
        </Field>
      </Card>
    </Frame>
  );
});
