import { defineRule } from './rule.ts';
import { passageDraft } from './shared/network-acl-passage.ts';
import type { NewNumbers } from './shared/network-acl-rule.ts';

export default defineRule({
  id: 'nat-subnet-nacl-blocks',
  severity: 'error',
  title: "The network ACL of the NAT gateway's subnet drops the function's traffic",
  symptom:
    "Every call to a public address hangs until it times out, although the function's own subnet, its route and the NAT gateway look right. If only a part of the ports is closed, some connections time out and others work.",
  why: "A request and its reply cross the network ACL of the NAT gateway's subnet four times: in from the function, out to the internet, back in from the internet to the port that the NAT gateway chose, and out to the port that the function chose. A network ACL keeps no memory of connections, so each passage needs a rule.",
  fix: "The subnet of the NAT gateway needs four allow rules: tcp 443 in from the function's subnets, tcp 443 out to 0.0.0.0/0, tcp 1024-65535 in from 0.0.0.0/0, and tcp 1024-65535 out to the function's subnets.",
  traps:
    'A NAT instance meets the same four passages. A regional NAT gateway has no subnet, and if it stands in the same subnet as the function the two passages between them do not count. An allow for 32768-65535 covers only half of the ports of a NAT gateway. Less than one port in a hundred closed is a warning and leaves the answer reachable.',
  references: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-troubleshooting.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html',
  ],
  raCode: 'SUBNET_ACL_RESTRICTION',
  needs: ['networkAcls'],
  onlyOfTrouble: true,
  *check(context) {
    const numbers: NewNumbers = new Map();
    for (const cause of context.causes('network-acl'))
      if (cause.blocker.side === 'nat') yield passageDraft(context, cause, 'the NAT device', numbers);
  },
});
