import { describe, expect, it } from '@jest/globals';
import { isInsideLiteral, isPublic, OutsideHosts } from './outside-hosts.js';

const INSIDE = [
  '127.0.0.1',
  '127.1',
  '0',
  '0.0.0.0',
  '0x7f000001',
  '2130706433',
  '017700000001',
  '10.1.2.3',
  '172.16.0.1',
  '192.168.1.1',
  '100.64.0.1',
  '169.254.169.254',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::127.0.0.1',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '::ffff:169.254.169.254',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  'fe80::1',
  'fd00:ec2::254',
  'ff02::1',
];

describe('hosts that agencies name', () => {
  it.each(INSIDE)('never lead to %s', async (address) => {
    expect(isPublic(address)).toBe(false);
    expect(isInsideLiteral(address)).toBe(true);
    await expect(new OutsideHosts('').resolve(address)).rejects.toMatchObject({ code: 'EHOST' });
  });

  it.each(['9.9.9.9', '2606:4700:4700::1111'])('may lead to %s', async (address) => {
    expect(isPublic(address)).toBe(true);
    expect(await new OutsideHosts('').resolve(address)).toBe(address);
  });

  it('never lead inside by a name', async () => {
    await expect(new OutsideHosts('').connect('localhost', 4222, 1_000)).rejects.toMatchObject({
      name: 'HostNotPublic',
    });
    await expect(new OutsideHosts('').resolve('nulle-part.invalid')).rejects.toMatchObject({
      name: 'HostUnknown',
    });
  });

  it('lead inside where the operator allows it, and nowhere else', async () => {
    const allowing = new OutsideHosts('127.0.0.0/8, ::1, 10.1.0.0/16');
    expect(await allowing.resolve('0x7f000001')).toBe('127.0.0.1');
    expect(allowing.allows('10.1.2.3')).toBe(true);
    expect(allowing.allows('10.2.2.3')).toBe(false);
    expect(allowing.allows('localhost')).toBe(false);
  });
});
