import type { Snapshot } from '../../src/model/snapshot.ts';
import { addAlias, attachedWith } from '../support/aliases.ts';
import { type Change, type Network, network } from '../support/network.ts';
import { addNatInstance } from '../support/resources.ts';
import { setMode } from '../truth/block-public-access.ts';

/** A list of the account's own in a rule that adds nothing to the rule of all addresses beside it. */
const ownPrefixList: Change = (n) => {
  n.all.prefixLists.push({
    id: 'pl-0123456789abcdef0',
    name: 'partners',
    ownerId: '123456789012',
    cidrs: { status: 'known', value: ['198.18.0.0/24'] },
  });
  const peer = { kind: 'prefix-list', id: 'pl-0123456789abcdef0' } as const;
  n.securityGroup().egress.push({ protocol: '6', ports: { kind: 'range', from: 443, to: 443 }, peer });
};

/** Private addresses, which are no part of the internet, behind an instance. */
const routeToInstance: Change = (n) => {
  const way = { ...n.route('private-a').target };
  const { id, instanceId } = addNatInstance(n);
  n.route('private-a').target = way;
  n.addRoute('private-a', '192.168.0.0/16', { kind: 'network-interface', id, instanceId });
};

/**
 * What makes the doctor send every call that it knows and changes no verdict about the internet. `block-ingress` leaves
 * NAT gateways alone.
 */
const everyCall: Change = (n) => {
  ownPrefixList(n);
  routeToInstance(n);
  setMode(n, 'block-ingress', { private: 'block-ingress', public: 'block-ingress' });
  addAlias(n, 'live', attachedWith(n, {}));
};

const toInternetGateway =
  (...tables: readonly string[]): Change =>
  (n) => {
    for (const table of tables) n.route(table).target = { kind: 'internet-gateway', id: n.internetGateway().id };
  };

const changed = (...changes: readonly Change[]): Snapshot =>
  network((n: Network) => {
    for (const change of changes) change(n);
  });

/** Networks whose true verdict is known: a function in a public subnet has no public address, so it cannot get out. */
export const networks = {
  reachable: changed(everyCall),
  blocked: changed(everyCall, toInternetGateway('private-a', 'private-b', 'private-c')),
  partial: changed(everyCall, toInternetGateway('private-b')),
} as const satisfies Readonly<Record<string, Snapshot>>;

export type Truth = keyof typeof networks;
export const truths = Object.keys(networks) as readonly Truth[];
