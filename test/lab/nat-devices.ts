import type { NatGateway } from '../../src/model/kinds/nat-gateways.ts';
import type { NetworkInterface } from '../../src/model/kinds/network-interfaces.ts';
import type { Subnet } from '../../src/model/kinds/subnets.ts';
import type { Sections } from '../../src/model/sections.ts';
import type { Link } from './links.ts';
import { itemsOf, NotExpressible, subnetOf } from './sections.ts';

/** A NAT gateway or NAT instance in its subnet. */
export interface NatDevice {
  readonly kind: 'gateway' | 'instance';
  /** Of the NAT gateway, or of the instance's interface. */
  readonly id: string;
  readonly instanceId: string | null;
  readonly link: Link;
  readonly subnet: Subnet;
  /** Private address that it sends from. */
  readonly address: string;
  readonly publicAddress: string | null;
  /** Whether it forwards at all. */
  readonly works: boolean;
  readonly sourceDestCheck: boolean;
  readonly securityGroupIds: readonly string[];
}

type Unplaced = Omit<NatDevice, 'link'>;

const natGateway = (sections: Sections, nat: NatGateway): Unplaced => {
  const primary = nat.addresses.find(({ isPrimary }) => isPrimary !== false);
  if (primary?.privateIp == null) throw new NotExpressible(`${nat.id} has no private address`);
  return {
    kind: 'gateway',
    id: nat.id,
    instanceId: null,
    subnet: subnetOf(sections, nat.subnetId),
    address: primary.privateIp,
    publicAddress: primary.publicIp,
    works: nat.state === 'available' && primary.status !== 'failed',
    sourceDestCheck: false,
    securityGroupIds: [],
  };
};

const natInstance = (sections: Sections, eni: NetworkInterface): Unplaced => {
  const instance = itemsOf(sections.instances).find(({ id }) => id === eni.instanceId);
  const [own] = eni.privateIpAddresses;
  if (own === undefined) throw new NotExpressible(`${eni.id} has no private address`);
  return {
    kind: 'instance',
    id: eni.id,
    instanceId: eni.instanceId,
    subnet: subnetOf(sections, eni.subnetId),
    address: own.address,
    publicAddress: own.publicIp,
    works: instance?.state === 'running',
    sourceDestCheck: eni.sourceDestCheck !== false,
    securityGroupIds: eni.securityGroupIds,
  };
};

/** Interfaces to which a route of the VPC points. */
export const routedInterfaces = (sections: Sections, vpcId: string): NetworkInterface[] => {
  const tables = itemsOf(sections.routeTables).filter((table) => table.vpcId === vpcId);
  const targets = tables.flatMap(({ routes }) => routes.map(({ target }) => ('id' in target ? target.id : null)));
  return itemsOf(sections.networkInterfaces).filter(
    ({ id, instanceId }) => targets.includes(id) || (instanceId !== null && targets.includes(instanceId)),
  );
};

export const natDevices = (sections: Sections, vpcId: string): Unplaced[] => [
  ...itemsOf(sections.natGateways)
    .filter((nat) => nat.vpcId === vpcId)
    .map((nat) => natGateway(sections, nat)),
  ...routedInterfaces(sections, vpcId).map((eni) => natInstance(sections, eni)),
];
