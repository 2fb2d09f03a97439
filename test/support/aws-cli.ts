import type { Route, RouteTarget } from '../../src/model/kinds/route-tables.ts';
import type { SecurityGroupRule } from '../../src/model/kinds/security-groups.ts';
import type { Mutable, Network } from './network.ts';

/** A command of the AWS CLI: its operation, and the words that follow each option. */
interface Command {
  readonly operation: string;
  readonly option: (name: string) => string | undefined;
  readonly words: (name: string) => readonly string[];
  readonly has: (name: string) => boolean;
}

/** Splits a line as a shell does; the commands quote with single quotes alone. */
const shellWords = (line: string): string[] =>
  [...line.matchAll(/(?:[^\s']|'[^']*')+/g)].map(([word]) => word.replaceAll("'", ''));

const commandOf = (line: string): Command => {
  const [, service, name, ...rest] = shellWords(line);
  const options = new Map<string, string[]>();
  for (const word of rest)
    if (word.startsWith('--')) options.set(word.slice(2), []);
    else [...options.values()].at(-1)?.push(word);
  return {
    operation: `${service} ${name}`,
    option: (option) => options.get(option)?.[0],
    words: (option) => options.get(option) ?? [],
    has: (option) => options.has(option),
  };
};

const byId = <Item extends { readonly id: string }>(items: readonly Item[], id: string | undefined): Item => {
  const found = items.find((item) => item.id === id);
  if (found === undefined) throw new Error(`${id} does not exist`);
  return found;
};

const fields = (text: string): ReadonlyMap<string, string> =>
  new Map(
    [...text.matchAll(/(\w+)=((?:\[[^\]]*\])|(?:[^,]|,(?!\w+=))*)/g)].map(([, key = '', value = '']) => [key, value]),
  );

const destinationIn = ({ option }: Command): Route['destination'] => {
  const list = option('destination-prefix-list-id');
  if (list?.startsWith('pl-')) return { kind: 'prefix-list', id: `pl-${list.slice(3)}` };
  const ipv6 = option('destination-ipv6-cidr-block');
  return ipv6 === undefined
    ? { kind: 'ipv4', cidr: option('destination-cidr-block') ?? '' }
    : { kind: 'ipv6', cidr: ipv6 };
};

const targetIn = (n: Network, { option }: Command): RouteTarget => {
  const nat = option('nat-gateway-id');
  if (nat !== undefined) return { kind: 'nat-gateway', id: byId(n.all.natGateways, nat).id };
  const gateway = option('gateway-id');
  if (gateway !== undefined) return { kind: 'internet-gateway', id: byId(n.all.internetGateways, gateway).id };
  const eigw = option('egress-only-internet-gateway-id');
  if (eigw !== undefined)
    return { kind: 'egress-only-internet-gateway', id: byId(n.all.egressOnlyInternetGateways, eigw).id };
  const peering = option('vpc-peering-connection-id');
  if (peering !== undefined)
    return { kind: 'vpc-peering-connection', id: byId(n.all.vpcPeeringConnections, peering).id };
  const endpoint = option('vpc-endpoint-id');
  if (endpoint !== undefined) return { kind: 'vpc-endpoint', id: byId(n.all.vpcEndpoints, endpoint).id };
  const transit = option('transit-gateway-id');
  if (transit !== undefined) return { kind: 'transit-gateway', id: `tgw-${transit.slice(4)}` };
  throw new Error('a route needs a target');
};

const changeRoutes = (n: Network, command: Command, verb: 'create' | 'replace' | 'delete'): void => {
  const table = byId(n.all.routeTables, command.option('route-table-id'));
  const destination = destinationIn(command);
  const same = table.routes.filter((route) => JSON.stringify(route.destination) === JSON.stringify(destination));
  const fixed = same.filter(({ origin }) => origin !== 'EnableVgwRoutePropagation');
  if (verb === 'create' && fixed.length > 0) throw new Error(`${table.id} has that route already`);
  if (verb !== 'create' && fixed.length === 0) throw new Error(`${table.id} has no such route`);
  table.routes = table.routes.filter((route) => !fixed.includes(route));
  if (verb !== 'delete')
    table.routes.push({ destination, target: { ...targetIn(n, command) }, state: 'active', origin: 'CreateRoute' });
};

const protocols: Readonly<Record<string, string>> = { tcp: '6', udp: '17', all: '-1' };

const addAclEntry = (n: Network, { option, has }: Command): void => {
  const acl = byId(n.all.networkAcls, option('network-acl-id'));
  const direction = has('egress') ? 'egress' : 'ingress';
  const ruleNumber = Number(option('rule-number'));
  const ipv6 = option('ipv6-cidr-block');
  const ports = fields(option('port-range') ?? '');
  if (acl.entries.some((entry) => entry.direction === direction && entry.ruleNumber === ruleNumber))
    throw new Error(`${acl.id} has a rule ${ruleNumber} for ${direction} already`);
  if (!(ruleNumber >= 1 && ruleNumber <= 32766)) throw new Error(`${ruleNumber} is not a rule number`);
  acl.entries.push({
    direction,
    ruleNumber,
    action: option('rule-action') === 'deny' ? 'deny' : 'allow',
    protocol: protocols[option('protocol') ?? ''] ?? '',
    cidr: ipv6 === undefined ? { kind: 'ipv4', cidr: option('cidr-block') ?? '' } : { kind: 'ipv6', cidr: ipv6 },
    ports: { kind: 'range', from: Number(ports.get('From')), to: Number(ports.get('To')) },
  });
};

const peersIn = (n: Network, text: string): Mutable<SecurityGroupRule['peer']>[] =>
  [...text.matchAll(/\{(CidrIp|CidrIpv6|GroupId|PrefixListId)=([^,}]+)[^}]*\}/g)].map(([, key, value = '']) => {
    if (key === 'CidrIp') return { kind: 'ipv4', cidr: value };
    if (key === 'CidrIpv6') return { kind: 'ipv6', cidr: value };
    if (key === 'PrefixListId') return { kind: 'prefix-list', id: `pl-${value.slice(3)}` };
    const { id, vpcId } = byId(n.all.securityGroups, value);
    return { kind: 'security-group', id, vpcId, ownerId: null, peeringConnectionId: null, peeringStatus: null };
  });

const authorize = (n: Network, { option, words }: Command, direction: 'ingress' | 'egress'): void => {
  const group = byId(n.all.securityGroups, option('group-id'));
  for (const text of words('ip-permissions')) {
    const permission = fields(text);
    const protocol = protocols[permission.get('IpProtocol') ?? ''] ?? '';
    const ports = {
      kind: 'range',
      from: Number(permission.get('FromPort')),
      to: Number(permission.get('ToPort')),
    } as const;
    group[direction].push(...peersIn(n, text).map((peer) => ({ protocol, ports, peer })));
  }
};

const updateFunction = (n: Network, { option }: Command): void => {
  const [name] = (option('function-name') ?? '').split(':');
  const network = n.network(name);
  const config = fields(option('vpc-config') ?? '');
  const listIn = (key: string): string[] => config.get(key)?.split(',') ?? [];
  network.subnetIds = listIn('SubnetIds').map((id) => byId(n.all.subnets, id).id);
  network.securityGroupIds = listIn('SecurityGroupIds').map((id) => byId(n.all.securityGroups, id).id);
  const ipv6 = config.get('Ipv6AllowedForDualStack');
  if (ipv6 !== undefined) network.ipv6AllowedForDualStack = ipv6 === 'true';
};

const modifyEndpoint = (n: Network, { option, words, has }: Command): void => {
  const endpoint = byId(n.all.vpcEndpoints, option('vpc-endpoint-id'));
  if (has('private-dns-enabled')) endpoint.privateDnsEnabled = true;
  const forResolversOnly = fields(option('dns-options') ?? '').get('PrivateDnsOnlyForInboundResolverEndpoint');
  if (forResolversOnly !== undefined) endpoint.privateDnsOnlyForInboundResolver = forResolversOnly === 'true';
  for (const id of words('add-route-table-ids')) {
    const table = byId(n.all.routeTables, id);
    const list = n.all.prefixLists.find(({ name }) => name === endpoint.serviceName);
    if (list === undefined) throw new Error(`${endpoint.serviceName} has no prefix list`);
    endpoint.routeTableIds.push(table.id);
    const target = { kind: 'vpc-endpoint', id: endpoint.id } as const;
    const destination = { kind: 'prefix-list', id: list.id } as const;
    table.routes.push({ destination, target, state: 'active', origin: 'CreateRoute' });
  }
};

const operations: Readonly<Record<string, (n: Network, command: Command) => void>> = {
  'ec2 create-route': (n, command) => changeRoutes(n, command, 'create'),
  'ec2 replace-route': (n, command) => changeRoutes(n, command, 'replace'),
  'ec2 delete-route': (n, command) => changeRoutes(n, command, 'delete'),
  'ec2 create-network-acl-entry': addAclEntry,
  'ec2 authorize-security-group-ingress': (n, command) => authorize(n, command, 'ingress'),
  'ec2 authorize-security-group-egress': (n, command) => authorize(n, command, 'egress'),
  'ec2 modify-vpc-endpoint': modifyEndpoint,
  'ec2 modify-vpc-attribute': (n, { option, has }) => {
    const vpc = byId(n.all.vpcs, option('vpc-id'));
    if (has('enable-dns-support')) vpc.enableDnsSupport = { status: 'known', value: true };
    if (has('enable-dns-hostnames')) vpc.enableDnsHostnames = { status: 'known', value: true };
  },
  'ec2 modify-network-interface-attribute': (n, { option, has }) => {
    const nic = byId(n.all.networkInterfaces, option('network-interface-id'));
    if (has('no-source-dest-check')) nic.sourceDestCheck = false;
  },
  'ec2 attach-internet-gateway': (n, { option }) => {
    const gateway = byId(n.all.internetGateways, option('internet-gateway-id'));
    if (gateway.attachments.length > 0) throw new Error(`${gateway.id} is attached already`);
    const { id: vpcId } = byId(n.all.vpcs, option('vpc-id'));
    gateway.attachments.push({ vpcId, state: 'available' });
    for (const { routes } of n.all.routeTables.filter((table) => table.vpcId === vpcId))
      for (const route of routes) if ('id' in route.target && route.target.id === gateway.id) route.state = 'active';
  },
  'ec2 start-instances': (n, { words }) => {
    for (const id of words('instance-ids')) byId(n.all.instances, id).state = 'running';
  },
  'lambda update-function-configuration': updateFunction,
};

/** Whether all of these commands can be carried out as they stand, without a word that the owner has to fill in. */
export const areComplete = (lines: readonly string[]): boolean =>
  lines.length > 0 &&
  lines.every((line) => !line.includes('<') && line.startsWith('aws ') && commandOf(line).operation in operations);

/** Carries out commands on a network, and fails where AWS refuses one: what it names is gone, or is there already. */
export const carryOut = (n: Network, lines: readonly string[]): void => {
  for (const line of lines) {
    const command = commandOf(line);
    operations[command.operation]?.(n, command);
  }
};
