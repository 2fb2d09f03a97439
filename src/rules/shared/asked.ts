import type { AwsService } from '../../model/aws-hosts.ts';
import { type Target, targetName } from '../../model/target.ts';
import { internetPort } from '../../network/internet.ts';
import { inItsRegion } from '../../network/related-service.ts';
import { allOf, targetWords } from '../../network/words.ts';
import type { Occurrence, RuleContext } from '../rule.ts';
import { isPartial } from './words.ts';

/** What was asked, and what of it a defect concerns. */
export type AskedContext = Pick<RuleContext, 'questions' | 'observations'>;

/** The targets that a defect concerns. */
export const askedIn = ({ questions }: Pick<RuleContext, 'questions'>, { targets }: Occurrence): Target[] =>
  questions.map(({ target }) => target).filter((target) => targets.includes(targetName(target)));

export const portOf = (target: Target): number => ('port' in target ? target.port : internetPort);

/** The AWS service that a target means; null for anything else. */
export const serviceOf = (target: Target, region: string): AwsService | null => {
  if (target.kind === 'service') return { service: target.service, region };
  return target.kind === 'host' && target.service !== undefined ? inItsRegion(target.service, region) : null;
};

/** A target without its port: `10.0.40.7`, `the internet`, `the interfaces of sg-0a1b`. */
const placeOf = (target: Target): string => {
  switch (target.kind) {
    case 'addresses':
      return target.cidr.replace(/\/(32|128)$/, '');
    case 'interface':
    case 'file-system':
      return target.id;
    case 'security-group':
      return `the interfaces of ${target.id}`;
    case 'host':
      return target.host;
    default:
      return targetWords(targetName(target));
  }
};

const partOf = (context: AskedContext, where: Occurrence, target: Target): string => {
  const place = placeOf(target);
  if (!isPartial(context, { ...where, targets: [targetName(target)] })) return place;
  return target.kind.startsWith('internet') ? `a part of ${place}` : `a part of the addresses of ${place}`;
};

/** Where the packets go that a defect stops: `a part of the internet and 10.0.40.7`. */
export const stoppedPlaces = (context: AskedContext, where: Occurrence): string =>
  allOf(askedIn(context, where).map((target) => partOf(context, where, target)));

/** The same with the ports: `tcp 443 to the internet and tcp 5432 to 10.0.40.7`. */
export const stoppedTraffic = (context: AskedContext, where: Occurrence, way = 'to'): string => {
  const places = new Map<number, string[]>();
  for (const target of askedIn(context, where)) {
    const port = portOf(target);
    places.set(port, [...(places.get(port) ?? []), partOf(context, where, target)]);
  }
  return allOf([...places].map(([port, names]) => `tcp ${port} ${way} ${allOf(names)}`));
};

/** The ports that were asked for, each once. */
export const portsAsked = (context: Pick<RuleContext, 'questions'>, where: Occurrence): number[] => [
  ...new Set(askedIn(context, where).map(portOf)),
];
