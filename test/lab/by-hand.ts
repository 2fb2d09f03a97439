import { expect } from 'vitest';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { compare } from './comparison.ts';
import { type Engine, engineOf } from './engine-answer.ts';
import type { Lab } from './lab.ts';
import type { Probe } from './probes.ts';
import { itemsOf } from './sections.ts';

/** The address that Lambda's interface has in every /24 of the correct network. */
export const lambdaIn = (snapshot: Snapshot, name: string): Pick<Probe, 'subnetId' | 'from'> => {
  const subnet = itemsOf(snapshot.sections.subnets).find((item) => item.name === name);
  if (subnet?.cidr == null) throw new Error(`no subnet ${name}`);
  return { subnetId: subnet.id, from: subnet.cidr.replace('0/24', '57') };
};

/** Kernel and engine against an expectation by hand; through which NAT device packets leave is the engine's word. */
export const expectByHand = async (
  lab: Lab,
  snapshot: Snapshot,
  functionName: string,
  probes: readonly Probe[],
  works: (probe: Probe) => boolean,
): Promise<void> => {
  const engine = engineOf(snapshot, functionName);
  const byHand = (probe: Probe): 'works' | 'fails' => (works(probe) ? 'works' : 'fails');
  expect(probes.map((probe) => engine.answer(probe).outcome)).toEqual(probes.map(byHand));
  const answer: Engine['answer'] = (probe) => ({ ...engine.answer(probe), outcome: byHand(probe) });
  const { disagreements } = await compare(lab, snapshot, functionName, probes, { answer });
  expect(disagreements).toEqual([]);
};
