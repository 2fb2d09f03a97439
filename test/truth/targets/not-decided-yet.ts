import { addInterfaceEndpoint } from '../../support/endpoints.ts';
import { pages } from '../pages.ts';
import { allThree, type TruthRow } from '../row.ts';
import { readMattersNot } from './outcomes.ts';

/**
 * Networks about which AWS's pages say more than the engine decides yet: its answer may be unknown, and is never another
 * one than the row's.
 */
export const notDecidedYet: readonly TruthRow[] = [
  {
    name: "interfaces may not be read, and the endpoint itself names its subnets and its group, which lets the function's VPC in",
    change: (n) => {
      addInterfaceEndpoint(n, 'secretsmanager');
      n.deny('networkInterfaces');
    },
    target: 'secretsmanager',
    ...allThree('reachable'),
    speaks: readMattersNot,
    silent: ['aws-service-unreachable', 'no-internet-route', 'path-blocked', 'endpoint-not-available'],
    page: pages.interfaceEndpoints,
  },
  {
    name: 'interfaces may not be read, and the endpoint itself names its group, which lets nothing in',
    change: (n) => {
      addInterfaceEndpoint(n, 'secretsmanager');
      n.securityGroup('endpoints').ingress = [];
      n.deny('networkInterfaces');
    },
    target: 'secretsmanager',
    ...allThree('blocked'),
    speaks: { 'interface-endpoint-sg-blocks-function': 'error', ...readMattersNot },
    silent: ['aws-service-unreachable', 'no-internet-route', 'path-blocked', 'endpoint-not-available'],
    page: pages.interfaceEndpoints,
  },
];
