import type { Device } from '@intervia/contracts';
import { deviceLabel } from '@intervia/french';
import { createHash } from 'node:crypto';
import type { Origin } from '../../../domain/accounts/origin.js';

const LONGEST_ADDRESS = 45;

/** The browser's cookie is kept as its hash, like any token. */
export function originOf(device: Device | undefined): Origin {
  const { id = '', address = '', userAgent = '' } = device ?? {};
  return {
    device: id === '' ? '' : createHash('sha256').update(id).digest('hex'),
    address: address.slice(0, LONGEST_ADDRESS),
    label: deviceLabel(userAgent),
  };
}
