import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { randomFrom } from '../fuzz/random.ts';
import { type Comparison, compare } from './comparison.ts';
import { type Engine, engineOf } from './engine-answer.ts';
import type { Fault } from './fault.ts';
import type { Lab } from './lab.ts';
import { type Probe, randomAddresses, randomProbes } from './probes.ts';
import type { Scene } from './scenes.ts';

const functionName = 'orders-api';
const probesPerNetwork = 90;

/** Connections about which the engine is sure. */
const probesOf = (scene: Scene, seed: number, snapshot: Snapshot, engine: Engine): Probe[] => {
  const random = randomFrom(seed);
  const sources = randomAddresses(random, snapshot, functionName, scene.families);
  return randomProbes(random, snapshot, sources, {
    count: probesPerNetwork,
    destinations: scene.destinations(snapshot),
    accept: (probe) => ['works', 'fails'].includes(engine.answer(probe).outcome),
  });
};

const prepared = (scene: Scene, seed: number) => {
  const snapshot = scene.network(seed);
  const engine = engineOf(snapshot, functionName);
  return { snapshot, engine, probes: probesOf(scene, seed, snapshot, engine) };
};

/** A random network, in which the kernel and the engine are compared. */
export const compareRandom = async (lab: Lab, scene: Scene, seed: number): Promise<Comparison> => {
  const { snapshot, engine, probes } = prepared(scene, seed);
  return compare(lab, snapshot, functionName, probes, engine);
};

/** How to make a network again in which they disagree, with the network in a file. */
export const replay = (scene: Scene, seed: number, disagreements: readonly string[]): string => {
  const file = join(tmpdir(), `lambda-net-doctor-lab-${scene.name}-${seed}.json`);
  writeFileSync(file, `${JSON.stringify(scene.network(seed), null, 2)}\n`);
  return `LAMBDA_NET_DOCTOR_LAB_SEED=${seed}, ${file}\n${disagreements.join('\n')}`;
};

/** The first random network in which a connection tells that there is a fault; where it changes nothing, none can. */
export const firstToNotice = async (lab: Lab, scene: Scene, fault: Fault, atMost: number): Promise<number> => {
  for (let seed = 1; seed <= atMost; seed += 1) {
    const { snapshot, engine, probes } = prepared(scene, seed);
    const built = 'inNetwork' in fault ? fault.inNetwork(snapshot) : snapshot;
    const asked = 'inEngine' in fault ? fault.inEngine(engine) : engine;
    const answers = [engine, asked].map(({ answer }) => probes.map(answer));
    if (built === snapshot ? isDeepStrictEqual(answers[0], answers[1]) : isDeepStrictEqual(built, snapshot)) continue;
    const { disagreements } = await compare(lab, built, functionName, probes, asked, 1);
    if (disagreements.length > 0) return seed;
  }
  return Number.POSITIVE_INFINITY;
};
