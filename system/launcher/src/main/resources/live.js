// Shows what is happening in the shop. Reads the services' meters every two seconds while the page is open.
'use strict';

const SERVICES = ['user-service', 'product-service', 'order-service'];
const EVERY = 2000;
const POINTS = 90;
const REQUESTS = 'http_server_requests_seconds';
const states = new Map(SERVICES.map((name) => [name, { rates: [], p99s: [] }]));
const firstTotals = new Map();

const cell = (row, text, number) => {
  const td = row.insertCell();
  td.textContent = text;
  if (number) td.className = 'number';
  return td;
};

async function text(path, options) {
  const response = await fetch(path, options);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.text();
}

/** Prometheus' text format. */
function parse(metrics) {
  const samples = [];
  for (const line of metrics.split('\n')) {
    const match = /^(\w+)(?:\{(.*)\})? (\S+)$/.exec(line);
    if (match) {
      const labels = {};
      for (const [, name, value] of (match[2] || '').matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)) labels[name] = value;
      samples.push({ name: match[1], labels, value: Number(match[3]) });
    }
  }
  return samples;
}

const sum = (samples, name, filter = () => true) =>
  samples.filter((s) => s.name === name && filter(s.labels)).reduce((total, s) => total + s.value, 0);

function buckets(samples) {
  const counts = new Map();
  for (const s of samples) {
    if (s.name === `${REQUESTS}_bucket`) {
      const bound = s.labels.le === '+Inf' ? Infinity : Number(s.labels.le);
      counts.set(bound, (counts.get(bound) || 0) + s.value);
    }
  }
  return counts;
}

/** In milliseconds, of what came since the samples before; null if nothing did. */
function p99(now, before) {
  const earlier = buckets(before);
  const bounds = [...buckets(now)].map(([bound, count]) => [bound, count - (earlier.get(bound) || 0)]);
  bounds.sort((a, b) => a[0] - b[0]);
  const all = bounds.length ? bounds[bounds.length - 1][1] : 0;
  if (all <= 0) return null;
  let [below, passed] = [0, 0];
  for (const [bound, count] of bounds) {
    if (count >= 0.99 * all) {
      if (bound === Infinity) return below * 1000;
      const part = count === passed ? 1 : (0.99 * all - passed) / (count - passed);
      return (below + (bound - below) * part) * 1000;
    }
    [below, passed] = [bound, count];
  }
  return null;
}

function plot(values, title) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const most = Math.max(1, ...values.filter((v) => v !== null));
  svg.setAttribute('viewBox', `0 0 ${POINTS} 100`);
  svg.setAttribute('preserveAspectRatio', 'none');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', `${title}, up to ${Math.round(most)}`);
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'polyline');
  const start = POINTS - values.length;
  line.setAttribute('points', values.map((v, i) => `${start + i},${96 - (90 * (v || 0)) / most}`).join(' '));
  svg.append(line);
  return svg;
}

async function readService(name) {
  const state = states.get(name);
  try {
    const metrics = await text(`live/${name}/metrics`);
    const now = { at: performance.now(), samples: parse(metrics) };
    state.status = metrics.startsWith('# ready') ? 'ready' : 'not ready';
    if (state.before) {
      const seconds = (now.at - state.before.at) / 1000;
      const grown = (filter) =>
        (sum(now.samples, `${REQUESTS}_count`, filter) - sum(state.before.samples, `${REQUESTS}_count`, filter)) / seconds;
      state.rate = Math.max(0, grown());
      state.errors = Math.max(0, grown((labels) => labels.status >= '500'));
      state.p99 = p99(now.samples, state.before.samples);
    }
    state.before = now;
  } catch (failure) {
    state.status = 'no response';
    state.before = undefined;
    state.rate = state.errors = state.p99 = null;
  }
  state.rates = [...state.rates, state.rate ?? null].slice(-POINTS);
  state.p99s = [...state.p99s, state.p99 ?? null].slice(-POINTS);
  state.lastErrors = await text(`live/${name}/errors`).catch(() => '');
}

const shown = (value, digits) => (value === null || value === undefined || Number.isNaN(value) ? '–' : value.toFixed(digits));

function showServices() {
  const body = document.createElement('tbody');
  for (const name of SERVICES) {
    const state = states.get(name);
    const row = body.insertRow();
    row.id = name;
    cell(row, name);
    cell(row, state.status).className = state.status === 'ready' ? 'state' : 'state bad';
    cell(row, shown(state.rate, 1), true);
    cell(row, '').append(plot(state.rates, 'requests per second'));
    cell(row, shown(state.p99, 0), true);
    cell(row, '').append(plot(state.p99s, 'p99 in ms'));
    cell(row, shown(state.errors, 1), true);
    const samples = state.before ? state.before.samples : [];
    cell(row, samples.length ? String(sum(samples, 'hikaricp_connections_active')) : '–', true);
  }
  document.querySelector('#services tbody').replaceWith(body);

  const orders = states.get('order-service').before?.samples || [];
  const value = (name) => orders.find((s) => s.name === name)?.value;
  document.querySelector('#pending').textContent = shown(value('orders_pending'), 0);
  document.querySelector('#unreleased').textContent = shown(value('orders_unreleased'), 0);
  const closed = value('circuit_closed');
  document.querySelector('#circuit').textContent = closed === undefined ? '–' : closed === 1 ? 'made' : 'not made at the moment';
  document.querySelector('#queue').textContent = orders.length ? String(sum(orders, 'admission_waiting')) : '–';

  const errors = document.querySelector('#errors');
  errors.replaceChildren();
  for (const name of SERVICES) {
    const lines = states.get(name).lastErrors;
    const title = document.createElement('strong');
    title.textContent = name;
    const pre = document.createElement('pre');
    pre.textContent = lines || 'none';
    errors.append(title, pre);
  }
}

async function showStock() {
  let lines;
  try {
    lines = (await text('live/stock')).split('\n').filter(Boolean);
  } catch (failure) {
    document.querySelector('#stock caption').textContent = 'The databases cannot be queried at the moment.';
    return;
  }
  document.querySelector('#stock caption').textContent = '';
  const body = document.createElement('tbody');
  for (const line of lines) {
    const [id, name, ...numbers] = line.split('\t');
    const [stock, reserved, confirmed] = numbers.map(Number);
    const total = stock + reserved;
    if (!firstTotals.has(id)) firstTotals.set(id, total);
    const holds = total === firstTotals.get(id) && stock >= 0 && confirmed <= reserved;
    const row = body.insertRow();
    cell(row, name);
    for (const number of [stock, confirmed, reserved - confirmed, firstTotals.get(id)]) cell(row, String(number), true);
    cell(row, holds ? 'holds' : 'BROKEN').className = holds ? 'verdict' : 'verdict bad';
  }
  document.querySelector('#stock tbody').replaceWith(body);
}

/** Switches that are there are only changed, so that nobody's click misses one. */
function showFaults(list) {
  const section = document.querySelector('#faults');
  document.querySelector('#with-faults').hidden = false;
  for (const line of list.split('\n').filter(Boolean)) {
    const [name, state, meaning] = line.split('\t');
    const box = document.getElementById(name) || addFault(section, name, meaning);
    box.checked = state === 'on';
  }
}

function addFault(section, name, meaning) {
  const label = document.createElement('label');
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.id = name;
  box.addEventListener('change', () =>
    text(`faults/${name}`, { method: box.checked ? 'PUT' : 'DELETE' }).then(showFaults));
  label.append(box, ` ${meaning}`);
  section.append(label);
  return box;
}

async function tick() {
  const faults = document.querySelector('#with-faults').dataset.wanted === 'true';
  if (faults) await text('faults').then(showFaults).catch(() => {});
  await Promise.all([...SERVICES.map(readService), showStock()]);
  showServices();
  setTimeout(tick, EVERY);
}

tick();
