'use strict';
// The pictures in docs/ (scripts/browser-test --screens).
const path = require('node:path');
const { after, test } = require('node:test');
const { close, open, root, samples } = require('./page.js');

after(close);

const picture = (name, options, before = async () => {}) =>
  test(name, async () => {
    const { page, close: done } = await open(samples(), options);
    await before(page);
    await page.screenshot({ path: path.join(root, 'docs', name + '.png') });
    await done();
  });

picture('report', { viewport: { width: 1200, height: 1100 } });
picture('report-dark', { viewport: { width: 1200, height: 1100 }, colorScheme: 'dark' });
picture('report-claim', { viewport: { width: 1200, height: 1250 } }, async (page) => {
  await page.fill('#search', 'LHV-1003');
  await page.evaluate(() => document.getElementById('claims').scrollIntoView({ behavior: 'instant' }));
});
picture('report-phone', { viewport: { width: 390, height: 1500 } });
