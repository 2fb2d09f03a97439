import type { PortSet } from './ports.ts';
import type { TargetBlocker } from './target-blocker.ts';
import type { TransitGatewayBlocker } from './transit-gateway-blocker.ts';

/** Whose subnet, group or list stops the packet: the function's own, that of the NAT device on the way, or the target's. */
export type Side = 'function' | 'nat' | 'target';

/**
 * Why a hop stops a packet, with the facts that a message needs. Each kind is proven from the snapshot; what is not
 * proven is a Doubt.
 */
export type Blocker =
  | {
      readonly kind: 'security-group-egress';
      readonly securityGroupIds: readonly string[];
      readonly rules: number;
      readonly port: number;
    }
  | TargetBlocker
  | {
      readonly kind: 'network-acl';
      readonly networkAclId: string;
      readonly subnetId: string;
      readonly side: Side;
      readonly direction: 'ingress' | 'egress';
      /** `request` towards the target, `reply` on the way back. */
      readonly leg: 'request' | 'reply';
      /** Ports that the list drops, out of those that the packet can have. */
      readonly closed: PortSet;
      readonly wanted: PortSet;
      /** The rules that decide on them: `rule 100`, or `rule *` where no rule matches. */
      readonly decidedBy: readonly string[];
      /** The rules that let the other ports through; none where all are closed. */
      readonly allowedBy: readonly string[];
      /** The list's own rules of that direction that concern TCP, as lines. */
      readonly lines: readonly string[];
      /** CIDR that a mending rule needs. */
      readonly peer: string;
    }
  | {
      readonly kind: 'no-route';
      readonly routeTableId: string;
      readonly side: Side;
      /** What was asked for. */
      readonly target: string;
    }
  | {
      readonly kind: 'blackhole';
      readonly routeTableId: string;
      readonly destination: string;
      readonly target: string;
      readonly side: Side;
    }
  | {
      readonly kind: 'public-subnet';
      readonly internetGatewayId: string;
      readonly routeTableId: string;
      readonly destination: string;
    }
  | {
      readonly kind: 'internet-gateway-not-attached';
      readonly internetGatewayId: string;
      readonly seen: boolean;
      readonly side: Side;
    }
  | {
      readonly kind: 'nat-gateway-not-available';
      readonly natGatewayId: string;
      readonly state: 'missing' | 'failed' | 'deleted';
      readonly failure: string | null;
      readonly routeTableId: string;
      readonly destination: string;
    }
  | {
      readonly kind: 'regional-nat-zone';
      readonly natGatewayId: string;
      readonly availabilityZoneId: string;
      readonly coveredZones: readonly string[];
    }
  | { readonly kind: 'nat-gateway-address'; readonly natGatewayId: string; readonly failure: string | null }
  | {
      readonly kind: 'vpc-endpoint-missing';
      /** `missing`, or the state in which it carries nothing any more. */
      readonly state: string;
      readonly vpcEndpointId: string;
      readonly routeTableId: string;
      readonly destination: string;
    }
  | { readonly kind: 'nat-gateway-private'; readonly natGatewayId: string; readonly internetGatewayId: string }
  | {
      readonly kind: 'nat-gateway-no-way-out';
      readonly natGatewayId: string;
      /** null for a regional NAT gateway, which has a route table and no subnet. */
      readonly subnetId: string | null;
      readonly routeTableId: string;
      /** `loop`: the route leads back to the NAT gateway itself. */
      readonly why: 'no-route' | 'loop' | 'other-target';
      readonly line: string;
    }
  | { readonly kind: 'nat-instance-source-dest-check'; readonly networkInterfaceId: string }
  | { readonly kind: 'nat-instance-not-running'; readonly networkInterfaceId: string; readonly state: string }
  | { readonly kind: 'nat-instance-no-public-address'; readonly networkInterfaceId: string }
  | {
      readonly kind: 'nat-instance-security-group';
      readonly networkInterfaceId: string;
      readonly securityGroupIds: readonly string[];
      readonly direction: 'ingress' | 'egress';
      readonly port: number;
      readonly peer: string;
    }
  | {
      readonly kind: 'nat-instance-no-way-out';
      readonly networkInterfaceId: string;
      readonly routeTableId: string;
      readonly line: string;
    }
  | {
      readonly kind: 'default-route-to-peering';
      readonly peeringConnectionId: string;
      readonly routeTableId: string;
      readonly destination: string;
    }
  | TransitGatewayBlocker
  | { readonly kind: 'ipv6-outside-vpc'; readonly functionName: string }
  | { readonly kind: 'ipv6-flag-off'; readonly functionName: string }
  | { readonly kind: 'ipv6-subnet'; readonly subnetId: string; readonly ipv6Native: boolean }
  | { readonly kind: 'ipv6-private-range'; readonly subnetId: string; readonly cidr: string }
  | { readonly kind: 'egress-only-internet-gateway-not-attached'; readonly gatewayId: string }
  | {
      readonly kind: 'nat-gateway-ipv6';
      readonly natGatewayId: string;
      readonly routeTableId: string;
      readonly destination: string;
    }
  | {
      readonly kind: 'block-public-access';
      readonly subnetId: string;
      readonly mode: 'block-bidirectional' | 'block-ingress';
      readonly managedBy: 'account' | 'declarative-policy' | 'owner-account' | null;
      readonly via: 'nat-gateway' | 'nat-instance' | 'internet-gateway' | 'egress-only-internet-gateway';
    };

export type BlockerKind = Blocker['kind'];
export type BlockerOf<Kind extends BlockerKind> = Extract<Blocker, { readonly kind: Kind }>;
