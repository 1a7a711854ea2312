import type { Device } from '@intervia/contracts';
import { createHash } from 'node:crypto';
import type { Origin } from '../../../domain/accounts/origin.js';
import { deviceLabel } from '../../bowser/device-label.js';

const LONGEST_ADDRESS = 45;
const LONGEST_USER_AGENT = 500;

/** The browser's cookie is kept as its hash, like any token. */
export function originOf(device: Device | undefined): Origin {
  const { id = '', address = '', userAgent = '' } = device ?? {};
  return {
    device: id === '' ? '' : createHash('sha256').update(id).digest('hex'),
    address: address.slice(0, LONGEST_ADDRESS),
    label: deviceLabel(userAgent.slice(0, LONGEST_USER_AGENT)),
  };
}
