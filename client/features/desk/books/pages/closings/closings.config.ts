export default definePageConfig({ navigationBarTitleText: '日终轧账', enablePullDownRefresh: true });
