import type { Snapshot } from '../../src/model/snapshot.ts';
import { familyOf } from './addresses.ts';
import type { Engine, EngineAnswer } from './engine-answer.ts';
import type { CallResult, Lab } from './lab.ts';
import type { Probe } from './probes.ts';
import { type Site, siteOf } from './site.ts';
import { siteScripts } from './site-scripts.ts';

/** What became of the connections of one network. */
export interface Comparison {
  readonly works: number;
  readonly fails: number;
  /** Reasons of the engine for the failing ones. */
  readonly reasons: readonly string[];
  readonly disagreements: readonly string[];
}

/** How long a connection may take: the first time, and alone, if it then disagrees with the engine. */
const withinMs = 150;
const aloneWithinMs = 2000;

const end = (address: string, port: number): string =>
  familyOf(address) === 'ipv4' ? `${address}:${port}` : `[${address}]:${port}`;

/**
 * What the far side must see: the function itself, or the NAT device's address, which outside of the VPC is its public
 * one, and the port that it chose or kept.
 */
const expectedSender = (site: Site, probe: Probe, answer: EngineAnswer): string => {
  const device = site.devices.find(({ id }) => id === answer.natDevice);
  if (device === undefined) return end(probe.from, probe.fromPort);
  const port = device.kind === 'instance' ? probe.fromPort : probe.natPort;
  const isInside = site.hosts.some(({ addresses }) => addresses.includes(probe.to));
  return end((isInside ? device.address : device.publicAddress) ?? 'no public address', port);
};

const expectation = (site: Site, probe: Probe, answer: EngineAnswer): string =>
  answer.outcome === 'works'
    ? `${expectedSender(site, probe, answer)} reaches ${end(probe.to, probe.toPort)}`
    : 'ETIMEDOUT';

const observation = (result: CallResult | undefined): string => {
  if (result === undefined) return 'no result';
  if ('failed' in result) return result.failed;
  const { from, fromPort, to, toPort } = result.seen;
  return `${end(from, fromPort)} reaches ${end(to, toPort)}`;
};

const shown = (probe: Probe, answer: EngineAnswer, expected: string, observed: string): string =>
  `${end(probe.from, probe.fromPort)} → ${end(probe.to, probe.toPort)}, NAT port ${probe.natPort}: ` +
  `the engine says ${expected} (${answer.because}), the kernel ${observed}`;

const addressesOf = (probes: readonly Probe[]): Map<string, string[]> => {
  const sources = new Map<string, string[]>();
  for (const { subnetId, from } of probes) {
    const known = sources.get(subnetId) ?? [];
    sources.set(subnetId, known.includes(from) ? known : [...known, from]);
  }
  return sources;
};

/** Builds a network for a function and the connections that it is to make. */
export const build = async (
  lab: Lab,
  snapshot: Snapshot,
  functionName: string,
  probes: readonly Probe[],
  natPorts: 'chosen' | 'random',
): Promise<Site> => {
  const site = siteOf(snapshot, functionName, addressesOf(probes));
  await lab.configure(siteScripts(site, natPorts === 'random' ? 'random' : probes));
  return site;
};

/**
 * Makes real connections and compares each with the engine's answer. Those that disagree are made again, each alone and
 * with more time, since a busy machine can be late; where `enough` of them are certain, the rest is left out.
 */
export const compare = async (
  lab: Lab,
  snapshot: Snapshot,
  functionName: string,
  probes: readonly Probe[],
  engine: Pick<Engine, 'answer'>,
  enough = 3,
): Promise<Comparison> => {
  const site = await build(lab, snapshot, functionName, probes, 'chosen');
  const results = await lab.call(probes, withinMs);
  const answers = probes.map(engine.answer);
  const disagreements: string[] = [];
  for (const [index, probe] of probes.entries()) {
    const answer = answers[index];
    if (answer === undefined) throw new Error('a probe has no answer');
    const expected = expectation(site, probe, answer);
    if (observation(results[index]) === expected) continue;
    const [again] = await lab.call([probe], aloneWithinMs);
    if (observation(again) !== expected) disagreements.push(shown(probe, answer, expected, observation(again)));
    if (disagreements.length === enough) break;
  }
  const fails = answers.filter(({ outcome }) => outcome === 'fails');
  return {
    works: answers.length - fails.length,
    fails: fails.length,
    reasons: fails.map(({ because }) => because),
    disagreements,
  };
};
