export default definePageConfig({ navigationBarTitleText: '账目公告', enablePullDownRefresh: true });
