import type { Change } from '../support/network.ts';
import { aclRule, addNatInstance, setAclRules } from '../support/resources.ts';

/** One folder of fixtures/ each: what is changed in the correct network. */
export const symptoms: Readonly<Record<string, Change>> = {
  'public-subnets': (n) => {
    n.network().subnetIds = [n.subnet('public-a').id, n.subnet('public-b').id, n.subnet('public-c').id];
  },
  'blackhole-in-one-zone': (n) => {
    n.natGateway('nat-c').state = 'deleted';
    n.route('private-c').state = 'blackhole';
  },
  'only-a-main-route-table': (n) => {
    const main = n.routeTable('main');
    main.routes.push(...n.routeTable('private-a').routes.filter(({ target }) => target.kind === 'vpc-endpoint'));
    for (const endpoint of n.all.vpcEndpoints) endpoint.routeTableIds = [main.id];
    for (const zone of ['a', 'b', 'c']) {
      n.disassociate(`private-${zone}`);
      n.remove(n.routeTable(`private-${zone}`));
    }
  },
  'nacl-drops-replies': (n) => {
    setAclRules(n, 'private', 'ingress', aclRule(100, 'allow', '0.0.0.0/0', [443, 443]));
  },
  'nacl-half-of-the-ports': (n) => {
    setAclRules(n, 'private', 'ingress', aclRule(100, 'allow', '0.0.0.0/0', [32768, 65535]));
  },
  'single-zone': (n) => {
    n.network().subnetIds = [n.subnet('private-a').id];
  },
  'nat-in-private-subnet': (n) => {
    for (const zone of ['a', 'b', 'c']) n.natGateway(`nat-${zone}`).subnetId = n.subnet(`private-${zone}`).id;
  },
  'nat-instance-source-dest-check': (n) => {
    addNatInstance(n).sourceDestCheck = true;
  },
  'denied-nat-gateways': (n) => {
    n.deny('natGateways');
  },
  'two-functions-one-healthy': (n) => {
    n.addFunction('invoices').securityGroupIds = [n.addSecurityGroup('invoices-fn', {})];
  },
};
