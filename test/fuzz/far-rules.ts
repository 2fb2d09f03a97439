import { account, type Lists } from './resources.ts';

type Rule = Lists['securityGroups'][number]['ingress'][number];

const port = 5432;
const tcp = { protocol: '6', ports: { kind: 'range', from: port, to: port } } as const;

/** A rule for the database's port that names a group. */
export const fromGroup = (id: `sg-${string}`): Rule => ({
  ...tcp,
  peer: { kind: 'security-group', id, vpcId: null, ownerId: account, peeringConnectionId: null, peeringStatus: null },
});

export const fromBlock = (cidr: string): Rule => ({
  ...tcp,
  peer: { kind: cidr.includes(':') ? 'ipv6' : 'ipv4', cidr },
});
