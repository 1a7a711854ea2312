import ipaddr from 'ipaddr.js';
import { lookup } from 'node:dns/promises';
import type { Socket } from 'node:net';
import { connect } from 'node:net';

type Address = ipaddr.IPv4 | ipaddr.IPv6;
type Range = [Address, number];

/** The host that an agency typed leads to where only the platform's own machines are. */
export class HostNotPublic extends Error {
  override readonly name = 'HostNotPublic';
  readonly code = 'EHOST';
}

export class HostUnknown extends Error {
  override readonly name = 'HostUnknown';
  readonly code = 'EHOST';
}

/** Global unicast (RFC 4291): what is outside of it reaches nobody on the Internet, whatever it is called. */
const GLOBAL_IPV6: Range = ipaddr.parseCIDR('2000::/3');

/** Whether an address, in any spelling that systems take ("0", "0x7f000001", "::ffff:7f00:1"), is one of the Internet. */
export function isPublic(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  if (address.range() !== 'unicast') return false;
  return address.kind() === 'ipv4' || address.match(GLOBAL_IPV6);
}

/** RFC 6761 and what clouds call their metadata. */
const INSIDE_NAMES = /^(?:.*\.)?(?:localhost|local|internal|localdomain)\.?$/i;

export const isLoopback = (text = ''): boolean =>
  ipaddr.isValid(text) && ipaddr.process(text).range() === 'loopback';

/** Whether a host is an address by itself, and not one of the Internet; names are looked at when they are connected to. */
export const isInsideLiteral = (host: string): boolean => ipaddr.isValid(host) && !isPublic(host);

/**
 * Connects to hosts that agencies name: to the very address that was looked at, so that a name cannot lead elsewhere a
 * moment later.
 */
export class OutsideHosts {
  private readonly allowed: readonly Range[];

  /** @param allowed ranges that the operator lets agencies reach all the same, "127.0.0.0/8,10.1.0.0/16" */
  constructor(allowed: string) {
    this.allowed = allowed
      .split(',')
      .map((range) => range.trim())
      .filter(Boolean)
      .map((range) => (range.includes('/') ? ipaddr.parseCIDR(range) : wholeAddress(range)));
  }

  /** Whether the operator lets agencies reach this address inside. */
  allows(text: string): boolean {
    if (!ipaddr.isValid(text)) return false;
    const address = ipaddr.process(text);
    return this.allowed.some(
      ([range, bits]) => range.kind() === address.kind() && address.match(range, bits),
    );
  }

  isInside(host: string): boolean {
    return isInsideLiteral(host) || INSIDE_NAMES.test(host);
  }

  /** The first address of a host that may be reached. @throws HostUnknown, HostNotPublic */
  async resolve(host: string): Promise<string> {
    // The system's own reading of odd spellings, so that nothing is read in two ways.
    const found = await lookup(host, { all: true, verbatim: true }).catch((cause: unknown) => {
      throw new HostUnknown(`${host} leads nowhere`, { cause });
    });
    const reached = found.find(({ address }) => isPublic(address) || this.allows(address));
    // One address inside among others outside is a trap, not a mail server.
    if (!reached || found.some(({ address }) => !isPublic(address) && !this.allows(address)))
      throw new HostNotPublic(`${host} is not on the Internet`);
    return reached.address;
  }

  /** @throws HostUnknown, HostNotPublic; errors of the socket */
  async connect(host: string, port: number, timeoutMs: number): Promise<Socket> {
    const address = await this.resolve(host);
    return new Promise((resolve, reject) => {
      const socket = connect({ host: address, port, timeout: timeoutMs });
      const fail = (error: Error) => {
        socket.destroy();
        reject(error);
      };
      socket.once('error', fail);
      socket.once('timeout', () =>
        fail(Object.assign(new Error('No answer in time'), { code: 'ETIMEDOUT' })),
      );
      socket.once('connect', () => {
        socket.removeListener('error', fail);
        socket.setTimeout(0);
        resolve(socket);
      });
    });
  }
}

function wholeAddress(text: string): Range {
  const address = ipaddr.parse(text);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}
