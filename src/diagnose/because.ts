import type { LambdaFunction } from '../model/kinds/functions.ts';
import type { Blocker } from '../network/blocker.ts';
import { doubtText } from '../network/doubt.ts';
import { countPorts } from '../network/ports.ts';
import type { Problem } from '../network/problem.ts';
import type { Outcome, SubnetOutcome } from './answers.ts';

const targetPhrase = (target: string): string => (target === 'internet' ? 'the internet' : target);

const percent = (share: number): string => {
  const rounded = Math.round(share * 1000) / 10;
  return `${Math.min(Math.max(rounded, 0.1), 99.9)} %`;
};

const networkAclClause = (blocker: Extract<Blocker, { kind: 'network-acl' }>): string => {
  const { networkAclId, leg, closed, wanted } = blocker;
  if (leg === 'request') return `network ACL ${networkAclId} does not let its requests through`;
  const open = countPorts(wanted) - countPorts(closed);
  if (open === 0) return `its requests get out, and network ACL ${networkAclId} drops the replies`;
  return `network ACL ${networkAclId} lets replies in on ${percent(open / countPorts(wanted))} of the ports only, so connections time out at random`;
};

/** The cause in words for the first sentence; ids where the reader has to find the resource. */
const clauseOf = (blocker: Blocker): string => {
  switch (blocker.kind) {
    case 'security-group-egress':
      return blocker.rules === 0
        ? 'its security group lets nothing out'
        : 'its security group does not let tcp 443 out to the internet';
    case 'network-acl':
      return networkAclClause(blocker);
    case 'no-route':
      return `route table ${blocker.routeTableId} has no route to it`;
    case 'blackhole':
      return `the route ${blocker.destination} → ${blocker.target} leads nowhere, because its target is gone or detached`;
    case 'public-subnet':
      return 'a public subnet gives a Lambda function no way out';
    case 'internet-gateway-not-attached':
      return `internet gateway ${blocker.internetGatewayId} is not attached to the VPC`;
    case 'nat-gateway-not-available':
      return blocker.state === 'missing'
        ? `NAT gateway ${blocker.natGatewayId} does not exist any more`
        : `NAT gateway ${blocker.natGatewayId} is ${blocker.state}`;
    case 'nat-gateway-address':
      return `NAT gateway ${blocker.natGatewayId} has no working address`;
    case 'vpc-endpoint-missing':
      return `endpoint ${blocker.vpcEndpointId} does not exist any more`;
    case 'nat-gateway-private':
      return `NAT gateway ${blocker.natGatewayId} is a private one, which cannot reach the internet`;
    case 'nat-gateway-no-way-out':
      return `NAT gateway ${blocker.natGatewayId} is itself in a subnet without a way out`;
    case 'nat-instance-source-dest-check':
      return `the NAT instance drops its packets, since the source/destination check of ${blocker.networkInterfaceId} is on`;
    case 'nat-instance-not-running':
      return `the NAT instance behind ${blocker.networkInterfaceId} is ${blocker.state}`;
    case 'nat-instance-no-public-address':
      return `the NAT instance behind ${blocker.networkInterfaceId} has no public address`;
    case 'nat-instance-security-group':
      return blocker.direction === 'ingress'
        ? 'the security group of the NAT instance does not let the function in'
        : 'the security group of the NAT instance does not let tcp 443 out';
    case 'nat-instance-no-way-out':
      return `the NAT instance behind ${blocker.networkInterfaceId} is itself in a subnet without a way out`;
    case 'default-route-to-peering':
      return `its route leads into ${blocker.peeringConnectionId}, and a peering connection never leads to the internet`;
    case 'transit-gateway-zone':
      return blocker.attachmentIds.length === 0
        ? `the VPC is not attached to ${blocker.transitGatewayId}`
        : `the attachment to ${blocker.transitGatewayId} does not cover zone ${blocker.availabilityZoneId}`;
    case 'block-public-access':
      return `VPC Block Public Access (${blocker.mode}) shuts the internet gateway for ${blocker.subnetId}`;
    default:
      return blocker satisfies never;
  }
};

const rootsOf = (subnets: readonly SubnetOutcome[]): Problem[] =>
  subnets.flatMap((subnet) => subnet.classes.flatMap(({ root }) => (root === null ? [] : [root])));

const causeClause = (subnets: readonly SubnetOutcome[]): string => {
  const clauses = rootsOf(subnets).flatMap((root) => (root.effect === 'unknown' ? [] : [clauseOf(root.blocker)]));
  const distinct = [...new Set(clauses)];
  const [first, ...others] = distinct;
  if (first === undefined) return '';
  return others.length === 0
    ? `: ${first}`
    : `: ${first}; and ${others.length} more ${others.length === 1 ? 'cause' : 'causes'}`;
};

const doubtClause = (subnets: readonly SubnetOutcome[]): string => {
  const doubts = subnets.flatMap((subnet) => [
    ...(subnet.doubt === null ? [] : [doubtText(subnet.doubt)]),
    ...rootsOf([subnet]).flatMap((root) => (root.effect === 'unknown' ? [doubtText(root.doubt)] : [])),
  ]);
  return doubts[0] === undefined ? '' : `: ${doubts[0]}`;
};

const subnetsPhrase = (count: number): string => (count === 1 ? 'its subnet' : `any of its ${count} subnets`);

/** The answer in one sentence: who, what, from how many subnets, why. */
export const becauseOf = (fn: LambdaFunction, outcome: Outcome): string => {
  const { verdict, subnets } = outcome;
  const name = fn.qualifier === null ? fn.name : `${fn.name}:${fn.qualifier}`;
  const target = targetPhrase(outcome.target);
  const all = subnets.length;
  if (fn.network.kind === 'capacity-provider')
    return `Whether ${name} reaches ${target} cannot be told: its network is that of a capacity provider, which is not evaluated yet.`;
  if (all === 0) return `${name} is not attached to a VPC, so Lambda itself gives it access to ${target}.`;
  const failing = subnets.filter((subnet) => subnet.verdict === 'blocked' || subnet.verdict === 'partial');
  const working = subnets.filter((subnet) => subnet.verdict === 'reachable').length;
  switch (verdict) {
    case 'reachable':
      return `${name} reaches ${target} from ${all === 1 ? 'its only subnet' : `all ${all} of its subnets`}.`;
    case 'blocked':
      return `${name} cannot reach ${target} from ${subnetsPhrase(all)}${causeClause(subnets)}.`;
    case 'unknown':
      return `Whether ${name} reaches ${target} cannot be told${doubtClause(subnets)}.`;
    case 'partial': {
      if (failing.every((subnet) => subnet.verdict === 'partial') && failing.length === all)
        return `${name} reaches ${target} only sometimes, from ${all === 1 ? 'its subnet' : `all ${all} of its subnets`}${causeClause(failing)}.`;
      if (working === 0)
        return `${name} fails to reach ${target} from ${failing.length} of its ${all} subnets, and the rest cannot be told${causeClause(failing)}.`;
      return `${name} reaches ${target} from ${working} of its ${all} subnets and fails from ${failing.length}${causeClause(failing)}.`;
    }
    default:
      return verdict satisfies never;
  }
};

/** The same for a handful of addresses whose outcome differs from the rest. */
export const exceptionBecause = (root: Problem | null): string => {
  if (root === null) return 'these addresses are reachable';
  return root.effect === 'unknown' ? doubtText(root.doubt) : clauseOf(root.blocker);
};
