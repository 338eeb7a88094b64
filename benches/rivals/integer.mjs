// The account of the benchmark in plain JavaScript: whole fen in numbers, written to be fast and to be read.
//
// It knows purchases, instalments at a flat fee, full refunds, statements on the 1st and payment in full on the 6th.
// What is not here: holds, the limit, freezes, penalties, lines, explanations, and any check of its input.

const RATE = 70; // of 10 000: 0.70 % a row

/** Bills and sums of a scenario of `workload.mjs`. */
export function account({ events }) {
  const account = { month: 0, open: null, credit: 0, rows: new Map(), bills: [], purchases: new Map() };
  const sums = { purchases: 0, fees: 0, repayments: 0, refunds: 0 };
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

const fen = (text) => {
  const point = text.indexOf('.');
  return Number(text.slice(0, point)) * 100 + Number(text.slice(point + 1));
};

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
  sums.repayments += bill.left;
  bill.paid = bill.left;
  bill.left = 0;
  for (const row of bill.rows) row.owed = 0;
  account.open = null;
}

function close(account, sums) {
  const rows = (account.rows.get(account.month) ?? []).filter((row) => row.owed > 0);
  account.rows.delete(account.month);
  if (rows.length === 0) return;
  const bill = { month: account.month, total: 0, paid: 0, left: 0, rows };
  for (const row of rows) {
    row.bill = bill;
    bill.total += row.owed + row.fee;
    sums.fees += row.fee;
  }
  let used = Math.min(account.credit, bill.total);
  account.credit -= used;
  bill.total -= used;
  bill.left = bill.total;
  for (const row of rows) {
    const part = Math.min(used, row.owed);
    row.owed -= part;
    used -= part;
  }
  account.bills.push(bill);
  if (bill.left > 0) account.open = bill;
}

function buy(account, sums, { id, amount, periods = 1 }, month) {
  const principal = fen(amount);
  const part = Math.floor(principal / periods);
  const fee = periods > 1 ? Math.floor((principal * RATE + 5000) / 10000) : 0;
  const purchase = { principal, rows: [] };
  for (let n = 1; n <= periods; n += 1) {
    const owed = n < periods ? part : principal - part * (periods - 1);
    const row = { owed, fee, bill: null };
    purchase.rows.push(row);
    const waiting = account.rows.get(month + n);
    if (waiting) waiting.push(row);
    else account.rows.set(month + n, [row]);
  }
  account.purchases.set(id, purchase);
  sums.purchases += principal;
}

/** Takes the whole purchase off what is unbilled, then off the open bill; what was paid becomes credit. */
function refund(account, sums, purchase) {
  let left = purchase.principal;
  for (const row of purchase.rows) {
    left -= row.owed;
    if (row.bill) row.bill.left -= row.owed;
    row.owed = 0;
  }
  account.credit += left;
  sums.refunds += purchase.principal;
  if (account.open?.left === 0) account.open = null;
}
