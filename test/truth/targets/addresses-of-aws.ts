import { addIpv6 } from '../../support/ipv6.ts';
import { aclRule, groupRule, setAclRules } from '../../support/resources.ts';
import { addSubnet } from '../../support/targets.ts';
import { pages } from '../pages.ts';
import type { TruthRow } from '../row.ts';
import { unknown } from './outcomes.ts';

const silent = ['path-blocked', 'nacl-blocks-outbound', 'sg-egress-blocks-destination', 'no-internet-route'];
const uncertain = "AWS's pages say what does not filter these addresses, and not that functions get an answer there";

/**
 * Addresses at which AWS itself answers the interfaces of a VPC. No route table routes them, and neither security groups
 * nor network ACLs filter what goes to the resolver.
 */
export const addressesOfAws: readonly TruthRow[] = [
  {
    name: "Amazon's resolver at the base of the VPC plus two, which lies in no subnet",
    change: null,
    target: '10.0.0.2:53',
    ...unknown,
    silent,
    page: pages.dns,
    uncertain,
  },
  {
    name: "Amazon's resolver at the base of the VPC plus two, which a network ACL cannot keep out",
    change: (n) => {
      addSubnet(n, 'first', { cidr: '10.0.0.0/24', beside: 'private-a', rules: 'first' });
      setAclRules(n, 'private', 'egress', aclRule(100, 'allow', '0.0.0.0/0', [443, 443]));
    },
    target: '10.0.0.2:53',
    ...unknown,
    silent,
    page: pages.networkAcls,
    uncertain,
  },
  {
    name: "Amazon's resolver by its link-local address, which a security group cannot keep out and no route takes",
    change: (n) => {
      n.securityGroup().egress = [groupRule('0.0.0.0/0', [443, 443])];
    },
    target: '169.254.169.253:53',
    ...unknown,
    silent,
    page: pages.dns,
    uncertain,
  },
  {
    name: "Amazon's resolver by its IPv6 address, for which the tables have no route",
    change: addIpv6,
    target: '[fd00:ec2::253]:53',
    ...unknown,
    silent: [...silent, 'ipv6-no-egress'],
    page: pages.subnetRouteTables,
    uncertain,
  },
  {
    name: 'instance metadata, for which a route table cannot have a route',
    change: null,
    target: '169.254.169.254:80',
    ...unknown,
    silent,
    page: pages.subnetRouteTables,
    uncertain,
  },
];
