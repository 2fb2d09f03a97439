import { allOf } from '../network/words.ts';
import { defineRule, fixBy, wholeFunction } from './rule.ts';
import { command } from './shared/command.ts';
import { callsFromVpc, evidenceOfPolling, faultyWays, sourceName } from './shared/event-source.ts';
import { someOf } from './shared/words.ts';

export default defineRule({
  id: 'esm-vpc-source-egress',
  severity: 'warning',
  title: 'Lambda polls an event source from subnets without a way to the services that it needs',
  symptom:
    'The function works when it is called, and is never called for records of the cluster. The mapping shows a connection problem.',
  why: 'In on-demand mode Lambda polls Kafka, Amazon MQ and DocumentDB through network interfaces in the subnets of the source. From there the pollers call Lambda to invoke the function, STS to take its role, and Secrets Manager where a secret holds credentials. The subnets of the function have no part in it.',
  fix: 'Give the subnets of the source a route to a NAT gateway, or interface endpoints for Lambda, STS and Secrets Manager; or poll in provisioned mode, which needs neither.',
  traps:
    'Provisioned mode needs no way out, and mappings that are disabled do not poll. Of self-managed Kafka the mapping names the subnets; of MSK, Amazon MQ and DocumentDB only the cluster does, which is not read, so that a note says that they were not checked. A cluster with a public address needs no VPC. Whether the pollers reach the cluster itself is not looked into.',
  references: [
    'https://docs.aws.amazon.com/lambda/latest/dg/with-msk-cluster-network.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/with-kafka-cluster-network.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/process-messages-with-lambda.html',
  ],
  raCode: null,
  needs: [],
  reads: ['eventSources'],
  concerns: ({ eventSources }) => eventSources?.status === 'known' && eventSources.value.some(callsFromVpc),
  *check(context) {
    const { name, eventSources } = context.configuration();
    if (eventSources?.status !== 'known') return;
    for (const source of eventSources.value.filter(callsFromVpc)) {
      const ways = context.pollerWays().filter(({ eventSourceId }) => eventSourceId === source.id);
      const faulty = faultyWays(ways);
      if (ways.length > 0 && faulty.length === 0) continue;
      const isProven = faulty.some(({ verdict }) => verdict !== 'unknown');
      const services = allOf([...new Set(faulty.map(({ service }) => service))]) || 'lambda and sts';
      const from = someOf([...new Set(faulty.map(({ subnetId }) => subnetId))]);
      const polls = `Lambda polls ${sourceName(source)} for ${name} by the mapping ${source.id}`;
      const place = wholeFunction(context, isProven ? 'warning' : 'note', evidenceOfPolling(source, faulty));
      yield {
        resource: source.id,
        // Its subnets are not those of the function.
        where: { ...place, subnetIds: [] },
        message: isProven
          ? `${polls} from ${from}, and calls to ${services} do not get out of there: records wait, whatever the function itself reaches.`
          : `${polls} from the subnets of the source and not from those of the function: whether calls to ${services} get out of there was not checked.`,
        fix: isProven
          ? fixBy(
              `Give these subnets a route to a NAT gateway, or interface endpoints for ${services}; or poll in provisioned mode, which needs neither and is billed by itself.`,
              command`aws lambda update-event-source-mapping --uuid ${source.id} --provisioned-poller-config MinimumPollers=1`,
            )
          : fixBy(
              'Look at the subnets of the source: in on-demand mode they need a route to a NAT gateway, or interface endpoints for the services that the pollers call.',
            ),
      };
    }
  },
});
