import type { Random } from './random.ts';
import { account, type Lists, vpcId } from './resources.ts';
import { type Twist, twist } from './twist.ts';

const mode = (random: Random) =>
  random.pick([
    'off',
    'block-bidirectional',
    'block-bidirectional',
    'block-ingress',
    'block-ingress',
    null,
    'unknown:block-all',
  ] as const);

const publicAccess = (n: Lists, random: Random): void => {
  const options = n.vpcBlockPublicAccessOptions[0];
  if (options === undefined) return;
  options.mode = random.pick(['off', 'block-bidirectional', 'block-ingress'] as const);
  options.state = random.chance(0.1) ? 'update-in-progress' : 'update-complete';
  for (const vpc of n.vpcs) vpc.internetGatewayBlockMode = random.chance(0.7) ? options.mode : mode(random);
  for (const subnet of n.subnets) subnet.internetGatewayBlockMode = random.chance(0.7) ? options.mode : mode(random);
  if (random.chance(0.3))
    n.vpcBlockPublicAccessExclusions.push({
      id: 'vpcbpa-exclude-1',
      mode: random.pick(['allow-bidirectional', 'allow-egress'] as const),
      resourceArn: `arn:aws:ec2:eu-west-1:${account}:${random.pick([`vpc/${vpcId}`, 'subnet/subnet-na', 'subnet/subnet-nb', 'subnet/subnet-fa'])}`,
      state: random.pick([
        'create-complete',
        'create-complete',
        'update-complete',
        'create-in-progress',
        'delete-in-progress',
        'delete-complete',
        'disable-complete',
        'update-failed',
      ] as const),
    });
};

export const publicAccessTwists: readonly Twist[] = [twist(4, publicAccess)];
