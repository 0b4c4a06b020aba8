export default definePageConfig({ navigationBarTitleText: '往前翻' });
