import { z } from 'zod';
import { VpcId, VpcPeeringConnectionId } from '../ids.ts';
import { openEnum } from '../section.ts';

export const PeeringSide = z.strictObject({
  vpcId: VpcId.nullable(),
  ownerId: z.string().nullable(),
  region: z.string().nullable(),
  cidrs: z.array(z.string()).readonly(),
  ipv6Cidrs: z.array(z.string()).readonly(),
});

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcPeeringConnection.html */
export const VpcPeeringConnection = z.strictObject({
  id: VpcPeeringConnectionId,
  status: openEnum([
    'initiating-request',
    'pending-acceptance',
    'active',
    'deleted',
    'rejected',
    'failed',
    'expired',
    'provisioning',
    'deleting',
  ]).nullable(),
  requester: PeeringSide,
  accepter: PeeringSide,
});
export type VpcPeeringConnection = z.infer<typeof VpcPeeringConnection>;

export default VpcPeeringConnection;
