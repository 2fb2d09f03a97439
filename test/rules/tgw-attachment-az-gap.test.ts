import type { Change } from '../support/network.ts';
import { addTransitGateway, sendAll } from '../support/resources.ts';
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
        message: /euw1-az3/,
        resource,
        fixCommand:
          /^aws ec2 modify-transit-gateway-vpc-attachment --transit-gateway-attachment-id tgw-attach-\w+ --add-subnet-ids /,
      },
    ],
    'an attachment that is deleted': [
      (n) => {
        sendAll(n, addTransitGateway(n, 'private-a', 'private-b', 'private-c'));
        for (const attachment of n.all.transitGatewayVpcAttachments) attachment.state = 'deleted';
      },
      {
        severity: 'error',
        message: /tgw-\w+/,
        resource: (n) => {
          const { target } = n.route('private-a');
          return target.kind === 'transit-gateway' ? target.id : '';
        },
      },
    ],
  },
  skips: { transitGatewayVpcAttachments: gap, subnets: gap },
});
