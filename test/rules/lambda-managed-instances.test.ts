import { moveToProvider, onProvider, providerArn } from '../support/capacity-provider.ts';
import { testRule } from '../support/rule-test.ts';

const resource = (): string => providerArn;

testRule('lambda-managed-instances', {
  passes: {
    'a function that is not in a VPC': (n) => {
      n.function().network = { kind: 'none' };
    },
  },
  flags: {
    'a function on a capacity provider': [
      moveToProvider,
      {
        severity: 'note',
        resource,
        message: /^orders-api runs on instances of capacity provider arn:\S+:orders: what it calls, its logs/,
        commands: () => ['lambda-net-doctor orders-api --to internet --to logs --to xray'],
      },
    ],
    'one whose capacity provider may not be read': [
      onProvider((n) => n.deny('capacityProviders')),
      { severity: 'note', resource, message: /network of the provider/ },
    ],
  },
});
