/** Why a transit gateway stops packets of a subnet. */
export type TransitGatewayBlocker =
  /**
   * It has no attachment of the VPC, or none in the subnet's zone.
   * https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html
   */
  | {
      readonly kind: 'transit-gateway-zone';
      readonly transitGatewayId: string;
      readonly vpcId: string;
      /** Attachments in use. */
      readonly attachmentIds: readonly string[];
      /** Attachments that the owner of the transit gateway has not accepted. */
      readonly waitingIds: readonly string[];
      readonly availabilityZoneId: string | null;
      readonly subnetId: string;
    }
  /**
   * It drops what matches a blackhole or no route, and all that comes from an attachment without a route table.
   * https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-cloudwatch-metrics.html
   * https://docs.aws.amazon.com/vpc/latest/tgw/tgw-policy-tables-disassociate.html
   */
  | {
      readonly kind: 'transit-gateway-route';
      readonly why: 'no-association' | 'no-route' | 'blackhole';
      readonly transitGatewayId: string;
      readonly attachmentId: string;
      /** null where the attachment is associated with none. */
      readonly routeTableId: string | null;
      /** The range of the blackhole. */
      readonly destination: string | null;
      /** The list of which the blackhole is an entry. */
      readonly prefixListId: string | null;
      /** What was asked for. */
      readonly target: string;
    };
