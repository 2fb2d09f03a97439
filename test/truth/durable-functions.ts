import { removeDefaultRoutes } from '../support/targets.ts';
import { pages } from './pages.ts';
import { allThree, firstOnly, type TruthRow } from './row.ts';

const page = pages.checkpointDurableExecution;
const target = 'lambda';
const rule = 'durable-function-lambda-api-unreachable';
const inferred = 'the SDK runs within the function, so its calls take the way of the function';

/** The code of a durable function calls the Lambda API at each step. */
export const durableFunctions: readonly TruthRow[] = [
  {
    name: 'a durable function without a way to the Lambda API',
    change: (n) => {
      removeDefaultRoutes(n);
      n.function().durable = true;
    },
    target,
    asked: 'detected',
    ...allThree('blocked'),
    speaks: { [rule]: 'warning', 'aws-service-unreachable': 'warning' },
    silent: ['path-blocked', 'inconsistent-subnet-egress'],
    page,
    inferred,
  },
  {
    name: 'a durable function that reaches the Lambda API from two subnets of three',
    change: (n) => {
      n.removeRoute('private-a');
      n.function().durable = true;
    },
    target,
    asked: 'detected',
    ...firstOnly('blocked'),
    speaks: { [rule]: 'warning', 'aws-service-unreachable': 'warning', 'inconsistent-subnet-egress': 'warning' },
    silent: ['path-blocked'],
    page,
    inferred,
  },
  {
    name: 'a durable function that reaches the Lambda API',
    change: (n) => {
      n.function().durable = true;
    },
    target,
    asked: 'detected',
    ...allThree('reachable'),
    speaks: {},
    silent: [rule],
    page,
  },
  {
    name: 'the Lambda API is out of reach of a function that is not durable',
    change: removeDefaultRoutes,
    target,
    asked: 'to',
    ...allThree('blocked'),
    speaks: { 'aws-service-unreachable': 'error' },
    silent: [rule],
    page,
  },
  {
    name: 'NAT gateways of a durable function may not be read: its way to the Lambda API is not known',
    change: (n) => {
      n.deny('natGateways');
      n.function().durable = true;
    },
    target,
    asked: 'detected',
    ...allThree('unknown'),
    speaks: { 'missing-permission': 'warning' },
    silent: [rule],
    page,
  },
];
