import type { Change } from '../support/network.ts';
import { asking, testRule } from '../support/rule-test.ts';
import { removeDefaultRoutes } from '../support/targets.ts';

const durable: Change = (n) => {
  n.function().durable = true;
};
const question = asking('lambda');

testRule('durable-function-lambda-api-unreachable', {
  asks: [question],
  passes: {
    'the Lambda API is reached': durable,
    'the function is not durable': removeDefaultRoutes,
    'it cannot be told': (n) => {
      durable(n);
      n.deny('natGateways');
    },
  },
  flags: {
    'no subnet reaches the Lambda API': [
      (n) => {
        durable(n);
        removeDefaultRoutes(n);
      },
      {
        severity: 'warning',
        message: /^orders-api is a durable function .*inferred/,
        resource: (n) => n.function().arn,
        fixCommand: /create-vpc-endpoint .*com\.amazonaws\.eu-west-1\.lambda/,
      },
    ],
    'one subnet does not': [
      (n) => {
        durable(n);
        n.removeRoute('private-b');
      },
      { severity: 'warning', message: /durable/, resource: (n) => n.function().arn },
    ],
  },
});
