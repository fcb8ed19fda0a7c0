'use strict';
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const byId = (id) => document.getElementById(id);
  const today = new Date();
  const step = 100;

  // ---- text ----

  // Characters that are not seen, or that turn the text around them, are shown as what they are.
  const visible = (text) =>
    text.replace(/[\u0000-\u001f\u007f-\u009f\u00ad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb\u{110bd}\u{110cd}\u{13430}-\u{1343f}\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/gu, (c) =>
      '\u27e8' + c.codePointAt(0).toString(16).toUpperCase().padStart(4, '0') + '\u27e9');
  const dollars = (cents) => {
    const sign = cents < 0 ? '-' : '';
    const digits = String(Math.abs(cents)).padStart(3, '0');
    return sign + '$' + digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',') + '.' + digits.slice(-2);
  };
  const count = (number, noun) => String(number).replace(/\B(?=(\d{3})+$)/g, ',') + ' ' + noun + (number === 1 ? '' : 's');
  const dateOf = (text) => {
    const parts = /^(\d{4})(\d{2})(\d{2})$/.exec(text || '');
    return parts ? new Date(+parts[1], parts[2] - 1, +parts[3]) : null;
  };
  const daysSince = (text) => {
    const date = dateOf(text);
    if (!date || isNaN(date)) return null;
    return Math.round((new Date(today.getFullYear(), today.getMonth(), today.getDate()) - date) / 86400000);
  };
  const shownDate = (text) => (dateOf(text) ? text.slice(4, 6) + '/' + text.slice(6) + '/' + text.slice(0, 4) : text || '');
  const age = (text) => {
    const days = daysSince(text);
    return days === null ? '' : count(days, 'day');
  };

  // The one way to make an element: texts become text nodes, never markup.
  const el = (name, attributes, ...children) => {
    const node = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) {
      if (value === true) node.setAttribute(key, '');
      else if (value !== false && value !== null && value !== undefined) node.setAttribute(key, value);
    }
    for (const child of children.flat(Infinity)) {
      if (child === null || child === undefined || child === '') continue;
      node.append(child instanceof Node ? child : visible(String(child)));
    }
    return node;
  };

  // ---- the claims ----

  const statusWords = { held: 'Held', fixed: 'Fixed', released: 'Released', clean: 'Clean, with warnings' };
  const payerName = (claim) => data.payers[claim.payer].name || '(no payer name)';
  const providerName = (claim) => data.providers[claim.provider].name || '(no provider name)';
  const rulesOf = (claim) => {
    if (!claim.rules) {
      claim.rules = new Set((claim.findings || []).map((f) => f.rule));
      for (const cause of claim.causes || []) claim.rules.add(data.causes[cause].rule);
    }
    return claim.rules;
  };
  const orders = {
    dollars: ['Dollars, largest first', (a, b) => b.cents - a.cents],
    age: ['Service date, oldest first', (a, b) => (a.date || '9').localeCompare(b.date || '9')],
    both: ['Dollars × days since service', (a, b) => b.cents * (daysSince(b.date) || 0) - a.cents * (daysSince(a.date) || 0)],
    claim: ['Claim number', (a, b) => a.claim.localeCompare(b.claim, 'en', { numeric: true })],
    payer: ['Payer', (a, b) => payerName(a).localeCompare(payerName(b), 'en')],
    patient: ['Patient', (a, b) => (a.patient || '').localeCompare(b.patient || '', 'en')],
  };
  const wanted = { search: '', status: 'held', payer: '', provider: '', rule: '', file: '', cause: null, sort: 'dollars' };
  let shown = [];
  let listed = 0;

  const matches = (claim) => {
    // Who looks for a claim by its number wants it wherever it went.
    if (wanted.search) {
      if (!claim.claim.toLowerCase().includes(wanted.search)) return false;
    } else if (wanted.status !== 'all' && claim.status !== wanted.status) {
      return false;
    }
    return (
      (wanted.payer === '' || claim.payer === +wanted.payer) &&
      (wanted.provider === '' || claim.provider === +wanted.provider) &&
      (wanted.file === '' || claim.file === +wanted.file) &&
      (wanted.rule === '' || rulesOf(claim).has(wanted.rule)) &&
      (wanted.cause === null || (claim.causes || []).includes(wanted.cause)));
  };

  // ---- a claim's segments ----

  // The parts of a segment with their separators: [text, element, component, repetition], [separator].
  const partsOf = (text, [elementMark, componentMark, repetitionMark]) => {
    const parts = [];
    const whole = text.startsWith('ISA');
    let place = [0, 1, 1];
    let part = '';
    for (let i = 0; i < text.length; ) {
      const at = (mark) => mark && text.startsWith(mark, i);
      const inside = !whole && place[0] > 0;
      const [mark, next] =
        at(elementMark) ? [elementMark, [place[0] + 1, 1, 1]]
        : inside && at(repetitionMark) ? [repetitionMark, [place[0], 1, place[2] + 1]]
        : inside && at(componentMark) ? [componentMark, [place[0], place[1] + 1, place[2]]]
        : [text[i], null];
      i += mark.length;
      if (next) {
        parts.push([part, ...place], [mark]);
        part = '';
        place = next;
      } else {
        part += mark;
      }
    }
    parts.push([part, ...place]);
    return parts;
  };

  // What is not there is written with the separators that it would need.
  const reach = (parts, at, delimiters) => {
    let element = parts[parts.length - 1][1];
    while (element < at[1]) parts.push([delimiters[0], 'ghost'], ['', ++element, 1, 1]);
    const own = parts.filter((p) => p.length > 2 && p[1] === at[1] && p[3] === (at[3] || 1));
    const last = own.length ? own[own.length - 1] : null;
    if (!last || at[2] <= last[2]) return;
    let where = parts.indexOf(last) + 1;
    for (let c = last[2] + 1; c <= at[2]; ++c) {
      parts.splice(where, 0, [delimiters[1] || ':', 'ghost'], ['', at[1], c, at[3] || 1]);
      where += 2;
    }
  };

  const covers = (at, p) => at[1] === p[1] && (!at[2] || at[2] === p[2]) && (!at[3] || at[3] === p[3]);

  // \param marks [place, name of the element] of what is faulty
  const segmentNodes = (text, delimiters, marks) => {
    const parts = partsOf(text, delimiters);
    for (const [at] of marks) if (at[1]) reach(parts, at, delimiters);
    const nodes = [];
    for (const p of parts) {
      const mark = p.length > 2 && marks.find(([at]) => at[1] === 0 || covers(at, p));
      if (p.length === 2) nodes.push(el('span', { class: 'ghost' }, p[0]));
      else if (!mark) nodes.push(visible(p[0]));
      else if (p[0]) nodes.push(el('mark', { title: mark[1] || null }, p[0]));
      else if (mark[0][1] && (mark[0][2] || p[2] === 1)) nodes.push(el('mark', { class: 'blank' }, (mark[1] || 'element') + ' blank'));
    }
    return nodes;
  };

  const segmentList = (claim) => {
    const delimiters = data.delimiters[claim.delimiters];
    const marksOf = new Map();
    (claim.findings || []).forEach((finding, i) => {
      const list = marksOf.get(finding.at[0]) || [];
      list.push([finding, i + 1]);
      marksOf.set(finding.at[0], list);
    });
    let before = -1;
    let loopBefore = '';
    const items = [];
    for (const [index, loop, text] of claim.segments) {
      if (index !== before + 1) items.push(el('li', {}, el('span', { class: 'loop' }, '…'), el('span', { class: 'ghost' }, count(index - before - 1, 'segment') + ' not shown')));
      before = index;
      const loopShown = loop === loopBefore && !text.startsWith('LX' + delimiters[0]) ? '' : loop;
      loopBefore = loop;
      const found = marksOf.get(index) || [];
      const here = found.filter(([f]) => !f.missing);
      const numbers = here.map(([, n]) => el('a', { class: 'number', href: '#' + findingId(claim, n), 'aria-label': 'Finding ' + n }, n));
      items.push(el('li', { class: text.startsWith('LX' + delimiters[0]) ? 'line' : null },
        el('span', { class: 'loop' }, loopShown),
        el('span', {}, numbers, segmentNodes(text, delimiters, here.map(([f]) => [f.at, f.element])))));
      for (const [f, n] of found.filter(([one]) => one.missing))
        items.push(el('li', {}, el('span', { class: 'loop' }, f.loop), el('span', {}, el('a', { class: 'number', href: '#' + findingId(claim, n), 'aria-label': 'Finding ' + n }, n), el('mark', { class: 'missing' }, f.missing + ' missing'))));
    }
    if (claim.more) items.push(el('li', {}, el('span', { class: 'loop' }, '…'), el('span', { class: 'ghost' }, count(claim.more, 'segment') + ' of this claim not shown')));
    return el('ol', { class: 'segments', 'aria-label': 'Segments of claim ' + claim.claim }, items);
  };

  // ---- an open claim ----

  const findingId = (claim, n) => 'finding-' + claim.number + '-' + n;

  // The two sides of a change, what differs marked.
  const change = (before, after) => {
    let head = 0;
    while (head < before.length && head < after.length && before[head] === after[head]) ++head;
    let tail = 0;
    while (tail < before.length - head && tail < after.length - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) ++tail;
    const side = (text, name) => [text.slice(0, head), text.length > head + tail ? el(name, {}, text.slice(head, text.length - tail)) : '', text.slice(text.length - tail)];
    return [side(before, 'del'), side(after, 'ins')];
  };

  const fixOf = (finding) => {
    if (!finding.after && !(finding.applied && finding.before)) return null;
    const [before, after] = change(finding.before || '', finding.after || '');
    return el('dl', { class: 'diff' },
      el('dt', {}, 'Before'), el('dd', {}, before),
      el('dt', {}, finding.applied ? 'After' : finding.mended ? 'After the fix' : 'Possible fix, not applied'), el('dd', {}, finding.after ? after : 'segment removed'));
  };

  const fixWords = (finding) => (finding.applied ? 'fixed' : finding.mended ? 'will be fixed' : finding.severity);

  const findingItem = (finding, id, n, place) => {
    const rule = data.rules[finding.rule];
    return el('li', { id, tabindex: '-1' },
      el('p', {}, el('span', { class: 'number' }, n), ' ',
        el('span', { class: 'badge ' + (finding.applied || finding.mended ? 'fixed' : finding.severity) }, fixWords(finding)), ' ',
        el('strong', {}, data.messages[finding.message])),
      el('p', { class: 'hint' }, [finding.rule + ' ' + rule.name, finding.element, place].filter(Boolean).join(' · ')),
      finding.applied ? null
        : el('p', { class: 'help' }, el('b', {}, 'What to do: '), finding.mended ? 'Nothing. The fix below is applied once the other errors on the claim are corrected.' : finding.do === undefined ? rule.help : data.messages[finding.do]),
      fixOf(finding));
  };

  const aboveOf = (claim) => (claim.above || []).map((i) => data.above[i]);

  // Each segment once, with what is wrong in it. \param before how many findings come first
  const aboveSegments = (above, before, claim) => {
    const places = new Map();
    above.forEach((one, i) => {
      if (!one.segment) return;
      const place = [one.set, one.number, one.loop, one.segment].join('\n');
      places.set(place, [...(places.get(place) || []), [one, before + i + 1]]);
    });
    return [...places.values()].map((found) => {
      const [first] = found[0];
      const numbers = found.map(([, n]) => el('a', { class: 'number', href: '#' + findingId(claim, n), 'aria-label': 'Finding ' + n }, n));
      const here = found.filter(([one]) => !one.missing).map(([one]) => [one.at, one.element]);
      const missing = found.filter(([one]) => one.missing).map(([one]) => el('mark', { class: 'missing' }, one.missing + ' missing'));
      return el('li', {}, el('span', { class: 'loop' }, first.loop || 'envelope'), el('span', {}, numbers, segmentNodes(first.segment, data.delimiters[first.delimiters], here), missing));
    });
  };

  // A cell as a spreadsheet would show it.
  const cellText = (cell) => {
    const text = cell.startsWith('"') ? cell.slice(1, -1).replace(/""/g, '"') : cell;
    return /^'[' ]*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(text) ? text.slice(1) : text;
  };
  const hidden = new Set(['claim', 'patient', 'birth_date', 'member_id', 'payer', 'payer_id', 'provider', 'provider_npi', 'file', 'claim_index', 'line_index', 'loop', 'segment', 'key', 'rule', 'diagnoses', 'units', 'place', 'modifiers', 'date_from', 'date_to', 'charge']);
  const rowList = (row) =>
    el('dl', { class: 'row' }, data.columns.flatMap((column, i) => {
      const text = cellText(data.cells[row[i] || 0]);
      return text && !hidden.has(column) ? [el('dt', {}, column), el('dd', {}, text)] : [];
    }));

  const panelOf = (claim) => {
    const parts = [];
    const provider = data.providers[claim.provider];
    parts.push(el('p', { class: 'facts' }, [
      claim.patient, payerName(claim), providerName(claim) + (provider.npi ? ' (NPI ' + provider.npi + ')' : ''),
      claim.date ? 'service ' + shownDate(claim.date) : '', dollars(claim.cents), count(claim.lines, 'service line'), data.files[claim.file], 'claim ' + claim.index + ' of the file',
    ].filter(Boolean).join(' · ')));
    const own = claim.findings || [];
    const allAbove = aboveOf(claim);
    const above = allAbove.filter((one) => one.rule);
    const title = { held: 'Why it is held', fixed: 'What was fixed', released: 'Released with', clean: 'Warnings' }[claim.status];
    parts.push(el('h4', {}, title));
    if (own.length + above.length) {
      parts.push(el('ol', { class: 'findings' },
        own.map((finding, i) => findingItem(finding, findingId(claim, i + 1), i + 1, finding.line ? 'line ' + finding.line : '')),
        above.map((one, i) => findingItem(one, findingId(claim, own.length + i + 1), own.length + i + 1, 'above the claim' + (one.set ? ', set ' + one.set : '') + (one.number ? ', segment ' + one.number : '')))));
    }
    if (claim.status === 'held' && (claim.above_left_out || (!own.some((f) => f.severity === 'error' && !f.applied) && !above.length)))
      parts.push(el('p', {}, claim.why ? 'Held for ' + claim.why + '.' : 'Held because of an error earlier in the file.'));
    const segmentsAbove = aboveSegments(above, own.length, claim);
    if (segmentsAbove.length) parts.push(el('h4', {}, 'Above the claim, as received'), el('ol', { class: 'segments', 'aria-label': 'Segments above claim ' + claim.claim }, segmentsAbove));
    parts.push(el('h4', {}, 'Segments as received'), segmentList(claim));
    const rows = [...(claim.rows || []), ...allAbove.flatMap((one) => one.rows || [])];
    if (rows.length) {
      parts.push(el('h4', {}, 'Worklist ' + (rows.length === 1 ? 'row' : 'rows')), rows.map(rowList));
      const button = el('button', { type: 'button', class: 'actions' }, rows.length === 1 ? 'Export this row' : 'Export these rows');
      button.addEventListener('click', () => download(rows));
      parts.push(button);
    }
    return el('div', { class: 'panel' }, el('h3', {}, 'Claim ' + claim.claim), parts);
  };

  // ---- the list ----

  const columns = [['claim', 'Claim', 'claim'], ['patient', 'Patient', 'patient'], ['payer', 'Payer', 'payer'], ['', 'Provider'], ['age', 'Service date'], ['', 'Days', '', 'amount'], ['dollars', 'Charge', '', 'amount'], ['', 'Status'], ['', 'Reason']];
  const body = el('tbody', {});
  const heads = columns.map(([sort, label, , kind]) => {
    const cell = el('th', { scope: 'col', class: kind || null }, sort ? [el('button', { type: 'button', class: 'sort', 'data-sort': sort }, label), el('span', { class: 'printed' }, label)] : label);
    return cell;
  });
  byId('list').append(el('table', { class: 'claims js' }, el('caption', { class: 'unseen' }, 'Claims; a claim number opens its segments and findings'), el('thead', {}, el('tr', {}, heads)), body));

  const reason = (claim) => {
    const first = (claim.findings || []).filter((f) => (claim.status === 'held' ? f.severity === 'error' && !f.applied && !f.mended : claim.status === 'fixed' ? f.applied : true));
    const names = [...new Set(first.map((f) => f.rule + ' ' + data.rules[f.rule].name))];
    const rules = new Set(aboveOf(claim).filter((one) => one.rule).map((one) => one.rule));
    for (const rule of rules) names.push(rule + ' ' + data.rules[rule].name + ' above the claim');
    return names.slice(0, 3).join(', ') + (names.length > 3 ? ', …' : '') || claim.why || '';
  };

  const rowOf = (claim) => {
    const opener = el('button', { type: 'button', class: 'opener', 'aria-expanded': 'false' }, claim.claim || '(no claim number)');
    const days = daysSince(claim.date);
    const row = el('tr', { class: 'claim', id: 'claim-' + claim.number },
      el('th', { scope: 'row' }, opener), el('td', { 'data-label': 'Patient' }, claim.patient), el('td', { 'data-label': 'Payer' }, payerName(claim)),
      el('td', { 'data-label': 'Provider' }, providerName(claim)), el('td', { 'data-label': 'Service date' }, shownDate(claim.date)),
      el('td', { class: 'amount', 'data-label': 'Days' }, days === null ? '' : days), el('td', { class: 'amount', 'data-label': 'Charge' }, dollars(claim.cents)),
      el('td', { 'data-label': 'Status' }, el('span', { class: 'badge ' + claim.status }, statusWords[claim.status])), el('td', { class: 'why', 'data-label': 'Reason' }, reason(claim)));
    return row;
  };

  const toggle = (row, open) => {
    const opener = row.querySelector('.opener');
    const isOpen = opener.getAttribute('aria-expanded') === 'true';
    if (open === isOpen) return;
    opener.setAttribute('aria-expanded', String(!isOpen));
    row.classList.toggle('open', !isOpen);
    if (isOpen) {
      row.nextElementSibling.remove();
      opener.removeAttribute('aria-controls');
      return;
    }
    const id = row.id + '-detail';
    row.after(el('tr', { class: 'detail', id }, el('td', { colspan: columns.length }, panelOf(data.claims[+row.id.slice(6)]))));
    opener.setAttribute('aria-controls', id);
  };

  const addRows = () => {
    const next = shown.slice(listed, listed + step);
    body.append(...next.map(rowOf));
    listed += next.length;
    const left = shown.length - listed;
    byId('more').hidden = left === 0;
    byId('more').textContent = 'Show ' + Math.min(step, left) + ' more of ' + left;
  };

  const nothing = () => {
    const out = data.left_out ? ' ' + count(data.left_out, 'claim') + ' with smaller charges not on this page; see the claims.csv files.' : '';
    return wanted.search
      ? 'No claim with this number on this page. Clean claims without warnings are not listed.' + out
      : 'No claims match.' + out;
  };

  const update = () => {
    shown = data.claims.filter(matches).sort((a, b) => orders[wanted.sort][1](a, b) || a.number - b.number);
    body.replaceChildren();
    listed = 0;
    addRows();
    const cents = shown.reduce((sum, claim) => sum + claim.cents, 0);
    const what = wanted.search ? '' : wanted.status === 'all' ? '' : { held: 'held ', fixed: 'fixed ', released: 'released ', clean: 'clean ' }[wanted.status];
    byId('count').textContent = shown.length ? count(shown.length, what + 'claim') + (wanted.status === 'clean' && !wanted.search ? ' with warnings' : '') + ', ' + dollars(cents) + (wanted.search ? ' (of any status)' : '') : nothing();
    byId('cause').replaceChildren(...(wanted.cause === null ? [] : [causeChip()]));
    heads.forEach((head) => {
      const button = head.querySelector('.sort');
      if (!button) return;
      const on = button.dataset.sort === wanted.sort;
      if (on) head.setAttribute('aria-sort', wanted.sort === 'dollars' ? 'descending' : 'ascending');
      else head.removeAttribute('aria-sort');
    });
    byId('export').disabled = !rowsAbove().length && !shown.some((claim) => (claim.rows || []).length);
    if (wanted.search && shown.length === 1) toggle(body.firstElementChild, true);
  };

  const causeChip = () => {
    const cause = data.causes[wanted.cause];
    const button = el('button', { type: 'button' }, 'remove');
    button.addEventListener('click', () => {
      wanted.cause = null;
      update();
      byId('claims').focus();
    });
    return el('span', { class: 'chip' }, 'Cause: ' + cause.rule + ' ' + data.rules[cause.rule].name + (cause.subject ? ', ' + cause.subject : ''), ' ', button);
  };

  // ---- worklist ----

  const download = (rows) => {
    const lines = rows.map((row) => data.columns.map((_, i) => data.cells[row[i] || 0]).join(',') + '\r\n');
    const url = URL.createObjectURL(new Blob([data.columns.join(',') + '\r\n', ...lines], { type: 'text/csv;charset=utf-8' }));
    const link = el('a', { href: url, download: 'shown.worklist.csv' });
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
    byId('count').textContent = count(rows.length, 'row') + ' exported to shown.worklist.csv. Fill it in, then run scrub837 rerun with it.';
  };

  // Rows above the claims that hold none of the claims on this page go out with all others.
  const isWhole = () => ['search', 'payer', 'provider', 'rule', 'file'].every((filter) => !wanted[filter]) && wanted.cause === null && ['held', 'all'].includes(wanted.status);
  const ofClaims = new Set(data.claims.flatMap(aboveOf));
  const rowsAbove = () => {
    const above = new Set(shown.flatMap(aboveOf));
    return data.above.filter((one) => above.has(one) || (!ofClaims.has(one) && isWhole())).flatMap((one) => one.rows || []);
  };

  const exportShown = () => {
    if (byId('export').disabled) return;
    download([...rowsAbove(), ...shown.flatMap((claim) => claim.rows || [])]);
  };

  // ---- the page ----

  const fill = (id, options, value) => {
    byId(id).replaceChildren(...options.map(([key, label]) => el('option', { value: key }, label)));
    byId(id).value = value;
    byId(id).addEventListener('change', () => {
      wanted[id] = byId(id).value;
      update();
    });
  };
  const named = (list, all, name) => [['', all], ...list.map((one, i) => [String(i), name(one)]).sort((a, b) => a[1].localeCompare(b[1], 'en'))];

  data.claims.forEach((claim, i) => (claim.number = i));
  const inStatus = (status) => data.claims.reduce((sum, claim) => sum + (claim.status === status), 0);
  const ruleIds = new Set();
  for (const claim of data.claims) for (const rule of rulesOf(claim)) ruleIds.add(rule);
  if (!inStatus('held')) wanted.status = 'all';
  fill('status', [...Object.entries(statusWords).map(([key, label]) => [key, label + ' (' + inStatus(key) + ')']), ['all', 'All listed (' + data.claims.length + ')']], wanted.status);
  fill('payer', named(data.payers, 'All payers', (one) => one.name || '(no payer name)'), '');
  fill('provider', named(data.providers, 'All providers', (one) => (one.name || '(no provider name)') + (one.npi ? ' ' + one.npi : '')), '');
  fill('rule', [['', 'All rules'], ...[...ruleIds].sort().map((id) => [id, id + ' ' + data.rules[id].name])], '');
  fill('file', named(data.files, 'All files', (one) => one), '');
  fill('sort', Object.entries(orders).map(([key, [label]]) => [key, label]), wanted.sort);
  byId('search').addEventListener('input', () => {
    wanted.search = byId('search').value.trim().toLowerCase();
    update();
  });
  byId('tools').addEventListener('submit', (event) => event.preventDefault());
  byId('reset').addEventListener('click', () => {
    Object.assign(wanted, { search: '', status: inStatus('held') ? 'held' : 'all', payer: '', provider: '', rule: '', file: '', cause: null });
    for (const id of ['status', 'payer', 'provider', 'rule', 'file']) byId(id).value = wanted[id];
    byId('search').value = '';
    update();
  });
  byId('export').addEventListener('click', exportShown);
  byId('more').addEventListener('click', () => {
    const first = body.children.length;
    addRows();
    body.children[first]?.querySelector('.opener')?.focus();
  });
  byId('list').addEventListener('click', (event) => {
    const sort = event.target.closest('.sort');
    if (sort) {
      wanted.sort = byId('sort').value = sort.dataset.sort;
      return update();
    }
    const row = event.target.closest('tr.claim');
    if (row && !String(getSelection())) toggle(row);
  });
  for (const button of document.querySelectorAll('[data-cause]')) {
    button.addEventListener('click', () => {
      wanted.cause = +button.dataset.cause;
      wanted.status = byId('status').value = 'held';
      update();
      byId('claims').focus();
      byId('claims').scrollIntoView();
    });
  }
  for (const node of document.querySelectorAll('[data-date]')) {
    const days = age(node.dataset.date);
    if (days) node.append(visible(' (' + days + ')'));
  }

  const openers = () => [...body.querySelectorAll('.opener')];
  const move = (by) => {
    const all = openers();
    const here = all.indexOf(document.activeElement.closest?.('tr.detail')?.previousElementSibling?.querySelector('.opener') || document.activeElement);
    const next = all[here < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, here + by))];
    if (by > 0 && here === all.length - 1 && !byId('more').hidden) return byId('more').click();
    if (next) {
      next.focus();
      next.scrollIntoView({ block: 'nearest' });
    }
  };
  const keys = {
    j: () => move(1),
    k: () => move(-1),
    o: () => {
      const row = document.activeElement.closest('tr.claim') || document.activeElement.closest('tr.detail')?.previousElementSibling;
      if (row) {
        toggle(row);
        row.querySelector('.opener').focus();
      }
    },
    '/': () => {
      byId('search').focus();
      byId('search').select();
    },
    e: exportShown,
  };
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && event.target === byId('search')) {
      byId('search').value = '';
      wanted.search = '';
      update();
      return byId('search').blur();
    }
    if (event.ctrlKey || event.altKey || event.metaKey || !byId('keys').checked) return;
    if (event.target.closest('input:not([type=checkbox]), select, textarea') || !Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]();
  });

  document.documentElement.classList.add('live');
  update();
})();
