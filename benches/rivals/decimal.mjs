// The account of the benchmark with decimal.js: yuan as Decimals, as shops and ledgers in JavaScript often have them.
//
// It knows purchases, instalments at a flat fee, full refunds, statements on the 1st and payment in full on the 6th.
// What is not here: holds, the limit, freezes, penalties, lines, explanations, and any check of its input.

import Decimal from 'decimal.js';

const RATE = new Decimal('0.0070');
const ZERO = new Decimal(0);

/** Bills and sums of a scenario of `workload.mjs`. */
export function account({ events }) {
  const account = { month: 0, open: null, credit: ZERO, rows: new Map(), bills: [], purchases: new Map() };
  const sums = { purchases: ZERO, fees: ZERO, repayments: ZERO, refunds: ZERO };
  for (const event of [...events].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))) {
    const [month, day] = [monthOf(event.date), Number(event.date.slice(8))];
    reach(account, sums, month, day);
    if (event.type === 'purchase') buy(account, sums, event, month);
    else refund(account, sums, account.purchases.get(event.purchase));
  }
  for (let left = 13; left > 0; left -= 1) reach(account, sums, account.month + 1, 31);
  return { bills: account.bills, sums: { ...sums, credit: account.credit } };
}

/** Months since the year 0. */
const monthOf = (date) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;

/** Pays and closes what comes before the events of a day. */
function reach(account, sums, month, day) {
  account.month ||= month;
  while (account.month < month) {
    pay(account, sums);
    account.month += 1;
    close(account, sums);
  }
  if (day > 6) pay(account, sums);
}

function pay(account, sums) {
  const bill = account.open;
  if (!bill) return;
  sums.repayments = sums.repayments.plus(bill.left);
  bill.paid = bill.left;
  bill.left = ZERO;
  for (const row of bill.rows) row.owed = ZERO;
  account.open = null;
}

function close(account, sums) {
  const rows = (account.rows.get(account.month) ?? []).filter((row) => row.owed.gt(0));
  account.rows.delete(account.month);
  if (rows.length === 0) return;
  const bill = { month: account.month, total: ZERO, paid: ZERO, left: ZERO, rows };
  for (const row of rows) {
    row.bill = bill;
    bill.total = bill.total.plus(row.owed).plus(row.fee);
    sums.fees = sums.fees.plus(row.fee);
  }
  let used = Decimal.min(account.credit, bill.total);
  account.credit = account.credit.minus(used);
  bill.total = bill.total.minus(used);
  bill.left = bill.total;
  for (const row of rows) {
    const part = Decimal.min(used, row.owed);
    row.owed = row.owed.minus(part);
    used = used.minus(part);
  }
  account.bills.push(bill);
  if (bill.left.gt(0)) account.open = bill;
}

function buy(account, sums, { id, amount, periods = 1 }, month) {
  const principal = new Decimal(amount);
  const part = principal.div(periods).toDecimalPlaces(2, Decimal.ROUND_DOWN);
  const fee = periods > 1 ? principal.times(RATE).toDecimalPlaces(2, Decimal.ROUND_HALF_UP) : ZERO;
  const purchase = { principal, rows: [] };
  for (let n = 1; n <= periods; n += 1) {
    const owed = n < periods ? part : principal.minus(part.times(periods - 1));
    const row = { owed, fee, bill: null };
    purchase.rows.push(row);
    const waiting = account.rows.get(month + n);
    if (waiting) waiting.push(row);
    else account.rows.set(month + n, [row]);
  }
  account.purchases.set(id, purchase);
  sums.purchases = sums.purchases.plus(principal);
}

/** Takes the whole purchase off what is unbilled, then off the open bill; what was paid becomes credit. */
function refund(account, sums, purchase) {
  let left = purchase.principal;
  for (const row of purchase.rows) {
    left = left.minus(row.owed);
    if (row.bill) row.bill.left = row.bill.left.minus(row.owed);
    row.owed = ZERO;
  }
  account.credit = account.credit.plus(left);
  sums.refunds = sums.refunds.plus(purchase.principal);
  if (account.open?.left.isZero()) account.open = null;
}
