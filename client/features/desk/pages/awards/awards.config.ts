export default definePageConfig({ navigationBarTitleText: '荣誉奖励', enablePullDownRefresh: true });
