export default definePageConfig({ navigationBarTitleText: '积分标准的历史', enablePullDownRefresh: true });
