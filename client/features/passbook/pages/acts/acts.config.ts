export default definePageConfig({ navigationBarTitleText: '存折操作记录', enablePullDownRefresh: true });
