import type { VpcId } from '../model/ids.ts';
import type { UnavailableReason } from '../model/section.ts';
import type { Kind } from '../model/sections.ts';
import { type Enforcement, enforcementText } from './encryption-exclusions.ts';

/**
 * Why it cannot be told whether a packet passes. `missing`: an id that a readable list lacks. `hidden`: a shared VPC,
 * whose owner's gateways a participant may not see. `in-transition`: a state between two others. `out-of-sight`: the
 * packet leaves what the snapshot can hold. `route-filtered`: a route state that AWS does not document. `not-evaluated`: this version does not decide it.
 * `disagreement`: two computations of this program differ, which is a defect of it.
 */
export type Doubt =
  | {
      readonly kind: 'unavailable';
      readonly section: Kind;
      /** The VPC that alone could not be read. */
      readonly vpcId?: VpcId;
      readonly action: string;
      readonly reason: UnavailableReason;
    }
  | { readonly kind: 'missing'; readonly resource: string }
  | { readonly kind: 'hidden'; readonly resource: string }
  | { readonly kind: 'in-transition'; readonly resource: string; readonly state: string }
  | {
      readonly kind: 'route-filtered';
      readonly resource: string;
      readonly destination: string;
      readonly target: string;
    }
  | {
      readonly kind: 'public-address-on-lambda-interface';
      readonly resource: string;
      readonly internetGatewayId: string;
    }
  | {
      readonly kind: 'no-mount-target';
      /** The access point. */
      readonly resource: string;
      readonly availabilityZoneId: string | null;
      /** How many the file system has in all zones. */
      readonly mountTargets: number;
      /** The one in the zone, which is in another state than available. */
      readonly inZone: { readonly id: string; readonly state: string } | null;
    }
  | {
      readonly kind: 'private-dns-off';
      /** The interface endpoint. */
      readonly resource: string;
      readonly service: string;
      readonly forResolversOnly: boolean;
      /** Whether all packets of the function pass to it; else it is not proven that none does. */
      readonly letsIn: boolean;
      /** What else of the owner's can give its addresses. */
      readonly namedBy: string;
    }
  | ({ readonly kind: 'encryption-controls'; readonly resource: string } & Enforcement)
  | { readonly kind: 'block-public-access-changing'; readonly resource: string }
  | { readonly kind: 'out-of-sight'; readonly resource: string; readonly what: string }
  | { readonly kind: 'not-evaluated'; readonly resource: string; readonly what: string }
  | { readonly kind: 'disagreement'; readonly resource: string; readonly what: string };

const mountTargetText = (doubt: Extract<Doubt, { readonly kind: 'no-mount-target' }>): string => {
  const { resource, availabilityZoneId, mountTargets, inZone } = doubt;
  if (inZone !== null)
    return `mount target ${inZone.id} of ${resource} in zone ${availabilityZoneId} is ${inZone.state}`;
  if (mountTargets === 0) return `the file system of ${resource} has no mount target`;
  return `the file system of ${resource} has no mount target in zone ${availabilityZoneId ?? 'of the subnet'}`;
};

const privateDnsText = (doubt: Extract<Doubt, { readonly kind: 'private-dns-off' }>): string => {
  const { resource, service, forResolversOnly, letsIn, namedBy } = doubt;
  const off = forResolversOnly ? 'answers inbound resolvers alone' : 'is off';
  return `${resource} ${letsIn ? 'lets' : 'may let'} the function in, and its private DNS ${off}: ${service} leads there only if ${namedBy} of yours says so`;
};

/** What a doubt says on the screen, as a clause. */
export const doubtText = (doubt: Doubt): string => {
  switch (doubt.kind) {
    case 'unavailable':
      return `${doubt.action}${doubt.vpcId === undefined ? '' : ` of ${doubt.vpcId}`} could not be read (${doubt.reason})`;
    case 'missing':
      return `${doubt.resource} is not in what could be read`;
    case 'hidden':
      return `${doubt.resource} belongs to the account that shares the VPC and is not visible to this one`;
    case 'in-transition':
      return `${doubt.resource} is ${doubt.state}`;
    case 'route-filtered':
      return `${doubt.destination} → ${doubt.target} of ${doubt.resource} is in state filtered, whose meaning is not documented`;
    case 'public-address-on-lambda-interface':
      return `${doubt.resource}, an interface of Lambda, carries a public address, which lasts until Lambda replaces the interface`;
    case 'no-mount-target':
      return mountTargetText(doubt);
    case 'private-dns-off':
      return privateDnsText(doubt);
    case 'encryption-controls':
      return `VPC Encryption Controls of ${doubt.resource} are ${enforcementText(doubt)}`;
    case 'block-public-access-changing':
      return `VPC Block Public Access of this account is being changed, so its effect on ${doubt.resource} is open`;
    case 'out-of-sight':
    case 'not-evaluated':
    case 'disagreement':
      return doubt.what;
    default:
      return doubt satisfies never;
  }
};
