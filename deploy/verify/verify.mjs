#!/usr/bin/env node
/**
 * Says whether archives of tickets are as the platform made them, and what was altered. One file, Node 20 or later,
 * no network: `node verify.mjs ARCHIVE.zip…`; exit 0 when all of them hold, 1 when one does not, 2 without an archive.
 *
 * The manifest inside holds the SHA-256 of each file and chains every line to the one before. Who rewrites the whole
 * archive with a manifest of its own is told by the fingerprint printed here, which differs from the one printed when the archive was received.
 */
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { argv, exit } from 'node:process';
import { Readable } from 'node:stream';
import * as zlib from 'node:zlib';

const END = 22;
const END_MARK = Buffer.from('PK\x05\x06', 'latin1');
/** A comment may follow the end: the longest that the format has. */
const MOST_TAIL = END + 65_535;
const CENTRAL = 46;
const LOCAL = 30;
const DESCRIPTOR = 16;
/** Of a plain file, as the platform writes it. */
const ATTRIBUTES = (0o100664 << 16) >>> 0;
const MANIFEST = 'manifeste.json';
const MOST_MANIFEST_BYTES = 256 * 1024 * 1024;

const sha256 = (text) => createHash('sha256').update(text).digest('hex');

/** Bytes of the file, all of them. */
async function bytesAt(file, position, length) {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead < length) throw new Error('le fichier est tronqué');
  return buffer;
}

/**
 * The table at the end of a ZIP, and what of it is not as the platform writes it: another program may have packed the
 * files anew, and they are compared all the same.
 */
async function readTable(file, size) {
  const tailLength = Math.min(size, MOST_TAIL);
  const tail = await bytesAt(file, size - tailLength, tailLength);
  const mark = tail.lastIndexOf(END_MARK);
  if (mark < 0 || mark + END > tailLength) throw new Error('la fin du ZIP est altérée');
  const end = tail.subarray(mark);
  const [count, length, told] = [end.readUInt16LE(10), end.readUInt32LE(12), end.readUInt32LE(16)];
  const start = size - tailLength + mark - length;
  const isWhole =
    end.length === END &&
    end.readUInt32LE(4) === 0 &&
    end.readUInt16LE(8) === count &&
    end.readUInt16LE(20) === 0 &&
    told === start;
  const faults = isWhole ? [] : ['la fin du ZIP est altérée'];
  if (start < 0) throw new Error('la fin du ZIP est altérée');
  const table = await bytesAt(file, start, length);
  const entries = [];
  let at = 0;
  while (at < length) {
    if (at + CENTRAL > length || table.readUInt32LE(at) !== 0x02014b50)
      throw new Error('la table du ZIP est altérée');
    const [nameLength, extra, comment] = [28, 30, 32].map((place) => table.readUInt16LE(at + place));
    const isPlain =
      table.readUInt16LE(at + 4) === 0x033f &&
      extra + comment === 0 &&
      table.readUInt32LE(at + 34) === 0 &&
      table.readUInt32LE(at + 38) === ATTRIBUTES &&
      at + CENTRAL + nameLength <= length;
    const name = table.toString('utf8', at + CENTRAL, at + CENTRAL + nameLength);
    entries.push({
      name,
      isPlain,
      // Version, flags, method, time and date stand alike in the file's own header.
      told: table.subarray(at + 6, at + 16),
      flags: table.readUInt16LE(at + 8),
      method: table.readUInt16LE(at + 10),
      crc: table.readUInt32LE(at + 16),
      packed: table.readUInt32LE(at + 20),
      size: table.readUInt32LE(at + 24),
      offset: table.readUInt32LE(at + 42),
      // Where bytes were put before all of them.
      shift: start - told,
    });
    at += CENTRAL + nameLength + extra + comment;
  }
  if (entries.length !== count) faults.push('la table du ZIP est altérée');
  return { entries, start, faults };
}

/** What stands in a file, also where another program has packed it. */
async function readPacked(file, { name, method, packed, offset, shift }) {
  try {
    const head = await bytesAt(file, offset + shift, LOCAL);
    if (head.readUInt32LE(0) !== 0x04034b50 || (method !== 0 && method !== 8)) return {};
    const from = offset + shift + LOCAL + head.readUInt16LE(26) + head.readUInt16LE(28);
    const bytes =
      packed > 0 ? file.createReadStream({ start: from, end: from + packed - 1, autoClose: false }) : [];
    return await digest(name, method === 0 ? bytes : Readable.from(bytes).pipe(zlib.createInflateRaw()));
  } catch {
    return {};
  }
}

async function checkEntry(file, entry, position, next) {
  const checked = await checkPlainEntry(file, entry, position, next).catch(() => ({ fault: 'son en-tête' }));
  return checked.fault ? { ...(await readPacked(file, entry)), ...checked } : checked;
}

/** What lies between the header of a file and that of the next; every byte of it is accounted for. */
async function checkPlainEntry(file, entry, position, next) {
  const { name, told, flags, method, crc, packed, size, offset } = entry;
  if (offset !== position) return { fault: 'sa place dans le ZIP' };
  const head = await bytesAt(file, position, LOCAL);
  const nameLength = head.readUInt16LE(26);
  const isLater = (flags & 8) !== 0;
  const sums = isLater ? [0, 0, 0] : [crc, packed, size];
  const isSame =
    head.readUInt32LE(0) === 0x04034b50 &&
    head.subarray(4, 14).equals(told) &&
    sums.every((sum, index) => head.readUInt32LE(14 + 4 * index) === sum) &&
    head.readUInt16LE(28) === 0 &&
    (await bytesAt(file, position + LOCAL, nameLength)).toString('utf8') === name;
  // Deflated bytes hold some that change nothing: the platform writes none.
  if (!isSame || method !== 0 || packed !== size) return { fault: 'son en-tête' };
  const from = position + LOCAL + nameLength;
  const until = from + packed;
  if (isLater) {
    const after = await bytesAt(file, until, DESCRIPTOR);
    const isTold =
      after.readUInt32LE(0) === 0x08074b50 &&
      [crc, packed, size].every((sum, index) => after.readUInt32LE(4 + 4 * index) === sum);
    if (!isTold) return { fault: 'son en-tête' };
  }
  if (until + (isLater ? DESCRIPTOR : 0) !== next) return { fault: 'sa longueur' };
  return readContent(file, entry, from, until);
}

/** Hash, length and sum of the bytes, a piece at a time; the bytes themselves only of the manifest. */
async function digest(name, pieces) {
  const hash = createHash('sha256');
  const isManifest = name.endsWith(`/${MANIFEST}`);
  const kept = [];
  let [size, sum] = [0, 0];
  for await (const piece of pieces) {
    hash.update(piece);
    size += piece.length;
    if (zlib.crc32) sum = zlib.crc32(piece, sum);
    if (isManifest && size <= MOST_MANIFEST_BYTES) kept.push(piece);
  }
  return { sha256: hash.digest('hex'), size, sum, content: Buffer.concat(kept) };
}

async function readContent(file, { name, crc, size }, from, until) {
  const bytes = until > from ? file.createReadStream({ start: from, end: until - 1, autoClose: false }) : [];
  const found = await digest(name, bytes);
  return found.size !== size || (zlib.crc32 && found.sum !== crc) ? { fault: 'son contenu' } : found;
}

function readManifest(content) {
  try {
    const told = JSON.parse(content.toString('utf8'));
    return Array.isArray(told?.lines) ? told : undefined;
  } catch {
    return undefined;
  }
}

/** Each line of the manifest follows from the one before, and its seal from the last. */
function checkManifest({ seal, lines, ...head }) {
  const faults = [];
  let previous = sha256(JSON.stringify(head));
  for (const [place, { hash, ...line }] of lines.entries()) {
    previous = sha256(`${previous}\n${JSON.stringify(line)}`);
    if (hash !== previous) {
      faults.push(`manifeste : la ligne ${place + 1} (${describe(line)}) ne suit pas la précédente`);
      return faults;
    }
  }
  if (seal !== previous) faults.push('manifeste : le sceau ne correspond pas');
  return faults;
}

const describe = ({ path, fact, recipient, at }) =>
  [path ?? fact ?? recipient, at].filter(Boolean).join(', ');

/** @returns what was altered, in French; nothing when the archive holds */
async function faultsOf(path) {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (size < END) return { faults: ['ce n’est pas un ZIP'] };
    const { entries, start, faults } = await readTable(file, size);
    const isRepacked = entries.every(({ isPlain }) => !isPlain);
    if (isRepacked) faults.push('le ZIP entier a été empaqueté de nouveau par un autre programme');
    const found = new Map();
    let manifest;
    for (const [place, entry] of entries.entries()) {
      const position = place === 0 ? 0 : entries[place - 1].end;
      entry.end = entries[place + 1]?.offset ?? start;
      const { fault, ...file_ } = await checkEntry(file, entry, position, entry.end);
      if (!entry.isPlain && !isRepacked)
        faults.push(`${entry.name} : sa ligne dans la table du ZIP est altérée`);
      // Every header is another one then; what was in the file is compared below.
      const isTold = isRepacked && file_.sha256 !== undefined && fault !== 'son contenu';
      if (fault && !isTold) faults.push(`${entry.name} : ${fault} est altéré`);
      if (found.has(entry.name)) faults.push(`${entry.name} : présent deux fois`);
      found.set(entry.name, { ...file_, fault });
      if (entry.name.endsWith(`/${MANIFEST}`) && file_.content) manifest = { ...file_, name: entry.name };
    }
    if (!manifest) return { faults: [...faults, `${MANIFEST} : absent ou illisible`] };
    const told = readManifest(manifest.content);
    if (!told) return { faults: [...faults, `${MANIFEST} : illisible`] };
    faults.push(...checkManifest(told), ...compare(told, found, manifest.name));
    return { faults, told, fingerprint: manifest.sha256 };
  } catch (error) {
    return { faults: [error.message] };
  } finally {
    await file.close();
  }
}

/** The files of the manifest and those of the ZIP, both ways. */
function compare({ lines }, found, manifestName) {
  const faults = [];
  const told = lines.filter(({ line, missing }) => line === 'document' && !missing);
  for (const { path, sha256: wanted, size } of told) {
    const file = found.get(path);
    if (!file) faults.push(`${path} : retiré`);
    else if (file.sha256 && (file.sha256 !== wanted || file.size !== size))
      faults.push(`${path} : modifié (SHA-256 attendu ${wanted}, trouvé ${file.sha256})`);
  }
  const known = new Set([manifestName, ...told.map(({ path }) => path)]);
  for (const name of found.keys()) if (!known.has(name)) faults.push(`${name} : ajouté`);
  return faults;
}

const paths = argv.slice(2);
if (paths.length === 0) {
  console.error('Usage : node verify.mjs ARCHIVE.zip…');
  exit(2);
}
let isAltered = false;
for (const path of paths) {
  const { faults, told, fingerprint } = await faultsOf(path).catch(({ message }) => ({ faults: [message] }));
  if (faults.length > 0) isAltered = true;
  console.log(`${path} : ${faults.length > 0 ? 'ALTÉRÉE' : 'intègre'}`);
  for (const fault of faults) console.log(`  - ${fault}`);
  if (faults.length === 0) {
    console.log(
      `  ticket ${told.ticket.number}, ${told.lines.filter(({ line }) => line === 'document').length} document(s)`,
    );
    if (told.pending) console.log(`  ${told.pending.messages} envoi(s) en attente au ${told.pending.at}`);
    console.log(`  empreinte : ${fingerprint}`);
  }
}
exit(isAltered ? 1 : 0);
