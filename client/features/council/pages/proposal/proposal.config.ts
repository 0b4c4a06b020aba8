export default definePageConfig({ navigationBarTitleText: '积分标准议事', enablePullDownRefresh: true });
