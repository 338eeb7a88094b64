// A draft becomes the scenario that the engine takes, and the engine's complaints find their field.
// What is not here: what the engine makes of it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as draft from '../../www/draft.js';
import { exampleDraft } from '../../www/presets.js';

const TERMS = { choices: [{ id: 'statement-10', set: { 'statement.day': 10, 'statement.dueDay': 15 } }] };

test('the first preset is the worked example', () => {
  assert.deepEqual(draft.toScenario(exampleDraft(), TERMS).scenario, {
    format: 'yuefu.scenario/1',
    product: 'douyin-monthly-pay',
    creditLimit: '10000.00',
    assume: 'guaranteed',
    habit: { payInFull: true, daysBeforeDue: 0 },
    events: [
      {
        type: 'purchase',
        id: 'p1',
        date: '2024-02-10',
        amount: '500.00',
        periods: 1,
        channel: 'default',
        merchantSupports: true,
      },
      {
        type: 'purchase',
        id: 'p2',
        date: '2024-02-20',
        amount: '1000.00',
        periods: 3,
        channel: 'default',
        merchantSupports: true,
      },
      {
        type: 'refund',
        date: '2024-03-05',
        purchase: 'p1',
        itemDiffers: false,
        virtualAddress: false,
        addressDiffers: false,
      },
    ],
  });
});

test('settings become fields and overrides', () => {
  const given = {
    ...draft.emptyDraft(),
    today: '2025-01-01',
    until: '2025-12-31',
    choice: 'statement-10',
    refundRule: 'resetNextMonth',
    rates: { 3: '0.9', 6: '' },
  };
  const { scenario } = draft.toScenario(given, TERMS);
  assert.equal(scenario.today, '2025-01-01');
  assert.equal(scenario.until, '2025-12-31');
  assert.deepEqual(scenario.overrides, {
    'statement.day': 10,
    'statement.dueDay': 15,
    'refund.rule': 'resetNextMonth',
    'plan.3.rate': '0.009',
  });
});

test('a bill as target is named by its month', () => {
  const { draft: given } = draft.withEvent(draft.emptyDraft(), 'repayment', {
    date: '2025-01-01',
    amount: '5',
    target: '2025-01',
  });
  assert.deepEqual(draft.toScenario(given, null).scenario.events[0].target, { bill: '2025-01' });
});

test('an event that was only begun is left out, and indexes keep their events', () => {
  let given = exampleDraft();
  given = draft.withEvent(given, 'purchase', { date: '2024-03-06', fresh: true }).draft;
  const { scenario, keys } = draft.toScenario(given, null);
  assert.equal(scenario.events.length, 3);
  assert.deepEqual(keys, ['k1', 'k2', 'k3']);
});

test('a complaint finds its field', () => {
  const given = exampleDraft();
  const { keys } = draft.toScenario(given, null);
  const where = (path) => draft.fieldOf(path, keys, given);
  assert.deepEqual(where('/events/1/amount'), { key: 'k2', field: 'amount' });
  assert.deepEqual(where('/events/2/date'), { key: 'k3', field: 'date' });
  assert.deepEqual(where('/events/2'), { key: 'k3', field: 'amount' });
  assert.deepEqual(where('/creditLimit'), { key: null, field: 'creditLimit' });
  assert.deepEqual(where('/overrides/plan.3.rate'), { key: null, field: 'rate3' });
  assert.deepEqual(where('/habit/daysBeforeDue'), { key: null, field: 'daysBeforeDue' });
});

test('ids stay free of each other, and what hangs on a purchase goes with it', () => {
  let given = exampleDraft();
  const gone = draft.withoutEvent(given, 'k1');
  assert.equal(gone.also, 1);
  given = draft.withEvent(gone.draft, 'purchase', { date: '2024-03-01', amount: '1' }).draft;
  assert.deepEqual(
    given.events.map((event) => event.id),
    ['p2', 'p1'],
  );
  assert.equal(new Set(given.events.map((event) => event.key)).size, 2);
});

test('only a whole draft is taken from storage', () => {
  assert.ok(draft.isDraft(exampleDraft()));
  for (const broken of [
    null,
    {},
    { ...draft.emptyDraft(), events: [{ type: '?' }] },
    { ...draft.emptyDraft(), rates: null },
    { ...draft.emptyDraft(), next: 'x' },
  ]) {
    assert.ok(!draft.isDraft(broken));
  }
});
