import type { RulePorts } from '../model/kinds/network-acls.ts';
import { certain } from './answer.ts';

/** https://www.iana.org/assignments/protocol-numbers */
const protocolNumbers: Readonly<Record<string, string>> = { icmp: '1', tcp: '6', udp: '17', icmpv6: '58', all: '-1' };

/**
 * The number of a protocol in decimal. Network ACLs write numbers, security groups names for four of them.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html
 */
export const protocolNumber = (protocol: string | undefined): string => {
  const word = certain(protocol || undefined);
  return protocolNumbers[word] ?? word;
};

/** What a rule says about ports, or about type and code of ICMP. */
interface RawPorts {
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly type: number | undefined;
  readonly code: number | undefined;
}

/**
 * Which packets of the protocol a rule covers: only TCP and UDP have ports and only ICMP has types, whatever else the
 * rule says. -1 stands for all types or codes.
 * https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html
 */
export const rulePorts = (protocol: string, { from, to, type, code }: RawPorts): RulePorts => {
  switch (protocol) {
    case '6':
    case '17':
      return from === undefined || to === undefined ? { kind: 'unknown' } : { kind: 'range', from, to };
    case '1':
    case '58':
      return { kind: 'icmp', type: type ?? -1, code: code ?? -1 };
    default:
      return { kind: 'all' };
  }
};
