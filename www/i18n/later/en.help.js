// Words of the help after a freeze or a cut of the limit in English.
// Only sentences: no figure of a product is written here.

export default {
  'ladder.months': '{need} months of use',
  'ladder.finishedPlans': '{need} instalment plans finished',
  'ladder.yearSpend': '{need} spent within a year',
  'ladder.record': 'nothing ever overdue',
};
