export default definePageConfig({ navigationBarTitleText: '存折', enablePullDownRefresh: true });
