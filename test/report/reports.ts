import type { FunctionReport, Hop, Report } from '../../src/model/report.ts';
import { finding, hop, ids, internet, inVpc, reportOn, subnet } from './report-parts.ts';

export const groupPasses = hop('security-group-egress', ids.group, 'passes', 'lets tcp 443 out to 0.0.0.0/0');
export const aclPasses = hop('network-acl-egress', ids.acl, 'passes', 'rule 100 lets tcp 443 out to 0.0.0.0/0');
/** Hops that the packet never meets. */
export const behind = (...kinds: readonly Hop['hop'][]): readonly Hop[] =>
  kinds.map((kind) => hop(kind, kind === 'target' ? 'internet' : ids.acl, 'not-reached', ''));

const healthyFunction = (name: string): FunctionReport =>
  inVpc(name, {
    answers: [
      internet('reachable', `${name} reaches the internet from both of its subnets.`, [
        subnet(ids.privateA, 'a', 'reachable', 1),
        subnet(ids.privateB, 'b', 'reachable', 1),
      ]),
    ],
    findings: [
      finding(name, {
        ruleId: 'nat-gateway-cross-az',
        severity: 'note',
        message: `subnet ${ids.privateB} sends its traffic through a NAT gateway in another zone`,
        resource: ids.natA,
        subnetIds: [ids.privateB],
        evidence: [{ resource: ids.routesPrivate, note: `0.0.0.0/0 → ${ids.natA}, in eu-west-1a` }],
        fix: {
          text: 'Create a NAT gateway in eu-west-1b, if the loss of one zone must not stop the function.',
          commands: [],
          actor: 'you',
        },
      }),
    ],
  });

export const healthy = reportOn([healthyFunction('orders-api')]);

const publicHops = [
  groupPasses,
  aclPasses,
  hop('route', ids.routesPublic, 'passes', `sends 0.0.0.0/0 to ${ids.igw}`),
  hop(
    'internet-gateway',
    ids.igw,
    'blocks',
    `${ids.igw} serves only interfaces with a public IPv4 address, and Lambda gives its interfaces none`,
  ),
  ...behind('target', 'network-acl-ingress'),
];

export const publicFunction = inVpc('thumbs', {
  answers: [
    internet(
      'blocked',
      'thumbs cannot reach the internet: both of its subnets are public, and a public subnet gives a Lambda function no way out.',
      [subnet(ids.publicA, 'a', 'blocked', 0, publicHops), subnet(ids.publicB, 'b', 'blocked', 0, publicHops)],
    ),
  ],
  findings: [
    finding('thumbs', {
      ruleId: 'public-subnet-no-nat',
      message: `route table ${ids.routesPublic} sends the function's traffic to an internet gateway, where a Lambda function has no way out`,
      resource: ids.routesPublic,
      destination: '0.0.0.0/0',
      subnetIds: [ids.publicA, ids.publicB],
      evidence: [
        { resource: ids.routesPublic, note: `0.0.0.0/0 → ${ids.igw}` },
        { resource: ids.igw, note: 'Lambda interfaces never get a public IPv4 address' },
      ],
      also: [{ resource: ids.acl, note: 'rule 110 drops replies to tcp 1024-65535' }],
      fix: {
        text: `Move the function to private subnets of this VPC that have a NAT gateway: ${ids.privateA}, ${ids.privateB}.`,
        commands: [
          `aws lambda update-function-configuration --function-name thumbs --vpc-config SubnetIds=${ids.privateA},${ids.privateB},SecurityGroupIds=${ids.group}`,
        ],
        actor: 'you',
      },
    }),
  ],
});

export const publicSubnets = reportOn([publicFunction]);

export const oneOfTwo = reportOn([healthyFunction('orders-api'), publicFunction]);

export const notInVpc = reportOn([
  inVpc('hello', {
    vpcId: null,
    securityGroupIds: [],
    answers: [internet('reachable', 'hello is not attached to a VPC, so it has normal internet access.', [])],
    findings: [
      finding('hello', {
        ruleId: 'not-in-vpc',
        severity: 'note',
        message: 'hello is not attached to a VPC, so it cannot reach private addresses in your VPCs',
        resource: 'arn:aws:lambda:eu-west-1:123456789012:function:hello',
        fix: { text: 'Attach it to a VPC only if it needs a private address there.', commands: [], actor: 'you' },
      }),
    ],
  }),
]);

const unread: Report['unread'] = [
  {
    asked: 'orders-ap',
    message: 'orders-ap does not exist in this Region and account; did you mean orders-api or orders-app',
  },
];

export const notFound = reportOn([], { unread, incomplete: true });
export const oneNotFound = reportOn([publicFunction], { unread, incomplete: true });
