export default definePageConfig({ navigationBarTitleText: '申报荣誉奖励' });
