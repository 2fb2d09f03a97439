import { fails } from '../network/verdict.ts';
import { defineRule, wholeFunction } from './rule.ts';
import { createInterfaceEndpoint } from './shared/endpoint-commands.ts';
import { fixInVpc } from './shared/fix-in-vpc.ts';
import { someOf } from './shared/words.ts';

const lambdaApi = 'lambda';

export default defineRule({
  id: 'durable-function-lambda-api-unreachable',
  severity: 'warning',
  title: 'A durable function cannot reach the Lambda API, to which it reports each step',
  symptom: 'Executions of the durable function hang at their first step and time out.',
  why: 'The SDK for durable executions calls CheckpointDurableExecution and GetDurableExecutionState of the Lambda API from the code of the function, so these calls take the way of the VPC.',
  fix: 'Give the subnets an interface endpoint for Lambda with private DNS, or a route to a NAT gateway.',
  traps:
    'No AWS page says which way these calls take from a VPC; that they take that of the code is inferred, so this is a warning. The finding about the way itself names the root cause. It speaks where the Lambda API was asked about, which is so for every durable function unless detection is off.',
  references: [
    'https://docs.aws.amazon.com/lambda/latest/api/API_CheckpointDurableExecution.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/durable-functions.html',
  ],
  raCode: null,
  needs: [],
  concerns: ({ durable }) => durable === true,
  *check(context) {
    const { name, arn } = context.fn;
    const failing = context.observations.filter((seen) => seen.target === lambdaApi && fails(seen));
    const subnetIds = [...new Set(failing.map(({ subnetId }) => subnetId))];
    if (subnetIds.length === 0) return;
    const evidence = failing.map(({ subnetId, verdict }) => ({ resource: subnetId, note: `lambda: ${verdict}` }));
    const where = { ...wholeFunction(context, 'warning', evidence), subnetIds, targets: [lambdaApi] };
    const vpcId = context.subnets.find(({ id }) => subnetIds.includes(id))?.vpcId ?? '<vpc>';
    yield {
      resource: arn,
      where,
      message: `${name} is a durable function and saves its steps by calls to the Lambda API, which do not all get out of ${someOf(subnetIds)} (inferred from the calls of its SDK): executions hang and time out.`,
      fix: fixInVpc(
        context,
        where,
        'Mend the way to lambda that the finding about it names, or create an interface endpoint for it.',
        createInterfaceEndpoint(context, vpcId, { service: lambdaApi, region: context.region }),
      ),
    };
  },
});
