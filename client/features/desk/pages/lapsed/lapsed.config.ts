export default definePageConfig({ navigationBarTitleText: '待确认工时', enablePullDownRefresh: true });
