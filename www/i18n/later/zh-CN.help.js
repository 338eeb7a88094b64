// Words of the help after a freeze or a cut of the limit in simplified Chinese.
// Only sentences: no figure of a product is written here.

export default {
  'ladder.months': '用了 {need} 个月',
  'ladder.finishedPlans': '结清 {need} 个分期',
  'ladder.yearSpend': '一年花 {need}',
  'ladder.record': '没有逾期记录',
};
