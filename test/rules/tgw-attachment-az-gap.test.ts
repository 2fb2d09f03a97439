import type { Change } from '../support/network.ts';
import { addTransitGateway, sendAll, shareVpc } from '../support/resources.ts';
import { testRule } from '../support/rule-test.ts';

const gap: Change = (n) => sendAll(n, addTransitGateway(n, 'private-a', 'private-b'));
const inState =
  (state: 'deleted' | 'failed' | 'pendingAcceptance'): Change =>
  (n) => {
    sendAll(n, addTransitGateway(n, 'private-a', 'private-b', 'private-c'));
    for (const attachment of n.all.transitGatewayVpcAttachments) attachment.state = state;
  };
const transitGateway = (n: Parameters<Change>[0]): string => {
  const { target } = n.route('private-a');
  return target.kind === 'transit-gateway' ? target.id : '';
};
const resource = (n: Parameters<Change>[0]): string => n.all.transitGatewayVpcAttachments[0]?.id ?? '';

testRule('tgw-attachment-az-gap', {
  passes: {
    'an attachment in all zones': (n) => sendAll(n, addTransitGateway(n, 'private-a', 'private-b', 'private-c')),
    'an attachment through other subnets of the same zones': (n) =>
      sendAll(n, addTransitGateway(n, 'public-a', 'public-b', 'public-c')),
    'an attachment with a gap that no default route uses': (n) =>
      n.addRoute('private-c', '10.50.0.0/16', addTransitGateway(n, 'private-a')),
  },
  flags: {
    'a zone without an attachment': [
      gap,
      {
        severity: 'error',
        message: /tgw-attach-\w+ has no subnet in zone euw1-az3, but rtb-\w+ sends 0\.0\.0\.0\/0 → tgw-/,
        resource,
        commands: (n) => [
          `aws ec2 modify-transit-gateway-vpc-attachment --transit-gateway-attachment-id ${resource(n)} --add-subnet-ids ${n.subnet('private-c').id}`,
        ],
      },
    ],
    'two zones without an attachment: one finding names both': [
      (n) => sendAll(n, addTransitGateway(n, 'private-b')),
      {
        severity: 'error',
        message: /in zone euw1-az1 and euw1-az3/,
        resource,
        commands: (n) => [
          `aws ec2 modify-transit-gateway-vpc-attachment --transit-gateway-attachment-id ${resource(n)} --add-subnet-ids ${n.subnet('private-a').id} ${n.subnet('private-c').id}`,
        ],
      },
    ],
    'an attachment of a VPC that another account shares': [
      (n) => {
        gap(n);
        shareVpc(n);
      },
      { severity: 'error', message: /euw1-az3/, resource, actor: 'owner-account' },
    ],
    'an attachment that is deleted': [
      inState('deleted'),
      {
        severity: 'error',
        message: /vpc-\w+ has no attachment to transit gateway tgw-\w+, but rtb-\w+ sends 0\.0\.0\.0\/0/,
        fixCommand:
          /^aws ec2 create-transit-gateway-vpc-attachment --transit-gateway-id tgw-\w+ --vpc-id vpc-\w+ --subnet-ids subnet-\w+ subnet-\w+ subnet-\w+$/,
        resource: transitGateway,
      },
    ],
    'an attachment that the owner of the transit gateway has not accepted': [
      inState('pendingAcceptance'),
      {
        severity: 'error',
        message:
          /^Attachment tgw-attach-\w+ of vpc-\w+ to transit gateway tgw-\w+ waits to be accepted, but rtb-\w+ sends 0\.0\.0\.0\/0 → tgw-\w+: the packets are dropped\.$/,
        resource,
        fixText: /^Let the owner of tgw-\w+ accept tgw-attach-\w+\.$/,
        commands: (n) => [
          `aws ec2 accept-transit-gateway-vpc-attachment --transit-gateway-attachment-id ${resource(n)}`,
        ],
        actor: 'owner-account',
      },
    ],
    'an attachment that waits to be accepted, and subnets that may not be read': [
      (n) => {
        inState('pendingAcceptance')(n);
        n.deny('subnets');
      },
      {
        severity: 'error',
        message: /waits to be accepted, but rtb-\w+ sends 0\.0\.0\.0\/0 → tgw-/,
        resource,
        actor: 'owner-account',
      },
    ],
    'an attachment that failed, and subnets that may not be read': [
      (n) => {
        inState('failed')(n);
        n.deny('subnets');
      },
      {
        severity: 'error',
        message: /^vpc-\w+ has no attachment to transit gateway tgw-\w+, but rtb-\w+ sends 0\.0\.0\.0\/0 → tgw-/,
        resource: transitGateway,
        commands: (n) => [
          `aws ec2 create-transit-gateway-vpc-attachment --transit-gateway-id ${transitGateway(n)} --vpc-id ${n.vpc().id} --subnet-ids '<one subnet of each zone>'`,
        ],
      },
    ],
  },
  skips: { transitGatewayVpcAttachments: gap },
});
