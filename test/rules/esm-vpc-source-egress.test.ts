import { addInterfaceEndpoint } from '../support/endpoints.ts';
import { addEventSource, addMskSource, mappingId } from '../support/event-sources.ts';
import type { Change, Network } from '../support/network.ts';
import { testRule } from '../support/rule-test.ts';
import { addSubnet, removeDefaultRoutes } from '../support/targets.ts';

const isolated = (n: Network) => {
  addSubnet(n, 'cluster', { cidr: '10.0.60.0/24', beside: 'private-a', rules: 'cluster' });
  return n.subnet('cluster').id;
};
const polledFromThere: Change = (n) => addEventSource(n, { subnetIds: [isolated(n)] });
const resource = () => mappingId;

testRule('esm-vpc-source-egress', {
  passes: {
    'the pollers have the way out of the function': (n) => addEventSource(n),
    'the pollers have a way out and the function has none': (n) => {
      addSubnet(n, 'cluster', { cidr: '10.0.60.0/24', beside: 'private-a', rules: 'cluster' });
      n.addRoute('cluster', '0.0.0.0/0', { ...n.route('private-a').target });
      addEventSource(n, { subnetIds: [n.subnet('cluster').id] });
      removeDefaultRoutes(n);
    },
    'provisioned mode': (n) => addEventSource(n, { subnetIds: [isolated(n)], provisioned: true }),
    'the mapping is being disabled': (n) => addEventSource(n, { subnetIds: [isolated(n)], state: 'Disabling' }),
    'the mapping is being deleted': (n) => addMskSource(n, { state: 'Deleting' }),
    'Kafka with a public address': (n) => addEventSource(n, { subnetIds: [], securityGroupIds: [] }),
  },
  flags: {
    'calls of the pollers do not get out': [
      polledFromThere,
      {
        severity: 'warning',
        message: /self-managed Kafka for orders-api .* from subnet-0cluster, and calls to lambda and sts do not/,
        resource,
        fixCommand: new RegExp(`--uuid ${mappingId} --provisioned-poller-config`),
      },
    ],
    'a secret holds the credentials of the pollers': [
      (n) => addEventSource(n, { subnetIds: [isolated(n)], usesSecret: true }),
      { severity: 'warning', message: /calls to lambda, sts and secretsmanager/, resource },
    ],
    'an endpoint of Lambda and none of STS': [
      (n) => {
        addInterfaceEndpoint(n, 'lambda');
        polledFromThere(n);
      },
      { severity: 'warning', message: /calls to sts do not get out/, resource },
    ],
    'a state that this version does not know is taken for polling': [
      (n) => addEventSource(n, { subnetIds: [isolated(n)], state: 'unknown:Pondering' }),
      { severity: 'warning', message: /lambda and sts/, resource },
    ],
    'the subnet of the pollers is in no list': [
      (n) => addEventSource(n, { subnetIds: ['subnet-0elsewhere'] }),
      { severity: 'note', message: /lambda and sts get out of there was not checked/, resource },
    ],
    'NAT gateways may not be read': [
      (n) => {
        addEventSource(n);
        n.deny('natGateways');
      },
      { severity: 'note', message: /was not checked/, resource },
    ],
    'Amazon DocumentDB is not looked up': [
      (n) =>
        addMskSource(n, {
          kind: 'documentdb',
          sourceArn: 'arn:aws:rds:eu-west-1:123456789012:cluster:orders',
          hasProblem: true,
        }),
      { severity: 'note', message: /Amazon DocumentDB \(arn:aws:rds:.*was not checked/, resource },
    ],
    'of a function that is in no VPC': [
      (n) => {
        addMskSource(n);
        n.function().network = { kind: 'none' };
      },
      { severity: 'note', message: /Amazon MSK/, resource },
    ],
  },
  skipsWithout: { eventSources: polledFromThere },
});
