import { afterAll, describe, expect, it, vi } from 'vitest';
import { connect } from '../../src/collectors/aws.ts';
import routeTables from '../../src/collectors/transit-gateway-route-tables.ts';
import attachments from '../../src/collectors/transit-gateway-vpc-attachments.ts';
import { openAccount } from './account.ts';
import * as beyond from './beyond.ts';
import { startMoto } from './moto.ts';
import { addNetwork } from './network.ts';

const moto = await startMoto();
afterAll(() => moto?.close());

/**
 * moto reports the same VPC for every function, and of any other VPC a run reads no routes of transit gateways. It leaves
 * out where they lead.
 */
describe.skipIf(moto === null)('transit gateways of an account in moto', () => {
  it('have attachments with a route table, and its routes', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDEXAMPLE');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
    const url = moto?.url ?? '';
    const account = await openAccount(url);
    const network = await addNetwork(account);
    const transitGatewayId = await beyond.addTransitGateway(account, network, ...network.isolatedSubnets);
    await beyond.addTransitRoute(account, network, '10.2.0.0/16', 'attachment');
    await beyond.addTransitRoute(account, network, '10.2.0.0/24', 'blackhole');

    const settings = { region: 'eu-west-1', profile: null, roleArn: null, endpointUrl: url, env: {} };
    const aws = await connect(settings, [...attachments.actions, ...routeTables.actions], undefined);
    const scope = { vpcIds: [`vpc-${network.vpcId.slice(4)}`], subnetIds: [], securityGroupIds: [] } as const;
    const [attachment, ...others] = await attachments.collect(aws, scope);
    expect(others).toEqual([]);
    expect(attachment).toMatchObject({
      transitGatewayId,
      state: 'available',
      routing: { value: { transitGatewayOwnerId: '123456789012', association: { state: 'associated' } } },
    });
    const routing = attachment?.routing.status === 'known' ? attachment.routing.value : null;
    expect(routing?.vpcOwnerId).toBe(routing?.transitGatewayOwnerId);
    const id = routing?.association?.routeTableId ?? '';
    const named = routeTables.mentioned?.(id);
    expect(await routeTables.details?.(aws, named ? [named] : [], new Set([id]))).toMatchObject([
      {
        routes: {
          status: 'known',
          value: [
            { cidr: '10.2.0.0/16', type: 'static', state: 'active' },
            { cidr: '10.2.0.0/24', type: 'static', state: 'blackhole' },
          ],
        },
      },
    ]);
    aws.close();
  });
});
