export default definePageConfig({ navigationBarTitleText: '兑换品与库存', enablePullDownRefresh: true });
