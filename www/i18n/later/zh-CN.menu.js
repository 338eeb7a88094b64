// Words of the menu of less common events in simplified Chinese.
// Only sentences: no figure of a product is written here.

export default {
  'menu.settlePlan': '一次付清某个分期剩下的本金',
  'menu.settleAll': '账单、未出账和所有分期一起付清',
  'menu.convertBill': '把出了账的消费改成分期',
  'menu.payMinimum': '先还一部分，剩下的移到下期',
  'menu.postpone': '整期账单移到下期',
  'menu.freeze': '额度被平台冻结',
  'menu.appeal': '冻结以后提出申诉',
  'menu.setLimit': '平台调高或调低额度',
  'menu.creditEnquiry': '有机构查了你的征信',
  'menu.raiseRequest': '你申请提高额度',
  'menu.deviceChange': '换了手机登录',
  'menu.closeAccount': '关闭月付',
  'menu.no.plans': '还没有分期',
  'menu.no.bills': '还没有账单',
  'menu.no.convertible': '没有可以改成分期的账单',
};
