import type { VpcBlockPublicAccessOptions } from '../../model/kinds/vpc-block-public-access-options.ts';
import type { Fix } from '../../model/report.ts';
import type { BlockerOf } from '../../network/blocker.ts';
import type { RuleContext } from '../rule.ts';
import { command } from './command.ts';

/** What VPC Block Public Access is set to in the caller's account, if it was read. */
export const blockPublicAccessOptions = ({
  hints,
}: Pick<RuleContext, 'hints'>): VpcBlockPublicAccessOptions | undefined => {
  const section = hints.snapshot.sections.vpcBlockPublicAccessOptions;
  return section.status === 'collected' ? section.items[0] : undefined;
};

/** For these ways out an exclusion for egress is enough. */
const outboundOnly: readonly string[] = ['nat-gateway', 'egress-only-internet-gateway'];

/**
 * Excludes a subnet: for egress only where a NAT gateway or an egress-only internet gateway is used, else in both directions. Nobody in
 * the account can, where a declarative policy allows no exclusions.
 * https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa-basics.html
 */
export const exclusionFix = (
  context: Pick<RuleContext, 'hints'>,
  { subnetId, managedBy, via }: BlockerOf<'block-public-access'>,
): Fix => {
  if (managedBy === 'declarative-policy' && blockPublicAccessOptions(context)?.exclusionsAllowed === 'not-allowed') {
    const text = 'A declarative policy of the organisation sets the mode and allows no exclusions: only it can change.';
    return { text, commands: [], actor: 'organisation' };
  }
  const mode = outboundOnly.includes(via) ? 'allow-egress' : 'allow-bidirectional';
  const instead = via === 'nat-instance' ? ' Or use a NAT gateway, for which an exclusion for egress is enough.' : '';
  return {
    text: `Exclude ${subnetId} from it, ${mode === 'allow-egress' ? 'for egress only' : 'in both directions'}; the rest of the VPC stays shut.${instead}`,
    commands: [
      command`aws ec2 create-vpc-block-public-access-exclusion --subnet-id ${subnetId} --internet-gateway-exclusion-mode ${mode}`,
    ],
    actor: managedBy === 'owner-account' ? 'owner-account' : 'you',
  };
};
