import type { TruthRow } from '../row.ts';
import { ipv6TargetDisagreements } from './ipv6-targets.ts';
import { natGatewayDisagreements } from './nat-gateways.ts';
import { natInstanceDisagreements } from './nat-instances.ts';
import { oneOfSeveralRoutes } from './one-of-several-routes.ts';
import { publicAccessDisagreements } from './public-access.ts';
import { regionalNatGatewayDisagreements } from './regional-nat-gateways.ts';
import { routeTableDisagreements } from './route-tables.ts';
import { severalTargets } from './several-targets.ts';
import { targetDisagreements } from './targets.ts';
import { unreadDisagreements } from './unread.ts';

/** What random packets brought to light: networks on which they and the engine disagreed, by topic. */
export const disagreements: Readonly<Record<string, readonly TruthRow[]>> = {
  'what random packets showed about NAT gateways': natGatewayDisagreements,
  'what random packets showed about regional NAT gateways': regionalNatGatewayDisagreements,
  'what random packets showed about NAT instances': natInstanceDisagreements,
  'what random packets showed about Block Public Access': publicAccessDisagreements,
  'what random packets showed about route tables': routeTableDisagreements,
  'what random packets showed about routes of which one is taken': oneOfSeveralRoutes,
  'what random packets showed about what may not be read': unreadDisagreements,
  'what random packets showed about targets': targetDisagreements,
  'what random packets showed about several targets': severalTargets,
  'what random packets showed about targets over IPv6': ipv6TargetDisagreements,
};
