import { deleteS3Endpoint, dissociateFromS3, s3Endpoint } from '../support/endpoints.ts';
import type { Change } from '../support/network.ts';
import { asking, testRule } from '../support/rule-test.ts';
import { privateSubnets, removeDefaultRoutes } from '../support/targets.ts';

const noneAssociated: Change = (n) => {
  for (const table of privateSubnets) dissociateFromS3(n, table);
  removeDefaultRoutes(n);
};
const resource = (n: Parameters<Change>[0]): string => s3Endpoint(n).id;

testRule('gateway-endpoint-not-associated', {
  asks: [asking('s3')],
  passes: {
    'every table is associated': removeDefaultRoutes,
    'there is no gateway endpoint': deleteS3Endpoint,
    'the endpoint is pending': (n) => {
      s3Endpoint(n).state = 'pending';
    },
    'a table that is not the function’s': (n) => {
      n.removeRoute('public');
    },
  },
  flags: {
    'no table is associated, and there is no other way': [
      noneAssociated,
      {
        severity: 'error',
        resource,
        message:
          /^Gateway endpoint vpce-\w+ for s3 is not associated with rtb-\w+, rtb-\w+ and rtb-\w+, and nothing else/,
        commands: (n) => [
          `aws ec2 modify-vpc-endpoint --vpc-endpoint-id ${s3Endpoint(n).id} --add-route-table-ids ${privateSubnets.map((name) => n.routeTable(name).id).join(' ')}`,
        ],
      },
    ],
    'one table goes through its NAT gateway': [
      (n) => dissociateFromS3(n, 'private-a'),
      {
        severity: 'warning',
        resource,
        message: /is not associated with rtb-\w+: packets from subnet-\w+ take the NAT gateway, which costs per GB\.$/,
        fixText: /free/,
      },
    ],
    'the subnet has left the associated table for the main one': [
      (n) => n.disassociate('private-a'),
      { severity: 'error', resource, message: /is not associated with rtb-\w+, and nothing else leads there/ },
    ],
  },
  skips: { routeTables: noneAssociated, vpcEndpoints: noneAssociated, vpcs: noneAssociated },
});
