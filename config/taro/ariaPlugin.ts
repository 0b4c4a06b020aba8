import path from 'node:path';
import type { IPluginContext } from '@tarojs/service';
import ariaAttributes from './ariaAttributes.json';

/**
 * WeChat reads `aria-*` attributes aloud, but Taro's templates leave them out. This adds them to the
 * templates, and the same to the runtime, whose short attribute names must be numbered alike.
 */
export default function ariaPlugin(ctx: IPluginContext): void {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: {
      platform: string;
      template?: { mergeComponents(ctx: IPluginContext, patch: object): void };
      runtimePath?: string | string[];
    }) {
      if (platform.platform !== 'weapp' || !platform.template) return;
      platform.template.mergeComponents(ctx, ariaAttributes);
      platform.runtimePath = [platform.runtimePath ?? [], path.resolve(__dirname, 'ariaRuntime.js')].flat();
    },
  });
}
