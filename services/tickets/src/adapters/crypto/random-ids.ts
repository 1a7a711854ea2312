import { randomUUID } from 'node:crypto';
import { Ids } from '../../application/ports/ids.js';

export class RandomIds extends Ids {
  next(): string {
    return randomUUID();
  }
}
