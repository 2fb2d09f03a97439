import { withEndpoint } from '../support/endpoints.ts';
import { addIpv6 } from '../support/ipv6.ts';
import type { Change } from '../support/network.ts';
import { addPeerVpc } from '../support/peer-vpc.ts';
import { groupReference, groupRule } from '../support/resources.ts';
import { asking, testRule } from '../support/rule-test.ts';
import { addDatabase, port5432 } from '../support/targets.ts';

const closed: Change = (n) => addDatabase(n, groupReference(n.securityGroup('default').id, port5432));
const resource = (): string => 'sg-0db';
const fromFunction = '--group-id sg-0db --ip-permissions';

testRule('private-target-sg-ingress-missing', {
  asks: [asking('10.0.40.7:5432')],
  passes: {
    "the function's group is let in": (n) => addDatabase(n),
    "all of the function's subnets are let in": (n) => addDatabase(n, groupRule('10.0.0.0/16', port5432)),
    'the function lets nothing out, which is the root cause': (n) => {
      closed(n);
      n.securityGroup().egress = [];
    },
    'no interface is seen at the address': (n) => {
      closed(n);
      n.remove(n.networkInterface('10.0.40.7'));
    },
  },
  flags: {
    'another group is let in': [
      closed,
      {
        severity: 'error',
        resource,
        message:
          /^Security group sg-0db of interface eni-\w+ \(10\.0\.40\.7\) lets in only tcp 5432 from sg-\w+: connections of orders-api to tcp 5432 are dropped\.$/,
        commands: (n) => [
          `aws ec2 authorize-security-group-ingress ${fromFunction} 'IpProtocol=tcp,FromPort=5432,ToPort=5432,UserIdGroupPairs=[{GroupId=${n.securityGroup().id}}]'`,
        ],
      },
    ],
    'the port is let in over UDP only': [
      (n) => addDatabase(n, { ...groupReference(n.securityGroup().id, port5432), protocol: '17' }),
      { severity: 'error', resource, message: /lets in only udp 5432 from sg-/ },
    ],
    'one of three subnets is let in': [
      (n) => addDatabase(n, groupRule('10.0.11.0/24', port5432)),
      { severity: 'error', resource, message: /lets in only tcp 5432 from 10\.0\.11\.0\/24/ },
    ],
    'another account owns the interface': [
      (n) => {
        closed(n);
        n.networkInterface('10.0.40.7').ownerId = '210987654321';
      },
      { severity: 'error', resource, message: /sg-0db/, actor: 'owner-account' },
    ],
    'the target is in a peered VPC, to which the ranges of the subnets are named': [
      (n) => {
        addPeerVpc(n, groupRule('10.1.0.0/16', port5432));
      },
      {
        question: asking('10.1.40.7:5432'),
        severity: 'error',
        resource: () => 'sg-0peerdb',
        message: /^Security group sg-0peerdb /,
        fixCommand:
          /IpRanges=\[\{CidrIp=10\.0\.11\.0\/24\},\{CidrIp=10\.0\.12\.0\/24\},\{CidrIp=10\.0\.13\.0\/24\}\]'$/,
      },
    ],
  },
  skips: { networkInterfaces: closed, securityGroups: closed },
});

testRule('private-target-sg-ingress-missing', {
  asks: [asking('secretsmanager')],
  passes: {
    'the interface is that of an endpoint, which has a rule of its own': withEndpoint('secretsmanager', (n) => {
      n.securityGroup('endpoints').ingress = [];
    }),
    'a dual-stack network': addIpv6,
  },
  flags: {
    'two ports of one database are asked for': [
      closed,
      { question: asking('10.0.40.7:6379'), severity: 'error', resource, message: /to tcp 6379 are dropped/ },
    ],
  },
});
