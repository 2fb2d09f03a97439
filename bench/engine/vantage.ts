import { performance } from 'node:perf_hooks';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { internetAtoms, internetPort } from '../../src/network/internet.ts';
import { reachClasses } from '../../src/network/reach.ts';
import { vantageOf } from '../../src/network/vantage.ts';
import { internetVerdict, judge } from '../../src/network/verdict.ts';
import { worldOf } from '../../src/network/world.ts';

/** What one subnet of one function takes, from the snapshot in memory to its verdict. */
export interface VantageCost {
  readonly atoms: number;
  readonly classes: number;
  readonly ms: number;
}

/** Everything anew: nothing that was compiled before is used. */
export const vantageCost = (snapshot: Snapshot): VantageCost => {
  const start = performance.now();
  const world = worldOf(snapshot);
  const { functions, subnets } = snapshot.sections;
  const fn = functions.status === 'collected' ? functions.items[0] : undefined;
  const network = fn?.network.kind === 'vpc' ? fn.network : undefined;
  const subnet = subnets.status === 'collected' ? subnets.items.find(({ id }) => id === network?.subnetIds[0]) : null;
  if (fn === undefined || network === undefined || !subnet) throw new Error('the snapshot has no function in a VPC');
  const context = vantageOf(world, fn, subnet, network.securityGroupIds, 'ipv4');
  const classes = reachClasses(context, internetAtoms(context), internetPort);
  const { verdict } = internetVerdict(classes.map((reach) => judge(reach)));
  const ms = performance.now() - start;
  if (verdict !== 'reachable') throw new Error(`the network is made to be reachable and is ${verdict}`);
  return { atoms: context.axis.atoms, classes: classes.length, ms };
};
