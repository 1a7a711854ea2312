import type { Layout, RecordKind } from '../layout/layout.js';
import type { Span } from './raw-line.js';

/** Record codes of the observed file; a convention's layout says its own as a constant, `"source": "=0312"`. */
const OBSERVED: Readonly<Record<RecordKind, string>> = {
  header: '0302',
  detail: '0602',
  subtotal: '0702',
  trailer: '0802',
};

/** By which a record of a statement is known: where its code stands, and which kind has which. */
export interface RecordCodes {
  readonly span: Span;
  readonly kindOf: ReadonlyMap<number, RecordKind>;
  /** For a sentence: "0302, 0602, 0702, 0802". */
  readonly all: string;
}

/** All records of a layout have their code where the header has it. */
export function recordCodesOf({ records }: Layout): RecordCodes {
  const codes = (Object.keys(records) as RecordKind[]).map((kind) => {
    const field = records[kind]?.find(({ name }) => name === 'code');
    return { kind, field, code: field?.source.startsWith('=') ? field.source.slice(1) : OBSERVED[kind] };
  });
  const { start = 1, len = 4 } = codes.find(({ kind }) => kind === 'header')?.field ?? {};
  return {
    span: { at: start - 1, length: len },
    kindOf: new Map(codes.map(({ kind, code }) => [Number(code), kind])),
    all: codes.map(({ code }) => code).join(', '),
  };
}
