export default definePageConfig({ navigationBarTitleText: '销户' });
