import { GetCapacityProviderCommand, type CapacityProvider as RawProvider } from '@aws-sdk/client-lambda';
import { SecurityGroupId, SubnetId } from '../model/ids.ts';
import { type CapacityProvider, CapacityProviderNetwork } from '../model/kinds/capacity-providers.ts';
import { certain, ids, optionalWord, setOf } from './answer.ts';
import type { Aws } from './aws.ts';
import { defineNamedCollector } from './collector.ts';
import { attempted } from './function-read.ts';
import { unlessGone } from './unless-gone.ts';

const action = 'lambda:GetCapacityProvider';

export const fromAws = ({ State, VpcConfig }: Pick<RawProvider, 'State' | 'VpcConfig'>): CapacityProviderNetwork => ({
  state: optionalWord(CapacityProviderNetwork.shape.state.unwrap(), State),
  subnetIds: ids(SubnetId, setOf(VpcConfig?.SubnetIds)),
  securityGroupIds: ids(SecurityGroupId, VpcConfig?.SecurityGroupIds),
});

/** `orders` of `arn:aws:lambda:eu-west-1:123456789012:capacity-provider:orders`. */
const nameIn = (arn: string): string => arn.split(':').at(-1) ?? arn;

const networkOf = async (aws: Aws, arn: string): Promise<CapacityProviderNetwork> => {
  const command = new GetCapacityProviderCommand({ CapacityProviderName: nameIn(arn) });
  return fromAws(certain((await aws.lambda.send(command, aws.options)).CapacityProvider));
};

/** Nothing where there is no such capacity provider. */
const providerOf = async (aws: Aws, arn: string): Promise<readonly CapacityProvider[]> => {
  const network = await attempted(action, unlessGone(networkOf(aws, arn)));
  if (network.status === 'unavailable') return [{ id: arn, network }];
  return network.value === null ? [] : [{ id: arn, network: { status: 'known', value: network.value } }];
};

export default defineNamedCollector({
  kind: 'capacityProviders',
  actions: [action],
  scope: 'named',
  async collect(aws, functions) {
    const arns = functions.flatMap(({ network }) =>
      network.kind === 'capacity-provider' && network.capacityProviderArn !== '' ? [network.capacityProviderArn] : [],
    );
    return (await Promise.all([...new Set(arns)].sort().map((arn) => providerOf(aws, arn)))).flat();
  },
});
