import { decode } from '../bson/decode.js';
import { MongoError } from '../errors.js';
import { type Doc, own } from '../values/kinds.js';
import { keyOf } from '../values/names.js';

export const MAX_MESSAGE_BYTES = 48_000_000;
const HEADER_BYTES = 16;
const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;
const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 2;
/** The sender may set bits above 15 that we do not know; those below must be understood. */
const REQUIRED_FLAGS = 0xffff;

/** The bytes are no message: there is nobody to answer in a way they would understand. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError';
}

export interface Asked {
  readonly db: string;
  readonly body: Doc;
}

export interface Request {
  readonly requestId: number;
  readonly opcode: typeof OP_QUERY | typeof OP_MSG;
  /**
   * What is asked.
   * @throws MongoError when its values cannot be decoded: unlike a message that is none, it deserves an answer
   */
  readonly asked: () => Asked;
  /** The client does not wait for a reply (an unacknowledged write). */
  readonly isSilent: boolean;
}

/** The length of the first message in `bytes`, or undefined while its length itself is incomplete. */
export const messageLength = (bytes: Buffer): number | undefined => {
  if (bytes.length < 4) return undefined;
  const length = bytes.readInt32LE(0);
  if (length < HEADER_BYTES || length > MAX_MESSAGE_BYTES) {
    throw new ProtocolError(`a message of ${length} bytes`);
  }
  return length;
};

const documentAt = (bytes: Buffer, start: number): Buffer => {
  const size = start + 4 <= bytes.length ? bytes.readInt32LE(start) : 0;
  if (size < 5 || start + size > bytes.length) throw new ProtocolError('a document of impossible length');
  return bytes.subarray(start, start + size);
};

const cstringAt = (bytes: Buffer, start: number): string => {
  const end = bytes.indexOf(0, start);
  if (end === -1) throw new ProtocolError('an unterminated name');
  return bytes.toString('utf8', start, end);
};

interface Section {
  readonly fields: () => Doc;
  readonly size: number;
}

const bodySection = (bytes: Buffer, start: number): Section => {
  const document = documentAt(bytes, start);
  return { fields: () => decode(document), size: document.length };
};

/** Documents outside the body, such as those of an insert: a field of the body, in effect. */
const sequenceSection = (bytes: Buffer, start: number): Section => {
  const size = start + 4 <= bytes.length ? bytes.readInt32LE(start) : 0;
  if (size < 5 || start + size > bytes.length) throw new ProtocolError('a section of impossible length');
  const section = bytes.subarray(start, start + size);
  const name = cstringAt(section, 4);
  const documents: Buffer[] = [];
  for (let at = 4 + Buffer.byteLength(name) + 1; at < size;) {
    const document = documentAt(section, at);
    documents.push(document);
    at += document.length;
  }
  return { fields: () => ({ [keyOf(name)]: documents.map(decode) }), size };
};

const sections: Readonly<Record<number, (bytes: Buffer, start: number) => Section>> = {
  0: bodySection,
  1: sequenceSection,
};

const readMsg = (bytes: Buffer, requestId: number): Request => {
  if (bytes.length < HEADER_BYTES + 4) throw new ProtocolError('a message without flags');
  const flags = bytes.readUInt32LE(HEADER_BYTES);
  if (flags & REQUIRED_FLAGS & ~(CHECKSUM_PRESENT | MORE_TO_COME)) throw new ProtocolError('unknown flags');
  const end = bytes.subarray(0, bytes.length - (flags & CHECKSUM_PRESENT ? 4 : 0));
  const bodies: Section[] = [];
  const sequences: Section[] = [];
  for (let at = HEADER_BYTES + 4; at < end.length;) {
    const kind = end[at] as number;
    const read = sections[kind];
    if (!read) throw new ProtocolError(`a section of unknown kind ${kind}`);
    const section = read(end, at + 1);
    (kind === 0 ? bodies : sequences).push(section);
    at += 1 + section.size;
  }
  const [only, ...others] = bodies;
  if (!only || others.length > 0) throw new ProtocolError('not exactly one body section');
  const asked = (): Asked => {
    const body = only.fields();
    const db = own(body, '$db');
    if (typeof db !== 'string')
      throw new MongoError('MissingDatabase', 'OP_MSG requests require a $db argument');
    for (const sequence of sequences) Object.assign(body, sequence.fields());
    return { db, body };
  };
  return { requestId, opcode: OP_MSG, asked, isSilent: (flags & MORE_TO_COME) !== 0 };
};

/** Only the first hello of a connection still comes in this form. */
const readQuery = (bytes: Buffer, requestId: number): Request => {
  const namespace = cstringAt(bytes, HEADER_BYTES + 4);
  const start = HEADER_BYTES + 4 + Buffer.byteLength(namespace) + 1 + 8;
  if (!namespace.endsWith('.$cmd')) throw new ProtocolError('OP_QUERY for anything but a command');
  const document = documentAt(bytes, start);
  const asked = (): Asked => ({ db: namespace.slice(0, -5), body: decode(document) });
  return { requestId, opcode: OP_QUERY, asked, isSilent: false };
};

const readers: Readonly<Record<number, (bytes: Buffer, requestId: number) => Request>> = {
  [OP_MSG]: readMsg,
  [OP_QUERY]: readQuery,
};

export const readRequest = (bytes: Buffer): Request => {
  const opcode = bytes.readInt32LE(12);
  const read = readers[opcode];
  if (!read) throw new ProtocolError(`the operation code ${opcode}`);
  return read(bytes, bytes.readInt32LE(4));
};

const header = (length: number, responseTo: number, opcode: number): Buffer => {
  const bytes = Buffer.alloc(HEADER_BYTES);
  bytes.writeInt32LE(length, 0);
  bytes.writeInt32LE(responseTo, 8);
  bytes.writeInt32LE(opcode, 12);
  return bytes;
};

/** No flags, then a section of kind 0. */
const msgPrelude = Buffer.alloc(5);

/** Flags "await capable", cursor 0, from 0, one document. */
const replyPrelude = Buffer.alloc(20);
replyPrelude.writeInt32LE(8, 0);
replyPrelude.writeInt32LE(1, 16);

export const writeReply = ({ opcode, requestId }: Request, document: Buffer): Buffer => {
  const prelude = opcode === OP_QUERY ? replyPrelude : msgPrelude;
  const length = HEADER_BYTES + prelude.length + document.length;
  const code = opcode === OP_QUERY ? OP_REPLY : OP_MSG;
  return Buffer.concat([header(length, requestId, code), prelude, document], length);
};
