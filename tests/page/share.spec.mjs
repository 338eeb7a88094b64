// A scenario is handed on as link, code, QR code or file, and opens again in another browser, to be looked at first.
// Expected figures are those of the worked example: 500.00 refunded on 5 March 2024 is usable on 8 March, 12 at the latest.
// What is not here: what codes hold (tests/codes) and what tables and calendars hold (tests/node/export.test.mjs).

import { readFile } from 'node:fs/promises';
import { expect, expectNoAxeViolations, test } from './support.mjs';
import { add, answer, done, field, open, rows } from './page.mjs';
import { EXAMPLE, seal } from './states.mjs';

const share = (page) => page.locator('#share');
const opened = (page) => page.locator('#opened');

const ANSWER = '¥500.00 可用：最早 3月8日，最晚 3月12日';

/** Opens the sheet for handing on. */
async function openShare(page) {
  await page.getByRole('button', { name: '分享', exact: true }).click();
  await expect(share(page).getByRole('heading', { name: '分享和导出' })).toBeVisible();
}

/** Opens the sheet for opening, with a text in its field. */
async function paste(page, text) {
  await openShare(page);
  await share(page).getByRole('button', { name: '打开一份试算' }).click();
  await share(page).getByLabel('粘贴链接').fill(text);
  await share(page).getByRole('button', { name: '看看' }).click();
}

/** What a button of the sheet gives as a file. */
async function saved(page, name) {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    share(page).getByRole('button', { name, exact: true }).click(),
  ]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

const scenario = (change) => ({
  format: 'yuefu.scenario/1',
  product: 'douyin-monthly-pay',
  creditLimit: '5000.00',
  events: [{ type: 'purchase', id: 'p1', date: '2024-03-02', amount: '300.00' }],
  ...change,
});

test('a link opens in a second profile with the same report, byte for byte', async ({ page, browser, watch, baseURL }) => {
  await open(page);
  await add(page, '还款');
  await field(page, '金额').input.fill('12.34');
  await field(page, '日期').input.fill('2024-03-07');
  await done(page);
  await openShare(page);
  const link = await share(page).getByLabel('链接', { exact: true }).inputValue();
  expect(link.startsWith(`${baseURL}#s=`)).toBe(true);
  const mine = await saved(page, '完整结果（JSON）');

  const context = await browser.newContext({ locale: 'en-US', timezoneId: 'America/Los_Angeles', colorScheme: 'dark' });
  await watch(context);
  const other = await context.newPage();
  await other.goto(link);
  // The other browser speaks English; the report is the same all the same.
  await expect(opened(other)).toContainText('It holds 4 events');
  await other.getByRole('button', { name: 'Use it' }).click();
  await expect(rows(other)).toHaveCount(4);
  await other.getByRole('button', { name: 'Share', exact: true }).click();
  const theirs = await saved(other, 'Whole result (JSON)');
  expect(theirs.text).toBe(mine.text);
  expect(JSON.parse(theirs.text).format).toBe('yuefu.report/1');
  await context.close();
});

test('a code given out before opens read-only, and keeping one’s own changes nothing', async ({ page }) => {
  await open(page);
  await page.locator('#presets').getByRole('button', { name: '一天退五次' }).click();
  await page.goto(`./#s=${EXAMPLE}`);
  await expect(answer(page)).toHaveText(ANSWER);
  await expect(opened(page)).toContainText('¥1,000.00');
  await expect(page.locator('#editor')).toBeHidden();
  await expect(page.getByRole('heading', { name: '打开的试算' })).toBeFocused();
  await page.getByRole('button', { name: '保留我的' }).click();
  await expect(rows(page)).toHaveCount(10);
  expect(page.url()).not.toContain('#');
});

test('what was opened is used, and one undo takes it back', async ({ page }) => {
  await open(page);
  await page.locator('#presets').getByRole('button', { name: '一天退五次' }).click();
  await paste(page, `看看这个 https://example.org/#s=${EXAMPLE} 谢谢`);
  await page.getByRole('button', { name: '用这份' }).click();
  await expect(rows(page)).toHaveCount(3);
  await expect(answer(page)).toHaveText(ANSWER);
  await page.locator('#events').getByRole('button', { name: '撤销' }).click();
  await expect(rows(page)).toHaveCount(10);
});

test('explanations and cost sheets open in what is only looked at', async ({ page }) => {
  await page.goto(`./#s=${EXAMPLE}`);
  await expect(opened(page)).toBeVisible();
  await page.locator('#plans').getByRole('button', { name: '费用明细表' }).click();
  await expect(page.locator('#cost .cost-rate')).toContainText('12.56%');
  await page.locator('#refunds').getByRole('button', { name: /为什么/ }).click();
  await expect(page.locator('#why')).toContainText('正常退款');
});

test('files: scenario, calendar and tables have their names and formats', async ({ page }) => {
  await open(page);
  await openShare(page);
  const json = await saved(page, '试算文件（JSON）');
  expect(json.name).toBe('yuefu-2024-03-05.json');
  expect(JSON.parse(json.text).events).toHaveLength(3);
  const calendar = await saved(page, '还款日历（ICS）');
  expect(calendar.name).toBe('yuefu-2024-03-05.ics');
  expect(calendar.text.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true);
  const bills = await saved(page, '账单表（CSV）');
  expect(bills.name).toBe('yuefu-bills-2024-03-05.csv');
  expect(bills.text).toContain('840.33');
  await share(page).getByRole('button', { name: '打开一份试算' }).click();
  const file = { name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(json.text) };
  await share(page).getByLabel('或者选一个试算文件').setInputFiles(file);
  await expect(opened(page)).toContainText('里面有 3 条记录');
});

test('the link is copied, and its QR code is drawn with a quiet zone', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await openShare(page);
  await share(page).getByRole('button', { name: '复制' }).first().click();
  await expect(share(page).getByText('已复制。')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await share(page).getByLabel('链接', { exact: true }).inputValue());
  // Reads the drawing as a camera would: three finder patterns of 7 modules, four modules in from the edge.
  const { side, corners } = await share(page).getByRole('img', { name: '这份试算的二维码' }).evaluate((svg) => {
    const dark = new Set([...svg.querySelector('path').getAttribute('d').matchAll(/M(\d+) (\d+)/g)].map(([, x, y]) => `${x},${y}`));
    const size = svg.viewBox.baseVal.width;
    const row = (x, y) => Array.from({ length: 7 }, (_, i) => Number(dark.has(`${x + i},${y}`))).join('');
    const finder = (x, y) => [0, 1, 2, 6].map((i) => row(x, y + i)).join(' ');
    return { side: size, corners: [finder(4, 4), finder(size - 11, 4), finder(4, size - 11)] };
  });
  expect((side - 8 - 17) % 4).toBe(0);
  expect(corners).toEqual(Array(3).fill('1111111 1000001 1011101 1111111'));
});

for (const [what, text, sentence] of [
  ['nothing', '  ', '还没有粘贴内容'],
  ['foreign words', '你好，在吗？', '这不是月付试算的链接'],
  ['a foreign file', '{"name":"yuefu","version":"1.0.0"}', '这不是月付试算的链接'],
  ['a damaged code', `#s=${EXAMPLE.replace('kwM', 'kwN')}x`, '链接不完整'],
  ['half a file', '{"format":"yuefu.scenario/1","events":[', '文件内容不完整'],
  ['an older version', JSON.stringify(scenario({ format: 'yuefu.scenario/0' })), '格式太旧'],
  ['a newer version', JSON.stringify(scenario({ format: 'yuefu.scenario/2' })), '来自更新的版本'],
  ['a report', '{"format":"yuefu.report/1"}', '这是结果文件'],
  ['an unknown field', JSON.stringify(scenario({ colour: 'red' })), '文件里的 colour 有问题'],
  ['events that are none', JSON.stringify(scenario({ events: 'x' })), '文件里的 events 有问题'],
  [
    'a day that is none',
    JSON.stringify(scenario({ events: [{ type: 'purchase', id: 'p1', date: '2024-02-30', amount: '1.00' }] })),
    '第 1 条有问题（date）：没有这一天',
  ],
]) {
  test(`${what} gets a sentence, and what was typed stays`, async ({ page }) => {
    await open(page);
    await paste(page, text);
    await expect(share(page).getByRole('alert')).toContainText(sentence);
    await expect(share(page).getByLabel('粘贴链接')).toHaveValue(text);
    await share(page).getByRole('button', { name: '不打开了' }).click();
    await expect(rows(page)).toHaveCount(3);
    await expect(answer(page)).toHaveText(ANSWER);
  });
}

test('a damaged link says so and leaves one’s own to go on with', async ({ page }) => {
  await page.goto('./#s=AQGqQQ');
  await expect(share(page).getByRole('alert')).toContainText('链接不完整');
  await expectNoAxeViolations(page);
  await share(page).getByRole('button', { name: '不打开了' }).click();
  await expect(answer(page)).toHaveText(ANSWER);
});

test('where reading cannot be loaded, a sentence says so and what was typed stays', async ({ page, expectProblem }) => {
  expectProblem(/opened\/read\.js|ERR_FAILED/);
  await page.route('**/opened/*.js', (route) => route.abort());
  await open(page);
  await openShare(page);
  await share(page).getByRole('button', { name: '打开一份试算' }).click();
  await share(page).getByLabel('粘贴链接').fill(EXAMPLE);
  await share(page).getByRole('button', { name: '看看' }).click();
  await expect(share(page).getByRole('alert')).toContainText('没有全部载入');
  await expect(share(page).getByLabel('粘贴链接')).toHaveValue(EXAMPLE);
});

test('ten megabytes that are no scenario get a sentence', async ({ page }) => {
  test.slow();
  await open(page);
  await openShare(page);
  await share(page).getByRole('button', { name: '打开一份试算' }).click();
  const pick = (size) =>
    share(page)
      .getByLabel('或者选一个试算文件')
      .setInputFiles({ name: 'big.json', mimeType: 'application/json', buffer: Buffer.alloc(size, '{"a":"b') });
  await pick(10_000_000);
  await expect(share(page).getByRole('alert')).toContainText('文件内容不完整');
  await pick(12_500_000);
  await expect(share(page).getByRole('alert')).toContainText('内容太大了');
});

test('ten thousand events are looked at and exported, not edited', async ({ page }) => {
  test.slow();
  await open(page);
  const events = Array.from({ length: 10_000 }, (_, i) => ({
    type: 'purchase',
    id: `p${i}`,
    date: `2024-03-${String(2 + (i % 20)).padStart(2, '0')}`,
    amount: '0.10',
  }));
  await paste(page, JSON.stringify(scenario({ events })));
  await expect(opened(page)).toContainText('里面有 10000 条记录', { timeout: 60_000 });
  await expect(opened(page)).toContainText('还有 9940 条没有列出来');
  // 10 000 times 0.10 of 5000.00.
  await expect(page.locator('#bills')).toContainText('¥1,000.00');
  await expect(page.getByRole('button', { name: '用这份' })).toHaveCount(0);
  await page.getByRole('button', { name: '保留我的' }).click();
  await expect(rows(page)).toHaveCount(3);
});

test('markup in a label is text', async ({ page }) => {
  const label = '<img src=x onerror=alert(1)><script>1</script>';
  const events = [{ type: 'purchase', id: 'p1', date: '2024-03-02', amount: '300.00', label }];
  await open(page);
  await paste(page, JSON.stringify(scenario({ events })));
  await expect(opened(page).getByText(label)).toBeVisible();
  await page.getByRole('button', { name: '用这份' }).click();
  await expect(rows(page).getByText(label)).toBeVisible();
  await expect(page.locator('main img, main script')).toHaveCount(0);
});

/** By hand, as in tests/codes/golden.rs: 500.00 on 2025-01-05, made with data of 2025-01-01. */
const OLD = [1, 0xf8, 0x3b, 0, 0x93, 0x03, 1, 0, 8, 1, 23];
const GONE_PRODUCT = [0, 4, ...Buffer.from('gone'), ...OLD.slice(1)];
const GONE_OVERRIDE = [1, 0xf8, 0x3b, 32, 0x93, 0x03, 2, 0, 8, ...Buffer.from('gone.key'), 1, 4, 5, 4, 2, 1, 0, 8, 1, 23];

for (const [what, content, sentences] of [
  ['changed', OLD, ['产品规则更新过（2025-01-01 → ']],
  ['no longer have', GONE_OVERRIDE, ['产品规则更新过', '它的值 4 没有用上', '宽限期']],
  ['do not know', GONE_PRODUCT, ['这里没有产品「gone」，下面先按「抖音月付」的规则算']],
]) {
  test(`what today’s terms ${what} is said, and the scenario is shown`, async ({ page }) => {
    await page.goto(`./#s=${seal(content)}`);
    for (const sentence of sentences) await expect(opened(page)).toContainText(sentence);
    await expect(page.locator('#bills')).toContainText('¥500.00');
    await expectNoAxeViolations(page);
  });
}

test('a scenario that is not filled in right is not handed on, but others open', async ({ page }) => {
  await open(page);
  await add(page, '还款');
  await field(page, '金额').input.fill('1.234');
  await page.getByRole('button', { name: '关闭' }).first().click();
  await openShare(page);
  await expect(share(page)).toContainText('先改好才能分享');
  await expect(share(page).getByRole('button', { name: '打开一份试算' })).toBeVisible();
});
