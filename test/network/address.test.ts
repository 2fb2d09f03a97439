import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { describe, expect, it } from 'vitest';
import { formatAddress, parseAddress, parseCidr, prefixLength, rangeCidrs } from '../../src/network/address.ts';

const bytesOf = (value: bigint, length: number): number[] =>
  Array.from({ length }, (_, index) => Number((value >> BigInt(8 * (length - 1 - index))) & 255n));

/** The library reads `::1.2.3.4`, an IPv4-compatible address (RFC 4291, 2.5.5.1), as an IPv4-mapped one. */
const isTold = (text: string): boolean => !/^::\d+\./.test(text);

describe('addresses, against an outside library', () => {
  it('reads every IPv4 address as the library does', () => {
    fc.assert(
      fc.property(fc.ipV4(), (text) => {
        const parsed = parseAddress(text);
        expect(bytesOf(parsed?.value ?? -1n, 4)).toEqual(ipaddr.IPv4.parse(text).toByteArray());
      }),
    );
  });

  it('reads every IPv6 spelling as the library does and writes the RFC 5952 form', () => {
    fc.assert(
      fc.property(fc.ipV6().filter(isTold), (text) => {
        const parsed = parseAddress(text);
        const expected = ipaddr.IPv6.parse(text);
        expect(bytesOf(parsed?.value ?? -1n, 16)).toEqual(expected.toByteArray());
        expect(formatAddress('ipv6', parsed?.value ?? 0n)).toBe(expected.toRFC5952String());
      }),
    );
  });

  it('finds the first and last address of a block as the library does', () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.integer({ min: 0, max: 32 }), (address, prefix) => {
        const cidr = `${address}/${prefix}`;
        const range = parseCidr(cidr);
        expect(bytesOf(range?.from ?? -1n, 4)).toEqual(ipaddr.IPv4.networkAddressFromCIDR(cidr).toByteArray());
        expect(bytesOf((range?.to ?? 0n) - 1n, 4)).toEqual(ipaddr.IPv4.broadcastAddressFromCIDR(cidr).toByteArray());
        expect(range && prefixLength(range)).toBe(prefix);
      }),
    );
  });
});

describe('what is no address', () => {
  it.each([
    '',
    '1.2.3',
    '1.2.3.4.5',
    '1.2.3.256',
    '01.2.3.4',
    '1.2.3.4/33',
    '1.2.3.4/',
    '1.2.3.4/-1',
    '1.2.3.4/08',
    ':::',
    '1::2::3',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '::/129',
    'fe80::1%eth0',
    'g::',
    '10.0.0.0/8 ',
  ])('%j', (text) => expect(parseCidr(text)).toBeNull());
});

it('keeps IPv4-compatible and IPv4-mapped addresses apart', () => {
  expect(parseAddress('::1.2.3.4')?.value).toBe(0x01020304n);
  expect(parseAddress('::ffff:1.2.3.4')?.value).toBe(0xffff01020304n);
});

describe('blocks', () => {
  it('ignores bits behind the prefix, as AWS does', () => {
    expect(parseCidr('10.0.0.5/24')).toEqual(parseCidr('10.0.0.0/24'));
  });

  it('covers the whole family with /0', () => {
    expect(parseCidr('0.0.0.0/0')).toEqual({ family: 'ipv4', from: 0n, to: 1n << 32n });
    expect(parseCidr('::/0')).toEqual({ family: 'ipv6', from: 0n, to: 1n << 128n });
  });

  it('writes a range as the fewest blocks, which cover it exactly', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 2n ** 32n - 1n), fc.bigInt(1n, 2n ** 20n), (from, size) => {
        const to = from + size > 2n ** 32n ? 2n ** 32n : from + size;
        const blocks = rangeCidrs({ family: 'ipv4', from, to }).map((cidr) => parseCidr(cidr));
        let next = from;
        for (const block of blocks) {
          expect(block?.from).toBe(next);
          next = block?.to ?? -1n;
        }
        expect(next).toBe(to);
        for (const [index, block] of blocks.entries()) {
          const after = blocks[index + 1];
          if (!block || !after) continue;
          const size = block.to - block.from;
          expect(size === after.to - after.from && block.from % (2n * size) === 0n).toBe(false);
        }
      }),
    );
  });

  it('writes 10.0.0.1 to 10.0.0.4 as three blocks', () => {
    const range = { family: 'ipv4', from: 0x0a000001n, to: 0x0a000005n } as const;
    expect(rangeCidrs(range)).toEqual(['10.0.0.1/32', '10.0.0.2/31', '10.0.0.4/32']);
  });
});
