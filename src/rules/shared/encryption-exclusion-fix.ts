import type { EncryptionExclusion, Enforcement } from '../../network/encryption-exclusions.ts';
import { command } from './command.ts';

export const describeControl = (vpcId: string): string =>
  command`aws ec2 describe-vpc-encryption-controls --filters Name=vpc-id,Values=${vpcId}`;

const flags: Readonly<Record<EncryptionExclusion, string>> = {
  lambda: '--lambda-exclusion enable',
  natGateway: '--nat-gateway-exclusion enable',
  internetGateway: '--internet-gateway-exclusion enable',
  egressOnlyInternetGateway: '--egress-only-internet-gateway-exclusion enable',
};

/** Excludes what is not excluded yet. https://docs.aws.amazon.com/cli/latest/reference/ec2/modify-vpc-encryption-control.html */
export const excludeCommand = ({ mode, gaps }: Enforcement): string =>
  [
    command`aws ec2 modify-vpc-encryption-control --vpc-encryption-control-id ${'<encryption control>'} --mode ${mode}`,
    ...gaps.map(({ exclusion }) => flags[exclusion]),
  ].join(' ');
