/** Why the far side of a connection stops a packet, or the way to it, where the target is not the internet. */
export type TargetBlocker =
  | {
      readonly kind: 'target-security-group';
      readonly networkInterfaceId: string;
      readonly securityGroupIds: readonly string[];
      readonly port: number;
      /** The addresses that a mending rule has to let in. */
      readonly peer: string;
    }
  | { readonly kind: 'outside-vpc'; readonly functionName: string; readonly target: string }
  | { readonly kind: 'no-subnet'; readonly vpcId: string; readonly address: string }
  /** Gateways to the internet drop what is addressed to private and other special addresses. */
  | { readonly kind: 'private-address'; readonly gatewayId: string; readonly address: string }
  | {
      readonly kind: 'peering';
      readonly peeringConnectionId: string;
      readonly routeTableId: string;
      readonly destination: string;
      /** Not active, not for these addresses, or no way back in the table of the far subnet. */
      readonly why: 'state' | 'addresses' | 'no-route-back';
      /** The state; the addresses of the far side; the far table. */
      readonly seen: string;
    };
