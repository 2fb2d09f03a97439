import type { Fix } from '../model/report.ts';
import { lookup } from '../network/world.ts';
import { type Cause, defineRule } from './rule.ts';
import { command } from './shared/command.ts';
import { type FixContext, fixInVpc } from './shared/fix-in-vpc.ts';
import { firstSubnetOf } from './shared/nat-gateway-fix.ts';
import { routeCommand } from './shared/route-command.ts';
import { routesTo } from './shared/route-places.ts';
import { attachedInternetGateway } from './shared/ways-out.ts';

/** Attaches the gateway if it is free, else points the route at the one that the VPC has, else at a new one. */
const fixOf = (context: FixContext, cause: Cause, id: string, vpcId: string, isFree: boolean): Fix => {
  const attach = (gateway: string): string =>
    command`aws ec2 attach-internet-gateway --internet-gateway-id ${gateway} --vpc-id ${vpcId}`;
  if (isFree) return fixInVpc(context, cause, `Attach ${id} to ${vpcId}.`, [attach(id)]);
  const attached = attachedInternetGateway(context.hints, vpcId);
  const replace = routesTo(context.hints, vpcId, id).map((route) =>
    routeCommand({ verb: 'replace-route', ...route }, '--gateway-id', attached ?? '<new internet gateway>'),
  );
  if (attached !== null)
    return fixInVpc(
      context,
      cause,
      `Point the routes to ${id} at ${attached}, which is attached to ${vpcId}.`,
      replace,
    );
  const make = ['aws ec2 create-internet-gateway', attach('<new internet gateway>'), ...replace];
  return fixInVpc(
    context,
    cause,
    `Create an internet gateway, attach it to ${vpcId} and point the routes at it.`,
    make,
  );
};

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
  *check(context) {
    for (const cause of context.causes('internet-gateway-not-attached')) {
      const { internetGatewayId: id, seen } = cause.blocker;
      const vpcId = firstSubnetOf(context, cause)?.vpcId ?? '<VPC>';
      const gateway = lookup(context.world.internetGateways, id);
      const elsewhere = gateway.status === 'found' ? gateway.item.attachments.map((item) => item.vpcId) : [];
      const others = elsewhere.filter((other) => other !== vpcId);
      const [route] = routesTo(context.hints, vpcId, id);
      const line = route === undefined ? '' : `, to which ${route.tableId} sends ${route.destination},`;
      const state = others.length === 0 ? '' : ` (it is attached to ${others.join(', ')})`;
      yield {
        resource: id,
        where: cause,
        message: seen
          ? `Internet gateway ${id}${line} is not attached to ${vpcId}${state}: packets to the internet are dropped.`
          : `Internet gateway ${id}${line} does not exist any more: packets to the internet are dropped.`,
        fix: fixOf(context, cause, id, vpcId, seen && others.length === 0),
      };
    }
  },
});
