import type { Sections } from '../../../src/model/sections.ts';

const denied = { status: 'unavailable', action: 'ec2:DescribeVpcAttribute', reason: 'access denied' } as const;
const collected = <Item>(item: Item) => ({ status: 'collected', items: [item] }) as const;

/** One resource of each kind that stands around a function's subnets. */
export const everythingAround: Omit<
  Sections,
  'functions' | 'subnets' | 'routeTables' | 'networkAcls' | 'securityGroups'
> = {
  accessPoints: collected({
    id: 'fsap-1',
    fileSystemId: 'fs-1',
    mountTargets: {
      status: 'known',
      value: [
        {
          id: 'fsmt-1',
          vpcId: 'vpc-1',
          subnetId: 'subnet-1',
          availabilityZoneId: 'euw1-az1',
          networkInterfaceId: 'eni-1',
          ipAddress: '10.0.1.9',
          ipv6Address: '2001:db8::9',
          state: 'updating',
        },
      ],
    },
  }),
  availabilityZones: collected({
    id: 'euw1-az1',
    name: 'eu-west-1a',
    zoneType: 'availability-zone',
    state: 'constrained',
  }),
  capacityProviders: collected({
    id: 'arn:aws:lambda:eu-west-1:123456789012:capacity-provider:orders',
    network: { status: 'known', value: { state: 'Active', subnetIds: ['subnet-1'], securityGroupIds: ['sg-1'] } },
  }),
  vpcs: collected({
    id: 'vpc-1',
    name: null,
    isDefault: false,
    ownerId: '123456789012',
    cidrs: ['10.0.0.0/16', '100.64.0.0/16'],
    ipv6Cidrs: [{ cidr: '2001:db8::/56', state: 'associated', addressAttribute: null }],
    instanceTenancy: 'default',
    dhcpOptionsId: 'dopt-1',
    internetGatewayBlockMode: 'off',
    encryptionControlMode: 'enforce',
    encryptionControl: {
      state: 'available',
      exclusions: {
        lambda: 'enabled',
        natGateway: 'disabled',
        internetGateway: 'enabling',
        egressOnlyInternetGateway: null,
      },
    },
    enableDnsSupport: { status: 'known', value: true },
    enableDnsHostnames: denied,
  }),
  natGateways: collected({
    id: 'nat-1',
    name: null,
    vpcId: 'vpc-1',
    subnetId: null,
    state: 'failed',
    connectivityType: 'public',
    availabilityMode: 'regional',
    autoProvisionZones: 'enabled',
    routeTableId: 'rtb-1',
    addresses: [
      {
        allocationId: 'eipalloc-1',
        publicIp: '203.0.113.1',
        privateIp: '10.0.1.8',
        networkInterfaceId: 'eni-1',
        availabilityZoneId: 'euw1-az1',
        isPrimary: true,
        status: 'unknown:hovering',
        failureMessage: null,
      },
    ],
    appliances: ['network-firewall-proxy'],
    failureCode: 'Gateway.NotAttached',
    failureMessage: 'Network vpc-1 has no Internet gateway attached',
  }),
  internetGateways: collected({ id: 'igw-1', name: null, attachments: [{ vpcId: 'vpc-1', state: 'available' }] }),
  egressOnlyInternetGateways: collected({
    id: 'eigw-1',
    name: null,
    attachments: [{ vpcId: 'vpc-1', state: 'attached' }],
  }),
  networkInterfaces: collected({
    id: 'eni-1',
    vpcId: 'vpc-1',
    subnetId: 'subnet-1',
    ownerId: '123456789012',
    interfaceType: 'interface',
    ofLambda: true,
    status: 'in-use',
    sourceDestCheck: false,
    instanceId: 'i-1',
    securityGroupIds: ['sg-1'],
    privateIpAddresses: [{ address: '10.0.1.9', publicIp: '203.0.113.9', primary: true }],
    ipv6Addresses: ['2001:db8::9'],
  }),
  instances: collected({ id: 'i-1', name: 'nat', vpcId: 'vpc-1', state: 'stopped' }),
  vpcEndpoints: collected({
    id: 'vpce-1',
    name: null,
    vpcId: 'vpc-1',
    type: 'Gateway',
    serviceName: 'com.amazonaws.eu-west-1.s3',
    state: 'available',
    routeTableIds: ['rtb-1'],
    subnetIds: [],
    networkInterfaceIds: [],
    securityGroupIds: ['sg-1'],
    privateDnsEnabled: false,
    privateDnsOnlyForInboundResolver: false,
    ipAddressType: 'ipv4',
    dnsRecordIpType: 'service-defined',
    failure: 'the last error',
  }),
  prefixLists: {
    status: 'collected',
    items: [
      {
        id: 'pl-1',
        name: 'com.amazonaws.eu-west-1.s3',
        ownerId: 'AWS',
        cidrs: { status: 'known', value: ['3.5.64.0/21'] },
      },
      { id: 'pl-2', name: null, ownerId: '123456789012', cidrs: denied },
    ],
  },
  vpcPeeringConnections: collected({
    id: 'pcx-1',
    status: 'active',
    requester: { vpcId: 'vpc-1', ownerId: null, region: null, cidrs: ['10.0.0.0/16'], ipv6Cidrs: [] },
    accepter: {
      vpcId: 'vpc-9',
      ownerId: '999999999999',
      region: 'eu-west-1',
      cidrs: ['10.9.0.0/16'],
      ipv6Cidrs: ['2001:db8:9::/56'],
    },
  }),
  transitGatewayVpcAttachments: collected({
    id: 'tgw-attach-1',
    transitGatewayId: 'tgw-1',
    vpcId: 'vpc-1',
    state: 'available',
    subnetIds: ['subnet-1'],
    routing: {
      status: 'known',
      value: {
        transitGatewayOwnerId: '123456789012',
        vpcOwnerId: '123456789012',
        association: { routeTableId: 'tgw-rtb-1', state: 'associated' },
      },
    },
  }),
  transitGatewayRouteTables: {
    status: 'collected',
    items: [
      {
        id: 'tgw-rtb-1',
        routes: {
          status: 'known',
          value: [
            {
              cidr: '10.5.0.0/16',
              prefixListId: null,
              type: 'propagated',
              state: 'active',
              attachments: [{ id: 'tgw-attach-5', resourceId: 'vpc-5' }],
            },
            { cidr: '10.6.0.0/16', prefixListId: 'pl-2', type: 'static', state: 'blackhole', attachments: [] },
          ],
        },
      },
      { id: 'tgw-rtb-2', routes: { ...denied, action: 'ec2:SearchTransitGatewayRoutes' } },
    ],
  },
  vpcBlockPublicAccessOptions: collected({
    mode: 'block-bidirectional',
    state: 'update-complete',
    managedBy: 'declarative-policy',
    exclusionsAllowed: 'not-allowed',
  }),
  vpcBlockPublicAccessExclusions: collected({
    id: 'vpcbpa-exclude-1',
    mode: 'allow-egress',
    resourceArn: 'arn:aws:ec2:eu-west-1:123456789012:vpc/vpc-1',
    state: 'create-complete',
  }),
  dhcpOptions: collected({ id: 'dopt-1', domainNameServers: ['10.0.0.2', 'AmazonProvidedDNS'] }),
};
