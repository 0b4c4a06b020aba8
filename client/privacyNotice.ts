/** What a person agrees to before the bank keeps anything about them. A changed text gets a new version. */
export const privacyNotice = {
  version: '2026-11',
  paragraphs: [
    '银行只留您的姓名和手机号，用来开户、核对身份、通知您活动和兑换的事。',
    '姓名和手机号只有您所在储蓄所的工作人员能看到，对外只显示“周**”。不会给别的公司，不做广告。',
    '做好事的记录和积分记在存折里，一笔一笔都能查到。',
    '不想再用了，可以请储蓄所删除您的姓名和手机号。',
  ],
} as const;
