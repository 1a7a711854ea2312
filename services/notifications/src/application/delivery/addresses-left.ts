import type { Sendable } from '../../domain/message.js';

export const addressesLeft = ({ addresses, settled }: Sendable): string[] =>
  addresses.filter((address) => !settled.includes(address));
