// Words of the menu of less common events in English.
// Only sentences: no figure of a product is written here.

export default {
  'menu.settlePlan': 'Pay all that is left of one plan',
  'menu.settleAll': 'Bills, what is not billed, and every plan at once',
  'menu.convertBill': 'Turn billed purchases into instalments',
  'menu.payMinimum': 'Pay a part now, the rest moves to the next bill',
  'menu.postpone': 'The whole bill moves to the next month',
  'menu.freeze': 'The lender freezes the account',
  'menu.appeal': 'Appeal against a freeze',
  'menu.setLimit': 'The lender raises or cuts the limit',
  'menu.creditEnquiry': 'Somebody looked up your credit record',
  'menu.raiseRequest': 'You ask for a higher limit',
  'menu.deviceChange': 'You sign in with a new phone',
  'menu.closeAccount': 'End monthly pay',
  'menu.no.plans': 'There is no plan yet',
  'menu.no.bills': 'There is no bill yet',
  'menu.no.convertible': 'No bill can be turned into instalments',
};
