import type { Change, Network } from '../support/network.ts';
import { addNatInstance, shareVpc } from '../support/resources.ts';
import { testRule, toInternet } from '../support/rule-test.ts';

/** The account's mode, which every subnet shows as its effect; the function has one subnet, so that one NAT is met. */
const setMode = (n: Network, mode: 'block-bidirectional' | 'block-ingress'): void => {
  for (const options of n.all.vpcBlockPublicAccessOptions) {
    options.mode = mode;
    options.state = 'update-complete';
  }
  for (const subnet of n.all.subnets) subnet.internetGatewayBlockMode = mode;
  n.network().subnetIds = [n.subnet('private-a').id];
};
const bidirectional: Change = (n) => setMode(n, 'block-bidirectional');
const resource = (n: Network): string => n.subnet('public-a').id;

testRule('bpa-blocks-egress', {
  passes: {
    'a change in progress beside a subnet without IPv4, which is open for that reason': (n) => {
      for (const options of n.all.vpcBlockPublicAccessOptions) options.state = 'update-in-progress';
      n.network().subnetIds = [n.subnet('private-a').id];
      n.subnet('private-a').cidr = null;
    },
    'block-ingress in front of NAT gateways': (n) => setMode(n, 'block-ingress'),
    'block-bidirectional in the subnet of the function only': (n) => {
      bidirectional(n);
      n.subnet('public-a').internetGatewayBlockMode = 'off';
    },
    "block-bidirectional with the NAT gateway's subnet excluded": (n) => {
      bidirectional(n);
      n.subnet('public-a').internetGatewayBlockMode = 'block-ingress';
      n.all.vpcBlockPublicAccessExclusions.push({
        id: 'vpcbpa-exclude-0a1b2c3d4e5f60718',
        mode: 'allow-egress',
        resourceArn: `arn:aws:ec2:eu-west-1:123456789012:subnet/${n.subnet('public-a').id}`,
        state: 'create-complete',
      });
    },
  },
  flags: {
    "block-bidirectional in a NAT gateway's subnet": [
      bidirectional,
      {
        severity: 'error',
        message: /block-bidirectional/,
        resource,
        fixCommand:
          /^aws ec2 create-vpc-block-public-access-exclusion --subnet-id subnet-\w+ --internet-gateway-exclusion-mode allow-egress$/,
      },
    ],
    "block-ingress in a NAT instance's subnet": [
      (n) => {
        addNatInstance(n);
        setMode(n, 'block-ingress');
      },
      {
        severity: 'error',
        message: /block-ingress/,
        resource,
        fixCommand: /--internet-gateway-exclusion-mode allow-bidirectional$/,
      },
    ],
    'block-ingress in front of a NAT instance is inferred, and says so': [
      (n) => {
        addNatInstance(n);
        setMode(n, 'block-ingress');
      },
      { severity: 'error', message: /NAT instance.*inferred from/, resource, fixText: /NAT gateway/ },
    ],
    'a declarative policy that allows no exclusions: no command helps': [
      (n) => {
        bidirectional(n);
        for (const options of n.all.vpcBlockPublicAccessOptions) {
          options.managedBy = 'declarative-policy';
          options.exclusionsAllowed = 'not-allowed';
        }
      },
      {
        severity: 'error',
        message: /block-bidirectional/,
        resource,
        actor: 'organisation',
        commands: () => [],
        fixText: /declarative policy/,
      },
    ],
    'a declarative policy that allows exclusions': [
      (n) => {
        bidirectional(n);
        for (const options of n.all.vpcBlockPublicAccessOptions) options.managedBy = 'declarative-policy';
      },
      { severity: 'error', message: /block-bidirectional/, resource, fixCommand: /allow-egress$/ },
    ],
    'a subnet of another account, which sets the mode': [
      (n) => {
        bidirectional(n);
        shareVpc(n);
      },
      { severity: 'error', message: /block-bidirectional/, resource, actor: 'owner-account' },
    ],
    'a change of the mode that is still in progress': [
      (n) => {
        bidirectional(n);
        for (const options of n.all.vpcBlockPublicAccessOptions) options.state = 'update-in-progress';
      },
      {
        severity: 'warning',
        message: /being changed.*block-bidirectional/,
        resource,
        question: toInternet,
        fixCommand: /^aws ec2 describe-vpc-block-public-access-options$/,
      },
    ],
  },
  skips: {
    subnets: bidirectional,
    vpcBlockPublicAccessOptions: bidirectional,
    vpcBlockPublicAccessExclusions: bidirectional,
  },
});
