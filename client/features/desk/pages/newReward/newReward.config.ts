export default definePageConfig({ navigationBarTitleText: '新增兑换品' });
