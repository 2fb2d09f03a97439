import { lookup } from '../network/world.ts';
import { defineRule } from './rule.ts';
import { internetGatewayFix } from './shared/internet-gateway-fix.ts';
import { firstSubnetOf } from './shared/nat-gateway-fix.ts';
import { routesTo } from './shared/route-places.ts';

export default defineRule({
  id: 'igw-not-attached',
  severity: 'error',
  title: 'The internet gateway at the end of the path is not attached to the VPC',
  symptom: 'Every call to a public address hangs until it times out, from every subnet of the VPC.',
  why: 'An internet gateway forwards packets only of the VPC to which it is attached. A route that names a detached one drops what it matches.',
  fix: 'Attach the internet gateway to the VPC, or point the route at the one that is attached. A VPC can have one internet gateway, and an internet gateway one VPC.',
  traps:
    'An attached internet gateway says available, an attached egress-only one says attached. Often the route is a blackhole already, and that finding says it. In a public subnet the function gets nothing out whether or not the gateway is attached.',
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html'],
  raCode: null,
  needs: ['internetGateways'],
  onlyOfTrouble: true,
  *check(context) {
    for (const cause of context.causes('internet-gateway-not-attached')) {
      const { internetGatewayId: id, seen } = cause.blocker;
      const vpcId = firstSubnetOf(context, cause)?.vpcId ?? '<VPC>';
      const gateway = lookup(context.world.internetGateways, id);
      const elsewhere = gateway.status === 'found' ? gateway.item.attachments.map((item) => item.vpcId) : [];
      const others = elsewhere.filter((other) => other !== vpcId);
      const routes = routesTo(context.hints, vpcId, id);
      const [route] = routes;
      const line = route === undefined ? '' : `, to which ${route.tableId} sends ${route.destination},`;
      const state = others.length === 0 ? '' : ` (it is attached to ${others.join(', ')})`;
      yield {
        resource: id,
        where: cause,
        message: seen
          ? `Internet gateway ${id}${line} is not attached to ${vpcId}${state}: packets to the internet are dropped.`
          : `Internet gateway ${id}${line} does not exist any more: packets to the internet are dropped.`,
        fix: internetGatewayFix(context, cause, vpcId, id, routes),
      };
    }
  },
});
