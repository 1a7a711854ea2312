import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Identifiers } from '../../application/ports/identifiers.js';

@Injectable()
export class NodeIdentifiers extends Identifiers {
  hash(text: string): string {
    return createHash('sha256').update(text, 'utf8').digest('hex');
  }
}
