'use strict';
// What the tests share: runs of the program, and pages that are watched.
const assert = require('node:assert/strict');
const { execFileSync, spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { chromium } = require('playwright-core');

const work = process.env.SCRUB837_WORK;
const binary = process.env.SCRUB837_BINARY;
const root = path.resolve(__dirname, '../..');
// Days since service are counted to this one.
const today = '2026-11-27T12:00:00';

let browser = null;
const launch = async () => {
  browser ||= await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  return browser;
};
const close = async () => {
  await browser?.close();
  browser = null;
};

const run = (...words) => {
  const ran = spawnSync(binary, words, { cwd: root, encoding: 'utf8' });
  assert.ok(ran.status === 0 || ran.status === 1, `exit code ${ran.status}: ${words.join(' ')}\n${ran.stderr}`);
  return ran.stdout;
};
const generate = (file, ...options) => execFileSync(path.join(root, 'scripts/generate-claims'), [...options, '-o', file]);

// Runs `scrub --html` once for each name. \return the folder of its outputs
const scrubbed = (name, ...words) => {
  const out = path.join(work, name);
  if (!fs.existsSync(out)) run('scrub', ...words, '--html', '--quiet', '--out', out);
  return out;
};
const samples = () => scrubbed('samples', 'samples', '--config', 'samples/scrub837.toml');

// Opens the report of a folder. Whatever its console says, and whatever it asks of a network, is in `told`.
const open = async (folder, options = {}) => {
  const context = await (await launch()).newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const told = [];
  page.on('console', (message) => told.push('console: ' + message.text()));
  page.on('pageerror', (error) => told.push('error: ' + error.message));
  page.on('dialog', (dialog) => told.push('dialog: ' + dialog.message()));
  const own = 'file://' + path.join(folder, 'run.report.html');
  page.on('request', (request) => {
    if (request.url() !== own && !request.url().startsWith('blob:')) told.push('request: ' + request.url());
  });
  await page.clock.setFixedTime(new Date(today));
  const before = performance.now();
  await page.goto(own);
  if (options.javaScriptEnabled !== false) await page.waitForSelector('html.live');
  const milliseconds = performance.now() - before;
  return { page, told, milliseconds, close: () => context.close() };
};

// Runs `test` with the page of the samples; it must keep silent.
const withSamples = (test, options) => async (t) => {
  const opened = await open(samples(), options);
  try {
    await test(opened.page, t);
    assert.deepEqual(opened.told, []);
  } finally {
    await opened.close();
  }
};

const texts = (page, selector) => page.locator(selector).allInnerTexts();
const claims = (page) => texts(page, '.opener');
const json = (folder, name) => JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'));

module.exports = { work, root, run, generate, scrubbed, samples, open, close, withSamples, texts, claims, json };
