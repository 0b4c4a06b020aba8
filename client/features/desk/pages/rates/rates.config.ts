export default definePageConfig({ navigationBarTitleText: '积分标准', enablePullDownRefresh: true });
