import type { VpcEndpoint } from '../../src/model/kinds/vpc-endpoints.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import type { Family } from '../../src/network/address.ts';
import type { Asked } from './asked.ts';
import { after, before, type Interval, intervalOf } from './intervals.ts';

/** https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_ec2.VpcEndpointDnsRecordIpType.html */
const records: Readonly<Record<string, readonly Family[]>> = {
  ipv4: ['ipv4'],
  'service-defined': ['ipv4'],
  ipv6: ['ipv6'],
  dualstack: ['ipv4', 'ipv6'],
};

/** AWS keeps the first four addresses of every block of a subnet, and the last. */
const assignable = (cidr: string): Interval => {
  const { first, last } = intervalOf(cidr);
  return { first: after(after(after(after(first)))), last: before(last) };
};

const isOf = (family: Family, cidr: string): boolean => cidr.includes(':') === (family === 'ipv6');

/** The private addresses of the endpoint's interfaces, as far as they are known. */
const atInterfaces = ({ sections }: Snapshot, endpoint: VpcEndpoint, family: Family): Asked | null => {
  if (sections.networkInterfaces.status !== 'collected') return null;
  const own = sections.networkInterfaces.items.filter(({ id }) => endpoint.networkInterfaceIds.includes(id));
  if (own.length < endpoint.networkInterfaceIds.length) return null;
  const addresses = own.flatMap(({ privateIpAddresses, ipv6Addresses }) =>
    family === 'ipv4' ? privateIpAddresses.map(({ address }) => address) : ipv6Addresses,
  );
  const ranges = addresses.map((address) => intervalOf(`${address}/${family === 'ipv4' ? 32 : 128}`));
  return ranges.length === 0 ? null : { kind: 'addresses', family, ranges, port: 443 };
};

/** One address in each subnet of an endpoint whose interfaces could not be read. */
const inSubnets = ({ sections }: Snapshot, endpoint: VpcEndpoint, family: Family): Asked | null => {
  if (sections.networkInterfaces.status === 'collected' || sections.subnets.status !== 'collected') return null;
  const { items } = sections.subnets;
  const subnets = endpoint.subnetIds.map((id) =>
    items
      .filter((subnet) => subnet.id === id)
      .flatMap(({ cidr, ipv6Cidrs }) => [
        cidr ?? '',
        ...ipv6Cidrs
          .filter(({ state }) => !['disassociated', 'failing', 'failed'].includes(state ?? ''))
          .map((range) => range.cidr),
      ])
      .filter((cidr) => cidr !== '' && isOf(family, cidr))
      .map(assignable),
  );
  if (subnets.length === 0 || subnets.some((ranges) => ranges.length === 0)) return null;
  return { kind: 'somewhere', family, subnets, port: 443, endpointId: endpoint.id };
};

/** What the private name of an endpoint leads to; null where the snapshot does not hold it. */
export const toEndpoint = (snapshot: Snapshot, endpoint: VpcEndpoint): Asked | null => {
  const { dnsRecordIpType = '', ipAddressType = '' } = endpoint;
  const byType = ipAddressType === 'dualstack' ? undefined : records[ipAddressType];
  const families = records[dnsRecordIpType] ?? byType ?? null;
  const ways = (families ?? (['ipv4', 'ipv6'] as const)).flatMap(
    (family) => atInterfaces(snapshot, endpoint, family) ?? inSubnets(snapshot, endpoint, family) ?? [],
  );
  const [first, second] = ways;
  if (first === undefined || second === undefined) return first ?? null;
  return { kind: 'either', ways, isChosenByProgram: families !== null };
};
