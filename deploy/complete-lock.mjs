#!/usr/bin/env node
/**
 * Completes package-lock.json with the optional packages of other platforms. npm leaves out those that its registry
 * does not serve, and `npm ci` then refuses the lock. Run it after every change of a dependency: `npm run lock`.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const FILE = 'package-lock.json';
const OS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const CPU = ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 's390x', 'riscv64', 'loong64', 'mips64el', 'wasm32'];

/** Spellings of a name's parts → npm's. */
const CPU_ALIASES = { armv7: 'arm', armv6: 'arm', ppc64le: 'ppc64', x86: 'ia32', universal: undefined };

const lock = JSON.parse(readFileSync(FILE, 'utf8'));

/** Where `name` is found from the package at `path`, as Node looks for it. */
function find(path, name) {
  for (
    let folder = path;
    ;
    folder = folder.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$|(^|\/)[^/]+$/, '')
  ) {
    const candidate = [folder, 'node_modules', name].filter(Boolean).join('/');
    if (lock.packages[candidate]) return candidate;
    if (folder === '') return undefined;
  }
}

/** `@swc/core-linux-arm64-musl` → os, cpu and libc. */
function platformOf(name) {
  const parts = name.split(/[-/]/).map((part) => (part in CPU_ALIASES ? CPU_ALIASES[part] : part));
  const os = OS.filter((known) => parts.includes(known));
  const cpu = CPU.filter((known) => parts.includes(known));
  const libc = [...(parts.includes('musl') ? ['musl'] : []), ...(parts.includes('gnu') ? ['glibc'] : [])];
  if (os.length + cpu.length === 0) throw new Error(`${name}: which platform is it for?`);
  return {
    ...(cpu.length && { cpu }),
    ...(os.length && { os }),
    ...(libc.length && os[0] === 'linux' && { libc }),
  };
}

const added = [];
for (const [path, { optionalDependencies = {} }] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if (find(path, name)) continue;
    lock.packages[`node_modules/${name}`] = { version, optional: true, ...platformOf(name) };
    added.push(name);
  }
}
if (added.length > 0) {
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(FILE, `${JSON.stringify(lock, undefined, 2)}\n`);
}
console.log(`${FILE}: ${added.length} optional package(s) of other platforms added`);
