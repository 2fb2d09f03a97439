import type { Change } from '../support/network.ts';
import { addTransitGateway, sendAll, shareVpc } from '../support/resources.ts';
import { testRule } from '../support/rule-test.ts';

const gap: Change = (n) => sendAll(n, addTransitGateway(n, 'private-a', 'private-b'));
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
      (n) => {
        sendAll(n, addTransitGateway(n, 'private-a', 'private-b', 'private-c'));
        for (const attachment of n.all.transitGatewayVpcAttachments) attachment.state = 'deleted';
      },
      {
        severity: 'error',
        message: /vpc-\w+ has no attachment to transit gateway tgw-\w+, but rtb-\w+ sends 0\.0\.0\.0\/0/,
        fixCommand:
          /^aws ec2 create-transit-gateway-vpc-attachment --transit-gateway-id tgw-\w+ --vpc-id vpc-\w+ --subnet-ids subnet-\w+ subnet-\w+ subnet-\w+$/,
        resource: (n) => {
          const { target } = n.route('private-a');
          return target.kind === 'transit-gateway' ? target.id : '';
        },
      },
    ],
  },
  skips: { transitGatewayVpcAttachments: gap, subnets: gap },
});
