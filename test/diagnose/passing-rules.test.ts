import { describe, expect, it } from 'vitest';
import { diagnosed } from '../support/laws.ts';
import { network } from '../support/network.ts';
import { aclRule, groupRule, setAclRules } from '../support/resources.ts';

type Change = NonNullable<Parameters<typeof network>[0]>;

const noteOf = (hop: string, change: Change): string | undefined => {
  const [fn] = diagnosed(network(change), 'default', 'orders-api');
  const [subnet] = fn?.answers[0]?.subnets ?? [];
  expect(subnet?.verdict).toBe('reachable');
  return subnet?.hops.find((each) => each.hop === hop)?.note;
};

/** Several rules let packets to the internet through, each to other addresses. */
describe('a hop that stops nothing', () => {
  it.each([
    ['1.0.0.0/8', '0.0.0.0/0'],
    ['0.0.0.0/0', '1.0.0.0/8'],
  ])('names the group rule that most addresses meet: %s before %s', (...cidrs) => {
    const note = noteOf('security-group-egress', (n) => {
      n.securityGroup().egress = cidrs.map((cidr) => groupRule(cidr, [443, 443]));
    });
    expect(note).toBe('lets the request out by tcp 443 to 0.0.0.0/0; replies need no rule');
  });

  it('names the rule of the network ACL that most addresses meet', () => {
    const note = noteOf('network-acl-egress', (n) => {
      setAclRules(
        n,
        'private',
        'egress',
        aclRule(90, 'allow', '1.0.0.0/8', [443, 443]),
        aclRule(100, 'allow', '0.0.0.0/0', 'all'),
      );
    });
    expect(note).toBe("lets the request out of the function's subnet by rule 100");
  });
});
