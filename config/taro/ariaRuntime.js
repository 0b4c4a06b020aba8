import { mergeInternalComponents } from '@tarojs/shared';
import ariaAttributes from './ariaAttributes.json';

mergeInternalComponents(ariaAttributes);
