import type { Fix } from '../../model/report.ts';
import { command } from './command.ts';
import type { OneWayFirewall } from './firewall-return.ts';

/** The replies have to take the way of the requests: back to the endpoint, or past it like them. */
export const firewallReturnChange = (way: OneWayFirewall): Pick<Fix, 'text' | 'commands'> => {
  const { endpointId, tableId, destination, outwards, natSubnet, internetGatewayId: gatewayId, hasRoute } = way;
  const table = tableId ?? '<new route table>';
  if (!outwards)
    return {
      text: `Send 0.0.0.0/0 of ${natSubnet.id} to ${endpointId} as well, or take the route for ${destination} out of ${table}.`,
      commands: [command`aws ec2 delete-route --route-table-id ${table} --destination-cidr-block ${destination}`],
    };
  const edgeTable = [
    command`aws ec2 create-route-table --vpc-id ${natSubnet.vpcId}`,
    command`aws ec2 associate-route-table --route-table-id ${table} --gateway-id ${gatewayId ?? '<internet gateway>'}`,
  ];
  return {
    text: `Send ${destination} ${tableId === null ? `in a route table of ${gatewayId}` : `of ${tableId}`} back to ${endpointId}.`,
    commands: [
      ...(tableId === null ? edgeTable : []),
      command`aws ec2 ${hasRoute ? 'replace-route' : 'create-route'} --route-table-id ${table} --destination-cidr-block ${destination} --vpc-endpoint-id ${endpointId}`,
    ],
  };
};
