export default definePageConfig({ navigationBarTitleText: '发布新标准' });
