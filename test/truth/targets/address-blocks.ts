import { groupReference, groupRule, setAclRules } from '../../support/resources.ts';
import { addDatabase, addDataSubnet, addInterface, port5432, withDatabase } from '../../support/targets.ts';
import { pages } from '../pages.ts';
import { allThree, shareOfAll, type TruthRow } from '../row.ts';
import { blockedBy, reachable, readMatters, readMattersNot, unknown } from './outcomes.ts';

const page = pages.securityGroupRules;
const closed = 'private-target-sg-ingress-missing';
const silent = ['path-blocked', 'no-internet-route', 'target-subnet-nacl-blocks'];
const nobody = 'no interface that can be seen has the address, and one can get it at any time';

/** Two interfaces at 10.0.40.8 and 10.0.40.9, the first of which lets the function in. */
const addTwo = (ingressOfSecond: 'open' | 'closed') => (n: Parameters<typeof addDataSubnet>[0]) => {
  addDataSubnet(n);
  const open = n.addSecurityGroup('open', { ingress: [groupRule('10.0.0.0/16', port5432)] });
  addInterface(n, 'data-a', '10.0.40.8', open);
  addInterface(n, 'data-a', '10.0.40.9', ingressOfSecond === 'open' ? open : n.addSecurityGroup('shut', {}));
};

/** Addresses at which an interface is seen, and addresses at which none is. */
export const addressBlocks: readonly TruthRow[] = [
  {
    name: 'an address of the VPC at which no interface is seen',
    change: (n) => addDataSubnet(n),
    target: '10.0.40.9:5432',
    ...unknown,
    silent: [...silent, closed],
    page,
    uncertain: nobody,
  },
  {
    name: 'an address of the VPC that is in none of its subnets: no interface can have it',
    change: null,
    target: '10.0.200.7:5432',
    ...blockedBy('path-blocked'),
    silent: [...silent.filter((rule) => rule !== 'path-blocked'), closed],
    page: pages.subnets,
    inferred: 'every interface has its address from a subnet',
  },
  {
    name: 'an address at which no interface is seen, and a group that lets nothing out to it',
    change: (n) => {
      n.securityGroup().egress = [groupRule('0.0.0.0/0', [443, 443])];
    },
    target: '10.0.40.9:5432',
    ...blockedBy('sg-egress-blocks-destination'),
    silent,
    page,
  },
  {
    name: 'an address at which no interface is seen, and a network ACL that drops its replies',
    change: (n) => {
      addDataSubnet(n);
      setAclRules(n, 'private', 'ingress');
    },
    target: '10.0.40.9:5432',
    ...blockedBy('nacl-blocks-return-traffic'),
    silent,
    page: pages.networkAcls,
  },
  {
    name: 'interfaces may not be read in front of a database',
    change: withDatabase((n) => n.deny('networkInterfaces')),
    target: '10.0.40.7:5432',
    ...allThree('unknown'),
    speaks: readMatters,
    silent: [...silent, closed],
    page: pages.ec2Permissions,
  },
  {
    name: "interfaces may not be read, and the network ACL of the database's subnet lets nothing in",
    change: withDatabase((n) => {
      n.deny('networkInterfaces');
      setAclRules(n, 'data', 'ingress');
    }),
    target: '10.0.40.7:5432',
    ...allThree('blocked'),
    speaks: { 'target-subnet-nacl-blocks': 'error', ...readMattersNot },
    silent: ['path-blocked', closed],
    page: pages.networkAcls,
  },
  {
    name: 'a block of two addresses, both of which let the function in',
    change: addTwo('open'),
    target: '10.0.40.8/31:5432',
    ...reachable,
    shares: shareOfAll(1, 1),
    silent: [...silent, closed],
    page,
  },
  {
    name: 'a block of two addresses, one of which lets nobody in',
    change: addTwo('closed'),
    target: '10.0.40.8/31:5432',
    ...allThree('partial'),
    shares: shareOfAll(1, 2),
    speaks: { [closed]: 'error' },
    findings: 1,
    silent: [...silent, 'inconsistent-subnet-egress'],
    page,
  },
  {
    name: 'a block with one database that lets the function in and addresses at which no interface is seen',
    change: (n) => addDatabase(n),
    target: '10.0.40.0/24:5432',
    ...unknown,
    silent: [...silent, closed],
    page,
    uncertain: nobody,
  },
  {
    name: 'a block with one database that lets nobody in and addresses at which no interface is seen',
    change: (n) => addDatabase(n, groupReference(n.securityGroup('default').id, port5432)),
    target: '10.0.40.0/24:5432',
    ...allThree('partial'),
    speaks: { [closed]: 'error' },
    silent: [...silent, 'inconsistent-subnet-egress'],
    page,
  },
];
