import type { Witness } from '../../src/model/report.ts';
import { finding, hop, ids, internet, inVpc, reportOn, subnet } from './report-parts.ts';
import { aclPasses, behind, groupPasses } from './reports.ts';

const blackholeFunction = inVpc('invoice-worker', {
  answers: [
    internet(
      'partial',
      'invoice-worker reaches the internet from 2 of its 3 subnets; in the third every connection times out.',
      [
        subnet(ids.privateA, 'a', 'reachable', 1),
        subnet(ids.privateB, 'b', 'reachable', 1),
        subnet(ids.privateC, 'c', 'blocked', 0, [
          groupPasses,
          aclPasses,
          hop(
            'route',
            ids.routesPrivateC,
            'blocks',
            `${ids.routesPrivateC} has 0.0.0.0/0 → ${ids.natC} in state blackhole`,
          ),
          ...behind('nat-gateway', 'internet-gateway', 'target', 'network-acl-ingress'),
        ]),
      ],
    ),
  ],
  findings: [
    finding('invoice-worker', {
      ruleId: 'blackhole-route',
      message: `route table ${ids.routesPrivateC} sends 0.0.0.0/0 to ${ids.natC}, which no longer exists`,
      resource: ids.routesPrivateC,
      destination: '0.0.0.0/0',
      subnetIds: [ids.privateC],
      evidence: [{ resource: ids.routesPrivateC, note: `0.0.0.0/0 → ${ids.natC}, state blackhole` }],
      fix: {
        text: `Point the route at a NAT gateway that exists, such as ${ids.natA}.`,
        commands: [
          `aws ec2 replace-route --route-table-id ${ids.routesPrivateC} --destination-cidr-block 0.0.0.0/0 --nat-gateway-id ${ids.natA}`,
        ],
        actor: 'you',
      },
    }),
    finding('invoice-worker', {
      ruleId: 'inconsistent-subnet-egress',
      severity: 'warning',
      message: '1 subnet of 3 is cut off from the internet, so failures come and go',
      resource: 'arn:aws:lambda:eu-west-1:123456789012:function:invoice-worker',
      subnetIds: [ids.privateC],
      evidence: [
        { resource: ids.privateA, note: 'reaches the internet' },
        { resource: ids.privateB, note: 'reaches the internet' },
        { resource: ids.privateC, note: 'does not' },
      ],
      fix: { text: 'Give every subnet of the function an equivalent route.', commands: [], actor: 'you' },
    }),
  ],
});

export const oneBlackhole = reportOn([blackholeFunction]);

/** 28,232 of 64,512 reply ports: 32768 to 60999. */
const halfOfThePorts = 28_232 / 64_512;
const halfHops = [
  groupPasses,
  aclPasses,
  hop('route', ids.routesPrivate, 'passes', `sends 0.0.0.0/0 to ${ids.natA}`),
  hop('nat-gateway', ids.natA, 'passes', 'available in public-a, with the public address 52.18.1.20'),
  hop('internet-gateway', ids.igw, 'passes', 'attached'),
  hop('target', 'internet', 'passes', 'the reply comes back to the port from which it was asked'),
  hop(
    'network-acl-ingress',
    ids.acl,
    'partial',
    'rule 120 lets tcp 32768-60999 in; rule * drops tcp 1024-32767 and 61000-65535',
  ),
];

const halfWitnesses = (from: string): readonly Witness[] => {
  const connection = { from, natPort: 1024, to: '1.0.0.0', toPort: 443 };
  return [
    { ...connection, outcome: 'works', fromPort: 32_768, stoppedBy: null },
    { ...connection, outcome: 'fails', fromPort: 1024, stoppedBy: ids.acl },
  ];
};

export const halfOfTheReplies = reportOn([
  inVpc('geo-lookup', {
    answers: [
      internet(
        'partial',
        'geo-lookup reaches the internet only sometimes: replies to more than half of its ports are dropped on the way back in.',
        [
          subnet(ids.privateA, 'a', 'partial', halfOfThePorts, halfHops, halfWitnesses('10.4.1.4')),
          subnet(ids.privateB, 'b', 'partial', halfOfThePorts, halfHops, halfWitnesses('10.4.2.4')),
        ],
        [
          {
            cidrs: [
              '52.1.0.0/16',
              '52.2.0.0/16',
              '52.3.0.0/16',
              '52.4.0.0/16',
              '52.5.0.0/16',
              '52.6.0.0/16',
              '52.7.0.0/16',
            ],
            verdict: 'blocked',
            because: `route table ${ids.routesPrivate} sends them to a blackhole.`,
          },
        ],
      ),
    ],
    findings: [
      finding('geo-lookup', {
        ruleId: 'nacl-blocks-return-traffic',
        message: `network ACL ${ids.acl} drops the replies to 36,280 of the 64,512 ports that a function may use`,
        resource: ids.acl,
        subnetIds: [ids.privateA, ids.privateB],
        evidence: [
          { resource: ids.acl, note: 'in 120 allow tcp 32768-60999 from 0.0.0.0/0' },
          { resource: ids.acl, note: 'in * deny all' },
        ],
        fix: {
          text: 'Let the replies in on all ports from 1024 to 65535; a network ACL keeps no memory of a connection.',
          commands: [
            `aws ec2 create-network-acl-entry --network-acl-id ${ids.acl} --ingress --rule-number 110 --protocol tcp --port-range From=1024,To=65535 --cidr-block 0.0.0.0/0 --rule-action allow`,
          ],
          actor: 'owner-account',
        },
      }),
    ],
  }),
]);

const deniedHops = [
  groupPasses,
  aclPasses,
  hop('route', ids.routesPrivate, 'passes', `sends 0.0.0.0/0 to ${ids.natA}`),
  hop('nat-gateway', ids.natA, 'unknown', 'ec2:DescribeNatGateways was denied: its state and its subnet are not known'),
  ...behind('internet-gateway', 'target', 'network-acl-ingress'),
];

export const natGatewaysDenied = reportOn(
  [
    inVpc('orders-api', {
      answers: [
        internet(
          'unknown',
          'It cannot be told whether orders-api reaches the internet: ec2:DescribeNatGateways was denied.',
          [
            subnet(ids.privateA, 'a', 'unknown', null, deniedHops),
            subnet(ids.privateB, 'b', 'unknown', null, deniedHops),
          ],
        ),
      ],
      findings: [
        finding('orders-api', {
          ruleId: 'missing-permission',
          severity: 'warning',
          message: 'ec2:DescribeNatGateways was denied, so the way to the internet cannot be judged',
          resource: 'ec2:DescribeNatGateways',
          subnetIds: [ids.privateA, ids.privateB],
          evidence: [{ resource: 'ec2:DescribeNatGateways', note: 'no identity-based policy allows it' }],
          fix: {
            text: 'Allow ec2:DescribeNatGateways to the role that runs this program.',
            commands: [],
            actor: 'you',
          },
        }),
      ],
      skipped: [
        { ruleId: 'nat-gateway-not-available', missing: ['natGateways'] },
        { ruleId: 'nat-gateway-cross-az', missing: ['natGateways'] },
      ],
    }),
  ],
  {
    incomplete: true,
    document: {
      unavailable: [
        { action: 'ec2:DescribeNatGateways', reason: 'access denied: no identity-based policy allows it' },
        { action: 'ec2:DescribeVpcBlockPublicAccessOptions', reason: 'unsupported by this endpoint' },
      ],
    },
  },
);
