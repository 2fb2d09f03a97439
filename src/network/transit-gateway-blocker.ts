/**
 * Why a transit gateway takes no packet of a subnet: it has no attachment of the VPC, or none in the subnet's zone.
 * https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html
 */
export interface TransitGatewayBlocker {
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
