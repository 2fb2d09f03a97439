/** Why the far side of a connection stops a packet, or the way to it, where the target is not the internet. */
export type TargetBlocker =
  | {
      readonly kind: 'target-security-group';
      /** The interface that has the address, or the endpoint where its interfaces could not be read. */
      readonly hostId: string;
      readonly ofEndpoint: boolean;
      readonly securityGroupIds: readonly string[];
      readonly port: number;
      /** The addresses that a mending rule has to let in. */
      readonly peer: string;
      /** Whether a rule that names a group of the function lets it in; behind a middlebox none does. */
      readonly seesGroups: boolean;
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
