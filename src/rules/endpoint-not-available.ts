import { lookup } from '../network/world.ts';
import { defineRule } from './rule.ts';
import { stoppedPlaces } from './shared/asked.ts';
import { endpointStateText, endpointText, mendEndpoint, stateCommand } from './shared/endpoint-state.ts';
import { fixInVpc } from './shared/fix-in-vpc.ts';
import { deleteRouteCommand } from './shared/route-command.ts';
import { ownRoutesTo } from './shared/route-places.ts';
import { unservedServices, withFault } from './shared/service-fault.ts';

export default defineRule({
  id: 'endpoint-not-available',
  severity: 'error',
  title: 'The endpoint of the service is not available',
  symptom: 'Calls to an AWS service time out although the VPC lists an endpoint for it.',
  why: 'An endpoint carries packets only in state available. While it waits for acceptance, or after it was rejected, failed or expired, the name of the service gives public addresses.',
  fix: 'Let the owner of the service accept the endpoint, or create it anew after looking up why it failed.',
  traps:
    'An endpoint that is pending or being deleted leaves the answer unknown, and this is a warning. One that is deleted and still listed does not matter as long as a NAT gateway leads to the service.',
  references: [
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcEndpoint.html',
    'https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html',
  ],
  raCode: null,
  needs: ['routeTables', 'vpcEndpoints', 'vpcs'],
  onlyOfTrouble: true,
  *check(context) {
    for (const { cause, endpoint, service } of withFault(unservedServices(context), 'not-available'))
      yield {
        resource: endpoint.id,
        where: cause,
        message: `${endpointText(endpoint)} is ${endpointStateText(endpoint)}, and nothing else leads to ${service.service}: calls time out.`,
        fix: fixInVpc(context, cause, mendEndpoint(endpoint), [stateCommand(endpoint)]),
      };
    for (const cause of context.causes('vpc-endpoint-missing')) {
      const { vpcEndpointId: id, routeTableId, destination, state } = cause.blocker;
      if (!destination.startsWith('pl-')) continue;
      const found = lookup(context.world.vpcEndpoints, id);
      const seen = found.status === 'found' ? endpointStateText(found.item) : state;
      yield {
        resource: id,
        where: cause,
        message: `Endpoint ${id}, to which ${routeTableId} sends ${destination}, ${state === 'missing' ? 'does not exist any more' : `is ${seen}`}: packets to ${stoppedPlaces(context, cause)} are dropped.`,
        fix: fixInVpc(
          context,
          cause,
          `Delete the routes to ${id}, so that the default route serves, or create the endpoint anew.`,
          ownRoutesTo(context, cause, id).map((route) => deleteRouteCommand(route)),
        ),
      };
    }
    for (const question of context.openQuestions) {
      const { doubt } = question;
      if (doubt.kind !== 'in-transition') continue;
      const found = lookup(context.world.vpcEndpoints, doubt.resource);
      if (found.status !== 'found' || found.item.type === 'GatewayLoadBalancer') continue;
      yield {
        resource: found.item.id,
        where: question,
        message: `${endpointText(found.item)} is ${doubt.state}: whether packets pass is open.`,
        fix: fixInVpc(context, question, `Run the diagnosis again when ${found.item.id} is available.`, [
          stateCommand(found.item),
        ]),
      };
    }
  },
});
