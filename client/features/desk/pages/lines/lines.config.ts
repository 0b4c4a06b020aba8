export default definePageConfig({ navigationBarTitleText: '存折明细', enablePullDownRefresh: true });
