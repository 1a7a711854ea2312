import { EMPTY_HEAD, canonical } from './record.js';
import type { Hash, Head, RegisterRecord } from './record.js';

export interface RegisterFault {
  readonly kind: 'GAP' | 'DOUBLE' | 'BROKEN_CHAIN' | 'OUT_OF_ORDER' | 'CUT_SHORT';
  readonly number: number;
}

const MOST_FAULTS = 100;

/** Reads a register in the order of its log, record by record: a register of ten years needs no memory. */
export class Verifier {
  entries = 0;
  annotations = 0;
  readonly faults: RegisterFault[] = [];
  private head: Head = EMPTY_HEAD;

  constructor(private readonly hash: Hash) {}

  read(record: RegisterRecord): void {
    const { seq, number, previous, hash, at, type } = record;
    if (seq > this.head.seq + 1) this.fault('GAP', number);
    else if (seq <= this.head.seq) this.fault('DOUBLE', number);
    if (type === 'ENTRY') {
      this.entries += 1;
      // The first one goes on from the register that was kept elsewhere.
      const isFirst = this.head.seq === 0 && seq === 1;
      if (!isFirst && number > this.head.number + 1) this.fault('GAP', this.head.number + 1);
      else if (number <= this.head.number) this.fault('DOUBLE', number);
    } else this.annotations += 1;
    if (previous !== this.head.hash || this.hash(canonical(record)) !== hash)
      this.fault('BROKEN_CHAIN', number);
    if (at < this.head.at) this.fault('OUT_OF_ORDER', number);
    this.head = { seq, number: type === 'ENTRY' ? number : this.head.number, hash, at };
  }

  /** @param known how far the register is known to have reached */
  end(known: Pick<Head, 'seq' | 'number'>): Head {
    if (this.head.seq < known.seq) this.fault('CUT_SHORT', this.head.number + 1);
    return this.head;
  }

  private fault(kind: RegisterFault['kind'], number: number): void {
    const isTold = this.faults.some((one) => one.kind === kind && one.number === number);
    if (!isTold && this.faults.length < MOST_FAULTS) this.faults.push({ kind, number });
  }
}
