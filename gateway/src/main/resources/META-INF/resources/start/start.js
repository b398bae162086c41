'use strict';

// The page shows what the gateway knows; it keeps nothing and loads nothing from elsewhere.

const NAMES = {
  'case-intake': '案件受理',
  dispatch: '指挥派遣',
  enforcement: '综合执法',
  sanitation: '环境卫生',
  metrics: '统计考核',
  gateway: '统一门户',
};

const EVERY_MS = 3000;

const element = (id) => document.getElementById(id);

function card(name, state) {
  const item = document.createElement('li');
  const title = document.createElement('b');
  const text = document.createElement('span');
  title.textContent = `${NAMES[name] ?? ''} ${name}`;
  text.textContent = state === 'UP' ? '正常 up' : state.replace('DOWN', '未就绪 down');
  item.className = state === 'UP' ? 'up' : 'down';
  item.append(title, text);
  return item;
}

function show(health) {
  const checks = health.checks ?? [];
  const services = Object.entries(checks.find((check) => check.name === 'services')?.data ?? {});
  const waiting = checks.filter((check) => check.name !== 'services' && check.status !== 'UP').map((check) => check.name);
  services.push(['gateway', waiting.length === 0 ? 'UP' : `DOWN: ${waiting.join(', ')}`]);
  element('services').replaceChildren(...services.map(([name, state]) => card(name, state)));
  overall(health.status === 'UP', health.status === 'UP' ? '全部就绪 all ready' : '尚未全部就绪 not all ready');
}

function overall(up, text) {
  const line = element('overall');
  if (line.textContent !== text) {
    line.textContent = text;
  }
  line.className = up ? 'up' : 'down';
}

async function health() {
  try {
    const answer = await fetch('/q/health/ready', { cache: 'no-store' });
    show(await answer.json());
  } catch {
    overall(false, '门户无应答 the gateway does not answer');
  }
  setTimeout(health, EVERY_MS);
}

async function session() {
  const answer = await fetch('/session', { cache: 'no-store' });
  const known = await answer.json();
  element('demo').hidden = !known.demoAccounts;
  element('sign-in').hidden = Boolean(known.account) || !known.signInOffered;
  element('sign-out').hidden = !known.account;
  element('account').hidden = !known.account;
  element('account').textContent = known.account ? `${known.account} (${known.roles.join(', ')})` : '';
}

health();
session().catch(() => {});
