#!/usr/bin/env node
/**
 * The door of the npm scripts. It runs on whatever Node started npm (20 or later) with nothing installed yet:
 * it installs what is missing, builds what is stale, then hands over to the Node pinned in node_modules.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { handOver } from './hand-over.mjs';
import { shiftedTo } from './shifted-clock.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = join(root, 'node_modules', '.bin');
process.chdir(root);

/** Programs that npm cannot give: the command to look for, and its Debian package. */
const TOOLS = {
  nats: { command: 'nats-server', debian: 'nats-server' },
  redis: { command: 'redis-server', debian: 'redis-server' },
  chromium: { command: 'chromium', debian: 'chromium' },
  dovecot: { command: 'dovecot', debian: 'dovecot-imapd' },
  faketime: { command: 'faketime', debian: 'faketime' },
  heif: { command: 'heif-convert', debian: 'libheif-examples' },
};

/** What each script needs, and the Node program it hands over to. */
const SCRIPTS = {
  // The launcher only watches: without a compiler to machine code it holds a third less.
  start: {
    tools: ['nats', 'redis'],
    // Answers by mail, and telephones' HEIC photos: the platform does without them where they cannot be had.
    welcome: ['dovecot', 'heif'],
    web: true,
    run: ['--lite-mode', '--max-semi-space-size=1', 'deploy/dist/launcher/main.js'],
  },
  demo: { tools: ['nats', 'redis', 'chromium'], web: true, run: ['test/dist/demo/main.js'] },
  bench: { tools: ['nats', 'redis'], web: false, run: ['test/dist/load/main.js'] },
  'verify-histories': { tools: [], web: false, run: ['deploy/dist/histories/main.js'] },
  backup: { tools: [], web: false, run: ['deploy/dist/backup/main.js'] },
  migrate: { tools: [], web: false, run: ['deploy/dist/migrations/main.js'] },
  chaos: { tools: ['nats', 'redis'], web: false, run: ['test/dist/chaos/main.js'] },
  test: {
    tools: ['nats', 'redis', 'chromium', 'dovecot'],
    web: true,
    run: ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js'],
  },
};

/** What every package of ours runs on. */
const OWN_NODE = { major: 24, minor: 15 };

function fail(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}

function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', ...options });
  if (error || status !== 0)
    fail(`« ${command} ${args.join(' ')} » failed${error ? `: ${error.message}` : ''}.`);
}

function onPath(command) {
  // Debian puts some servers in /usr/sbin, which is not on every user's PATH.
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders.some((folder) => existsSync(join(folder, command)));
}

/**
 * Whether what is installed is what the lock says, by its content: a fresh clone's files are all younger than what
 * was installed before. npm keeps its own record of what it installed; packages for other machines are not in it.
 */
function isInstalled() {
  try {
    const read = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
    const [wanted, present] = [read('package-lock.json'), read(join('node_modules', '.package-lock.json'))];
    const same = (path) =>
      present[path]?.version === wanted[path].version && present[path]?.resolved === wanted[path].resolved;
    const needed = Object.keys(wanted).filter((path) => path.includes('node_modules/') && !wanted[path].link);
    const isMissing = (path) => (present[path] ? !same(path) : !wanted[path].optional);
    return !needed.some(isMissing) && Object.keys(present).every((path) => path in wanted);
  } catch {
    return false;
  }
}

function ensureDependencies() {
  if (!isInstalled()) run('npm', ['ci', '--no-audit', '--no-fund']);
}

/** The Node in node_modules; on a machine for which none is pinned, the one that started this, when it is recent enough. */
function pinnedNode() {
  const pinned = join(bin, 'node');
  if (existsSync(pinned)) return pinned;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OWN_NODE.major || (major === OWN_NODE.major && minor >= OWN_NODE.minor))
    return process.execPath;
  return fail(
    `No Node is pinned for ${process.platform} on ${process.arch}, and this one is ${process.version}: it takes ${OWN_NODE.major}.${OWN_NODE.minor} or later.`,
  );
}

const missingOf = (names) => names.map((name) => TOOLS[name]).filter(({ command }) => !onPath(command));

/** Runs apt-get; whether it did what it was asked for. */
function apt(...args) {
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo'];
  const [command, ...rest] = [...asRoot, 'apt-get', '-qq', ...args];
  const { status, error } = spawnSync(command, rest, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return !error && status === 0;
}

const install = (packages) => apt('update') && apt('install', '-y', '--no-install-recommends', ...packages);

/** What a script does without where it cannot be had; looked for once, so that no start waits for it again. */
function welcomeTools(names = []) {
  const missing = missingOf(names);
  const tried = join(bin, '..', '.intervia-welcome');
  if (missing.length === 0 || existsSync(tried) || !onPath('apt-get')) return;
  const packages = missing.map(({ debian }) => debian);
  console.log(`Installing ${packages.join(', ')} from Debian…`);
  if (!install(packages)) console.log('They could not be installed; the platform starts without them.');
  writeFileSync(tried, '');
}

function ensureTools(names) {
  const missing = missingOf(names);
  if (missing.length === 0) return;
  const packages = missing.map(({ debian }) => debian);
  if (!onPath('apt-get')) {
    fail(
      `Missing: ${missing.map(({ command }) => command).join(', ')}. Install them with your system's package manager, or run « docker compose up ».`,
    );
  }
  console.log(`Installing ${packages.join(', ')} from Debian…`);
  if (!install(packages)) fail(`« apt-get install ${packages.join(' ')} » failed.`);
}

/** Folders count too: what was taken away changed one. */
function newestChange(folder) {
  const changed = (path) => statSync(path).mtimeMs;
  const entries = readdirSync(folder, { recursive: true }).map((name) => changed(join(folder, name)));
  return entries.reduce((newest, one) => Math.max(newest, one), changed(folder));
}

/** Of all that is compiled together: sources, and what says how. */
function newestSource() {
  const rooms = ['libs', 'services'].flatMap((name) => readdirSync(name).map((room) => join(name, room)));
  const settings = (folder) => readdirSync(folder).filter((name) => name.endsWith('.json'));
  const files = ['.', ...rooms, 'gateway', 'deploy', 'test'].flatMap((folder) => [
    ...settings(folder).map((name) => statSync(join(folder, name)).mtimeMs),
    ...(folder === '.' ? [] : [newestChange(join(folder, 'src'))]),
  ]);
  return Math.max(...files);
}

function ensureBuild({ web }) {
  const stamp = join('deploy', 'dist', '.built');
  if (!existsSync(stamp) || statSync(stamp).mtimeMs < newestSource()) {
    // What is changed while it is built is built the next time.
    const started = new Date();
    run('npm', ['run', '--silent', 'build:ts']);
    // What a service may call on the bus is read from its code: a new call needs no other line.
    run(process.execPath, [join('deploy', 'dist', 'nats', 'generate.js')]);
    writeFileSync(stamp, '');
    utimesSync(stamp, started, started);
  }
  const page = join('web', 'dist', 'index.html');
  const stale = !existsSync(page) || statSync(page).mtimeMs < newestChange(join('web', 'src'));
  if (web && stale) run('npm', ['run', '--silent', 'build', '-w', 'web']);
}

/** `npm test -- --at "2027-03-28 01:30"` lives the tests at that moment, in Paris. */
function takeMoment(given) {
  const at = given.indexOf('--at');
  return at < 0 ? undefined : given.splice(at, 2)[1];
}

const [name = '', ...args] = process.argv.slice(2);
const script = SCRIPTS[name];
const moment = name === 'test' ? takeMoment(args) : undefined;
if (!script) fail(`Unknown script « ${name} ». Known: ${Object.keys(SCRIPTS).join(', ')}.`);

ensureDependencies();
process.env.PATH = [bin, process.env.PATH, '/usr/sbin', '/usr/local/sbin'].join(delimiter);
ensureTools(moment === undefined ? script.tools : [...script.tools, 'faketime']);
welcomeTools(script.welcome);
ensureBuild(script);
// The lock of the data folder is SQLite's, which this Node calls experimental.
const flags = ['--disable-warning=ExperimentalWarning'];
handOver(pinnedNode(), [...flags, ...script.run, ...args], moment === undefined ? {} : shiftedTo(moment));
