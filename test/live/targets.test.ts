import { describe, expect, it } from 'vitest';
import { addInterfaceEndpoint, deleteS3Endpoint, dissociateFromS3, withEndpoint } from '../support/endpoints.ts';
import { type Change, healthy, network } from '../support/network.ts';
import { addPrefixList, addTransitGateway, sendAll } from '../support/resources.ts';
import { privateSubnets } from '../support/targets.ts';
import { documentOf, live } from './live-run.ts';

const secretsManager: Change = (n) => {
  addInterfaceEndpoint(n, 'secretsmanager');
  for (const table of privateSubnets) n.removeRoute(table);
};

const attach =
  (change: Change, ...subnets: string[]): Change =>
  (n) => {
    const transitGateway = addTransitGateway(n, ...subnets);
    for (const table of privateSubnets) n.addRoute(table, '10.2.0.0/16', transitGateway);
    change(n);
  };

/** The default routes lead to the addresses of a prefix list alone. */
const byPrefixList: Change = (n) => {
  const list = addPrefixList(n, 'partners', ['198.41.0.0/24']);
  for (const table of privateSubnets) {
    const { target } = n.route(table);
    n.removeRoute(table);
    n.addRoute(table, list, target);
  }
};

const nothing: Change = () => undefined;

/** What is asked, in which network, and what a pipeline sees: the verdict, the rules that speak as errors, the exit code. */
const cases: readonly (readonly [string, string, Change | null, string, readonly string[], number])[] = [
  ['S3 through its gateway endpoint', 's3', null, 'reachable', [], 0],
  [
    'S3 without a way in one zone, whose table the gateway endpoint does not serve',
    's3',
    (n) => {
      dissociateFromS3(n, 'private-a');
      n.removeRoute('private-a');
    },
    'partial',
    ['gateway-endpoint-not-associated'],
    1,
  ],
  [
    'S3 without an endpoint and without a NAT gateway',
    's3',
    (n) => {
      deleteS3Endpoint(n);
      for (const table of privateSubnets) n.removeRoute(table);
    },
    'blocked',
    ['aws-service-unreachable'],
    1,
  ],
  ['Secrets Manager through an interface endpoint alone', 'secretsmanager', secretsManager, 'reachable', [], 0],
  [
    'Secrets Manager through an interface endpoint whose group lets nobody in',
    'secretsmanager',
    withEndpoint('secretsmanager', (n) => {
      n.securityGroup('endpoints').ingress = [];
    }),
    'blocked',
    ['interface-endpoint-sg-blocks-function'],
    1,
  ],
  [
    'Secrets Manager with an endpoint that was rejected and no other way',
    'secretsmanager',
    withEndpoint('secretsmanager', (n, endpoint) => {
      endpoint.state = 'rejected';
      for (const table of privateSubnets) n.removeRoute(table);
    }),
    'blocked',
    ['endpoint-not-available'],
    1,
  ],
  [
    "an address that only a prefix list of the account's own leads to its NAT gateways",
    '198.41.0.4:53',
    byPrefixList,
    'reachable',
    [],
    0,
  ],
  [
    'an address that the prefix list of the only route does not have',
    '198.41.1.4:53',
    byPrefixList,
    'blocked',
    ['no-internet-route'],
    1,
  ],
  [
    'a network behind a transit gateway that is attached in every zone',
    '10.2.0.7:5432',
    attach(nothing, ...privateSubnets),
    'unknown',
    [],
    3,
  ],
  [
    'a network behind a transit gateway that is not attached in one zone',
    '10.2.0.7:5432',
    attach(nothing, 'private-a', 'private-b'),
    'partial',
    ['tgw-attachment-az-gap'],
    1,
  ],
  [
    'a network behind a transit gateway whose owner has not accepted the attachment',
    '10.2.0.7:5432',
    attach(
      (n) => {
        for (const attachment of n.all.transitGatewayVpcAttachments) attachment.state = 'pendingAcceptance';
      },
      ...privateSubnets,
    ),
    'blocked',
    ['tgw-attachment-az-gap'],
    1,
  ],
  [
    'the internet behind a transit gateway that is attached in one zone',
    'internet',
    (n) => sendAll(n, addTransitGateway(n, 'private-a')),
    'partial',
    ['tgw-attachment-az-gap'],
    1,
  ],
];

describe.concurrent('a target, read from AWS', () => {
  it.each(cases)('%s', async (_, target, change, verdict, errors, exitCode) => {
    const account = change === null ? healthy : network(change);
    const run = await live(account, ['orders-api', '--no-detect', '--to', target, '--format', 'json']);
    const [report] = documentOf(run).functions;
    const spoken = report?.findings.filter(({ severity }) => severity === 'error').map(({ ruleId }) => ruleId);
    expect({ verdict: report?.answers[0]?.verdict, errors: [...new Set(spoken)], exitCode: run.exitCode }).toEqual({
      verdict,
      errors,
      exitCode,
    });
  });
});
