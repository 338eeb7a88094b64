// The edits that are timed in the page, and the scenarios in which they are made.
//
// Each edit runs in the page, on its own: it knows nothing of this file. What is not here: who measures (see page.mjs).

const event = (type, fields) => ({ type, ...fields });
const purchase = (n, date, periods = '1') =>
  event('purchase', { id: `p${n}`, date, amount: `${100 + 37 * n}.00`, periods, channel: 'default', label: '', merchantSupports: true });
const refund = (n, date) =>
  event('refund', { purchase: `p${n}`, date, amount: '', channel: '', itemDiffers: false, virtualAddress: false, addressDiffers: false });
const repayment = (date) => event('repayment', { amount: '150.00', target: 'auto', date });

/** Thirty events in a year: purchases of which every third is in instalments, refunds, repayments. */
function thirty() {
  const month = (i) => String(i + 1).padStart(2, '0');
  const events = Array.from({ length: 10 }, (_, i) => [
    purchase(i + 1, `2024-${month(i)}-04`, i % 3 ? '1' : '3'),
    i % 2 ? refund(i + 1, `2024-${month(i)}-16`) : purchase(i + 101, `2024-${month(i)}-14`),
    repayment(`2024-${month(i)}-24`),
  ]).flat();
  return { ...blank, events: events.map((one, i) => ({ key: `k${i + 1}`, ...one })), next: 31 };
}

const blank = {
  ...{ product: 'douyin-monthly-pay', creditLimit: '10000.00', today: '', until: '', assume: 'guaranteed', habit: 'full' },
  ...{ daysBeforeDue: '0', refundRule: '', choice: '', rates: {}, preset: null },
};

/** Two purchases in instalments and two refunds, while no bill is paid. */
function several() {
  const events = [purchase(1, '2024-01-10'), purchase(2, '2024-01-20', '12'), purchase(3, '2024-02-10', '6'), refund(1, '2024-03-05'), refund(3, '2024-03-20')];
  return { ...blank, habit: 'none', events: events.map((one, i) => ({ key: `k${i + 1}`, ...one })), next: 6 };
}

/** Names and drafts; without a draft the page shows its example. */
export const drafts = [
  ['example', undefined],
  ['bills missed', several()],
  ['30 events', thirty()],
];

/** Runs in the page: makes an edit some times, each from the event to the end of the frame that shows it. */
async function edits(times, setUp) {
  const [act, warmUp] = [setUp(), 3];
  const taken = [];
  for (let i = 0; i < times + warmUp; i += 1) {
    await new Promise((done) => setTimeout(done, 30));
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const start = performance.now();
    act(i);
    const handled = performance.now() - start;
    // The wait for the frame is left out; a message comes once it is painted.
    const frame = await new Promise((done) => {
      requestAnimationFrame(() => {
        const began = performance.now();
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.now() - began);
        port2.postMessage(0);
      });
    });
    taken.push(handled + frame);
  }
  return { taken: taken.slice(warmUp), edits: taken.length };
}

/** Opens the first purchase and gives a key pressed in its amount. */
function keys() {
  document.querySelector('#events .event').click();
  const input = document.querySelector('#sheet [data-field=amount] input');
  input.focus();
  return (i) => {
    input.value = String(100 + i);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  };
}

/** Opens the first purchase and gives a tap on the button for the day after, and the one before. */
function days() {
  document.querySelector('#events .event').click();
  const steps = document.querySelectorAll('#sheet [data-field=date] .step');
  return (i) => steps[(i + 1) % 2].click();
}

/** Takes the first event on the axis and gives a step, always to another day. */
function drag() {
  const at = (type, x, y, target) =>
    target.dispatchEvent(new PointerEvent(type, { clientX: x, clientY: y, bubbles: true, cancelable: true, pointerType: 'mouse', buttons: 1 }));
  document.querySelector('#limit .event-mark').scrollIntoView({ block: 'center' });
  const { x, y, width, height } = document.querySelector('#limit .event-mark').getBoundingClientRect();
  const [left, top] = [x + width / 2, y + height / 2];
  at('pointerdown', left, top, document.querySelector('#limit .plot'));
  return (i) => at('pointermove', left + 40 + 30 * (i % 2), top, window);
}

/** Types two amounts, ends the editing, and gives undo and redo in turn. */
function undo() {
  document.querySelector('#events .event').click();
  const input = document.querySelector('#sheet [data-field=amount] input');
  input.value = '123';
  input.dispatchEvent(new Event('input', { bubbles: true }));
  document.querySelector('#sheet .sheet-foot .primary').click();
  return (i) => document.querySelector(`#events [data-k="edit.${i % 2 ? 'redo' : 'undo'}"]`).click();
}

/** Names and what runs in the page. */
export const EDITS = [
  ['a key', keys],
  ['a day', days],
  ['a drag step', drag],
  ['undo', undo],
].map(([name, setUp]) => [name, `(times) => (${edits})(times, ${setUp})`]);
