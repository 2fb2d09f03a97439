import type { Report } from '../../src/model/report.ts';
import { hostile, manyFindings, manyFunctions, manyPlacements, severalTargets } from './hard-reports.ts';
import { halfOfTheReplies, natGatewaysDenied, oneBlackhole } from './mixed-reports.ts';
import { healthy, notFound, notInVpc, oneNotFound, oneOfTwo, publicSubnets } from './reports.ts';

/** Every hand-made report by the name of its golden files. */
export const cases: readonly (readonly [string, Report])[] = [
  ['healthy', healthy],
  ['public-subnets', publicSubnets],
  ['one-blackhole', oneBlackhole],
  ['half-of-the-replies', halfOfTheReplies],
  ['nat-gateways-denied', natGatewaysDenied],
  ['one-of-two', oneOfTwo],
  ['not-in-vpc', notInVpc],
  ['not-found', notFound],
  ['one-not-found', oneNotFound],
  ['several-targets', severalTargets],
  ['hostile', hostile],
  ['many-findings', manyFindings],
  ['many-functions', manyFunctions],
  ['many-placements', manyPlacements],
];
