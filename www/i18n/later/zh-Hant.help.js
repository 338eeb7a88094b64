// Words of the help after a freeze or a cut of the limit in traditional Chinese.
// Only sentences: no figure of a product is written here.

export default {
  'ladder.months': '用了 {need} 個月',
  'ladder.finishedPlans': '結清 {need} 個分期',
  'ladder.yearSpend': '一年花 {need}',
  'ladder.record': '沒有逾期紀錄',
};
