import { sendThroughFirewall } from '../../support/firewall.ts';
import { withPeerVpc } from '../../support/peer-vpc.ts';
import { groupRule } from '../../support/resources.ts';
import { addDatabase, port5432, sendThroughPrivateNatGateway, withDatabase } from '../../support/targets.ts';
import { pages } from '../pages.ts';
import { firstOnly, type TruthRow } from '../row.ts';
import { reachable, uneven } from './outcomes.ts';

const closed = 'private-target-sg-ingress-missing';

/** Private addresses to which a NAT gateway or a firewall hands the packets on. */
export const behindDevices: readonly TruthRow[] = [
  {
    name: "behind a NAT gateway the database's group no longer sees the function's group",
    change: withDatabase((n) => sendThroughPrivateNatGateway(n, '10.0.40.0/24')),
    target: '10.0.40.7:5432',
    ...firstOnly('blocked'),
    speaks: { [closed]: 'error', ...uneven },
    silent: ['path-blocked', 'target-subnet-nacl-blocks', 'private-nat-used-for-internet'],
    page: pages.reachabilityCodes,
  },
  {
    name: "behind a NAT gateway the database's group sees the address of the NAT gateway",
    change: (n) => {
      addDatabase(n, ...['10.0.1.26/32', '10.0.12.0/24', '10.0.13.0/24'].map((cidr) => groupRule(cidr, port5432)));
      sendThroughPrivateNatGateway(n, '10.0.40.0/24');
    },
    target: '10.0.40.7:5432',
    ...reachable,
    silent: ['path-blocked', 'target-subnet-nacl-blocks', closed, 'private-nat-used-for-internet', 'no-internet-route'],
    page: pages.natGateway,
  },
  {
    name: "through a firewall endpoint the database's group does not count as naming the function's group",
    change: withDatabase(sendThroughFirewall),
    target: '10.0.40.7:5432',
    ...firstOnly('blocked'),
    speaks: { [closed]: 'error', ...uneven },
    open: ['egress-path-unverified'],
    silent: ['path-blocked', 'target-subnet-nacl-blocks'],
    page: pages.securityGroupRules,
  },
  {
    name: 'behind a NAT gateway replies come back by the way of the request, without a route of the peered VPC',
    change: withPeerVpc((n, { id }) => {
      n.removeRoute('private-a', '10.1.0.0/16');
      sendThroughPrivateNatGateway(n, '10.1.0.0/16');
      n.addRoute('public', '10.1.0.0/16', { kind: 'vpc-peering-connection', id });
      n.removeRoute('peer', '10.0.0.0/16');
      for (const cidr of ['10.0.12.0/24', '10.0.13.0/24'])
        n.addRoute('peer', cidr, { kind: 'vpc-peering-connection', id });
    }),
    target: '10.1.40.7:5432',
    ...reachable,
    silent: [
      'path-blocked',
      'no-internet-route',
      'default-route-to-peering',
      'peering-problem',
      'private-nat-used-for-internet',
    ],
    page: pages.natGatewayBasics,
  },
];
