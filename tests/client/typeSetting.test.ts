import { TypeSetting } from '../../client/frame/typeSetting';
import { device } from '../support/taroStandIn';

beforeEach(() => device.clear());

it('keeps the size that the reader chose, also after the app was closed', () => {
  new TypeSetting().choose('largest');
  const after = new TypeSetting();
  expect(after).toMatchObject({ size: 'largest', scale: 1.75, isLarge: true });
});

it('follows the phone’s own setting again when told to', () => {
  const setting = new TypeSetting();
  setting.choose('large');
  setting.choose(null);
  expect(new TypeSetting()).toMatchObject({ chosen: null, size: 'standard', isLarge: false });
});
