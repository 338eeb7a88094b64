// Words of the menu of less common events in traditional Chinese.
// Only sentences: no figure of a product is written here.

export default {
  'menu.settlePlan': '一次付清某個分期剩下的本金',
  'menu.settleAll': '帳單、未出帳和所有分期一起付清',
  'menu.convertBill': '把出了帳的消費改成分期',
  'menu.payMinimum': '先還一部分，剩下的移到下期',
  'menu.postpone': '整期帳單移到下期',
  'menu.freeze': '額度被平台凍結',
  'menu.appeal': '凍結以後提出申訴',
  'menu.setLimit': '平台調高或調低額度',
  'menu.creditEnquiry': '有機構查了你的信用紀錄',
  'menu.raiseRequest': '你申請提高額度',
  'menu.deviceChange': '換了手機登入',
  'menu.closeAccount': '關閉月付',
  'menu.no.plans': '還沒有分期',
  'menu.no.bills': '還沒有帳單',
  'menu.no.convertible': '沒有可以改成分期的帳單',
};
