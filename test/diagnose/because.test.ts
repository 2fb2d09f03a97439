import { describe, expect, it } from 'vitest';
import { parseTarget } from '../../src/cli/target.ts';
import { diagnose } from '../../src/diagnose.ts';
import type { Answer } from '../../src/model/report.ts';
import { defaultQuestion } from '../../src/model/target.ts';
import { table as tablePieces } from '../../src/report/table.ts';
import { whole } from '../report/whole.ts';
import { withEndpoint } from '../support/endpoints.ts';
import { diagnosed, rows, snapshotOf } from '../support/laws.ts';
import { type Change, network } from '../support/network.ts';
import { aclRule, addAclRules, addNatInstance, addPeering, groupRule, setAclRules } from '../support/resources.ts';
import { addInterface } from '../support/targets.ts';

const table = whole(tablePieces);

const answerOf = (change: Change): Answer => {
  const answer = diagnosed(network(change))[0]?.answers[0];
  if (answer === undefined) throw new Error('the report has no answer');
  return answer;
};

const acl = 'network ACL acl-0cf138b2936990287';

/** Shares by hand: 64,512 ports from 1024 to 65535, of which 28,233 are 32768 to 61000. */
describe('the first sentence of a partial answer', () => {
  it('names the share of ports that are closed, the rule that allows too little, and the consequence', () => {
    const { because } = answerOf((n) => {
      setAclRules(n, 'private', 'ingress', aclRule(110, 'allow', '0.0.0.0/0', [32_768, 61_000]));
    });
    expect(because).toBe(
      `orders-api reaches the internet only sometimes, from all 3 of its subnets: ${acl} closes 56.2 % of the ports that replies may come back to, on their way in: rule 110 allows only tcp 32768-61000; expect connections to fail at random.`,
    );
  });

  it('names the rule that denies, where one does', () => {
    const { because } = answerOf((n) => {
      addAclRules(n, 'private', 'ingress', aclRule(90, 'deny', '0.0.0.0/0', [1024, 33_279]));
    });
    expect(because).toContain(`${acl} closes 50 % of the ports`);
    expect(because).toContain('rule 90 denies tcp 1024-33279; expect connections to fail at random');
  });

  it('says what is left where several lists close a part', () => {
    const { because } = answerOf((n) => {
      setAclRules(n, 'private', 'ingress', aclRule(100, 'allow', '0.0.0.0/0', [33_280, 65_535]));
      setAclRules(
        n,
        'public',
        'ingress',
        aclRule(100, 'allow', '10.0.0.0/16', 'all'),
        aclRule(110, 'allow', '0.0.0.0/0', [33_280, 65_535]),
      );
    });
    expect(because).toContain('in all, 25 % of the possible connections work');
  });

  it('counts subnets in which it works, works sometimes and fails', () => {
    const { because } = answerOf((n) => {
      n.addRoute('private-a', '128.0.0.0/1', addPeering(n));
      n.route('private-b').state = 'blackhole';
    });
    expect(because).toMatch(
      /^orders-api reaches the internet from 1 of its 3 subnets, only sometimes from 1 and fails from 1: /,
    );
  });

  it('names the addresses that differ as few blocks, and their share', () => {
    const { because } = answerOf((n) => n.addRoute('private-a', '128.0.0.0/1', addPeering(n)));
    expect(because).toContain('; this cuts off 128.0.0.0/1 (43.5 % of the addresses).');
  });

  it('names at most five blocks and the number of the others', () => {
    const blocks = ['20', '24', '28', '32', '36', '40', '44'].map((first) => `${first}.0.0.0/7`);
    const { because } = answerOf((n) => {
      const peering = addPeering(n);
      for (const block of blocks) n.addRoute('private-a', block, peering);
    });
    expect(because).toContain(
      'this cuts off 20.0.0.0/7, 24.0.0.0/7, 28.0.0.0/7, 32.0.0.0/7, 36.0.0.0/7 and 2 more ranges (',
    );
  });

  it("names the share of the function's own addresses, where those differ", () => {
    const { because } = answerOf((n) => {
      addNatInstance(n);
      n.securityGroup('nat-instance').ingress = [groupRule('10.0.11.128/25', 'all')];
    });
    expect(because).toMatch(
      /for 49\.4 % of the addresses of the function's subnet; expect connections to fail at random\.$/,
    );
  });
});

describe('the first sentence of an answer about all subnets', () => {
  it('names the resources that have one defect together', () => {
    const { because } = answerOf((n) => {
      for (const subnet of ['private-a', 'private-b', 'private-c']) n.removeRoute(subnet);
    });
    expect(because).toBe(
      'orders-api cannot reach the internet from any of its 3 subnets: route table rtb-039747f2a8fc9e46f has no route to the internet; the same holds for rtb-06484f1e4fd45c7e8 and rtb-0b4dc3d3dcc976e87.',
    );
  });

  it.each([
    [
      'an interface of an endpoint',
      () => {},
      /the security groups of endpoint interface eni-\w+ \(sg-0endpoints\) do not/,
    ],
    [
      'an endpoint whose interfaces could not be read',
      (n) => n.deny('networkInterfaces'),
      /the security groups of endpoint vpce-\w+ \(sg-0endpoints\) do not/,
    ],
  ] satisfies [string, Change, RegExp][])('says that what lets nothing in is %s', (_, also, words) => {
    const change = withEndpoint('secretsmanager', (n) => {
      n.securityGroup('endpoints').ingress = [];
      also(n);
    });
    const target = parseTarget('secretsmanager');
    const [fn] = diagnosed(network(change), 'to', null, [{ target, origin: 'to', askedBecause: '--to' }]);
    expect(fn?.answers[0]?.because).toMatch(words);
  });

  it('tells what one group keeps out of several interfaces once', () => {
    const change: Change = (n) => {
      const group = n.addSecurityGroup('db', {});
      for (const zone of ['a', 'b', 'c'] as const)
        addInterface(n, `private-${zone}`, `10.0.1${'abc'.indexOf(zone) + 1}.40`, group);
    };
    const target = parseTarget('sg-0db:5432');
    const [fn] = diagnosed(network(change), 'to', null, [{ target, origin: 'to', askedBecause: '--to' }]);
    expect(fn?.answers[0]?.because).toMatch(/\(sg-0db\) do not let the function in on tcp 5432\.$/);
  });
});

describe('lists of addresses', () => {
  const blocks = /\d+\.\d+\.\d+\.\d+\/\d+|[0-9a-f]*::?[0-9a-f:]*\/\d+/gu;
  const runs = /(?:except|cuts off) ([^(]*?)(?: and [\d,]+ more ranges?| \(|: [✓✗!?])/gu;

  it.each(rows.map((row) => [row.name, row] as const))('%s: at most five blocks in a row', (_, row) => {
    const snapshot = snapshotOf(row);
    const { functions } = snapshot.sections;
    const report = diagnose(snapshot, {
      functions: functions.status === 'collected' ? functions.items : [],
      questions: [defaultQuestion],
      allHops: false,
      rules: null,
      toolVersion: '0.0.0',
    });
    const screen = table(report, { color: false, columns: 120, quiet: false, verbose: true }).replace(/\s+/gu, ' ');
    const sentences = report.document.functions.flatMap(({ answers }) => answers.map(({ because }) => because));
    const lists = [screen, ...sentences].flatMap((text) => [...text.matchAll(runs)].map(([, list = '']) => list));
    expect(lists.filter((list) => (list.match(blocks) ?? []).length > 5)).toEqual([]);
  });

  it('exceptions with one outcome and reason are merged, also over subnets', () => {
    const { exceptions } = answerOf((n) => {
      const peering = addPeering(n);
      n.addRoute('private-a', '20.0.0.0/12', peering);
      n.addRoute('private-a', '20.16.0.0/12', peering);
      n.addRoute('private-b', '20.8.0.0/13', peering);
      n.addRoute('private-b', '20.32.0.0/12', peering);
    });
    expect(exceptions.map(({ cidrs, verdict }) => [cidrs, verdict])).toEqual([
      [['20.0.0.0/11', '20.32.0.0/12'], 'blocked'],
    ]);
  });
});
