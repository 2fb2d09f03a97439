import { describe, expect, it } from 'vitest';
import type { Simulator } from '../../src/diagnose/replay.ts';
import { diagnose, diagnoseWith } from '../../src/diagnose.ts';
import type { Answer, Report } from '../../src/model/report.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import type { Question } from '../../src/model/target.ts';
import { textTracer } from '../../src/network/trace.ts';
import { sarif } from '../../src/report/sarif.ts';
import { rules } from '../../src/rules/index.ts';
import { aboutTheInternet, lawsBrokenBy } from '../support/laws.ts';
import { healthy, type Network, network } from '../support/network.ts';

const options = (snapshot: Snapshot, questions: readonly Question[] = [aboutTheInternet('to')]) => {
  const { functions } = snapshot.sections;
  const items = functions.status === 'collected' ? functions.items : [];
  return { functions: items, questions, allHops: true, rules: null, toolVersion: '0.0.0' };
};

const subnetId = (name: string): string => {
  const { subnets } = healthy.sections;
  return (subnets.status === 'collected' && subnets.items.find((item) => item.name === name)?.id) || '';
};

/** The simulator itself but for one subnet, of whose packets it says the same of all. */
const saysOf =
  (name: string, outcome: 'works' | 'fails' | 'unknown') =>
  (snapshot: Snapshot): Simulator => {
    const send = textTracer(snapshot);
    return (packet) => (packet.subnetId === subnetId(name) ? { outcome } : send(packet));
  };

const blackhole = (zone: string) => (n: Network) => {
  n.route(`private-${zone}`).state = 'blackhole';
};

const answerOf = ({ document }: Report): Answer => {
  const [answer] = document.functions[0]?.answers ?? [];
  if (answer === undefined) throw new Error('the report has no answer');
  return answer;
};

const needs = new Map(rules.map((rule) => [rule.id, rule.needs]));

describe('two computations that disagree', () => {
  it.each(['fails', 'unknown'] as const)('make a reachable subnet unknown, if the other says %s', (outcome) => {
    const report = diagnoseWith(saysOf('private-a', outcome), healthy, options(healthy));
    const { verdict, subnets, because } = answerOf(report);
    expect(verdict).toBe('unknown');
    expect(subnets.map((subnet) => [subnet.verdict, subnet.share, subnet.witnesses.length])).toEqual([
      ['unknown', null, 0],
      ['reachable', 1, 1],
      ['reachable', 1, 1],
    ]);
    expect(because).toContain('two independent computations of lambda-net-doctor disagree');
    expect(because).toContain('a defect of lambda-net-doctor');
    expect(because).toContain('10.0.11.4 port 1024 by NAT port 1024 to 1.0.0.0 port 443');
    expect(because).toContain('--save-snapshot');
    expect(report.disagreements).toHaveLength(1);
  });

  it('take the findings with them that rest on the answer, and leave the others', () => {
    const broken = network((n) => {
      blackhole('a')(n);
      blackhole('b')(n);
    });
    const report = diagnoseWith(saysOf('private-a', 'works'), broken, options(broken));
    const [fn] = report.document.functions;
    expect(answerOf(report).subnets.map(({ verdict }) => verdict)).toEqual(['unknown', 'blocked', 'reachable']);
    const errors = fn?.findings.filter(({ severity }) => severity === 'error') ?? [];
    expect(errors.map(({ ruleId, subnetIds }) => [ruleId, subnetIds])).toEqual([
      ['blackhole-route', [subnetId('private-b')]],
    ]);
    expect(answerOf(report).because).toMatch(/^orders-api .*fails from 1.*; two independent computations/);
  });

  it('leave no error where nothing else is wrong', () => {
    const broken = network(blackhole('a'));
    const report = diagnoseWith(saysOf('private-a', 'works'), broken, options(broken));
    expect(report.document.functions[0]?.findings.map(({ severity }) => severity)).not.toContain('error');
    expect(lawsBrokenBy(report.document.functions, broken, 'to', needs)).toEqual([]);
  });

  it('leave the answers about other functions and to other questions', () => {
    const two = network((n) => {
      n.addFunction('invoices').subnetIds = [n.subnet('private-b').id];
    });
    const { document } = diagnoseWith(saysOf('private-a', 'fails'), two, options(two));
    expect(document.functions.map(({ answers }) => answers[0]?.verdict)).toEqual(['unknown', 'reachable']);
  });

  it('are told once for a placement that many functions share', () => {
    const many = network((n) => {
      for (const name of ['one', 'two', 'three']) n.addFunction(name);
    });
    let sent = 0;
    const counting = (snapshot: Snapshot): Simulator => {
      const send = saysOf('private-a', 'fails')(snapshot);
      return (packet) => {
        sent += 1;
        return send(packet);
      };
    };
    expect(diagnoseWith(counting, many, options(many)).disagreements).toHaveLength(1);
    expect(sent).toBe(3);
  });

  it('keep code scanning from closing alerts', () => {
    const screen = { color: false, columns: 80, quiet: false, verbose: false };
    const report = diagnoseWith(saysOf('private-a', 'fails'), healthy, options(healthy));
    const [invocation] = JSON.parse(sarif(report, screen).join('')).runs[0].invocations;
    expect(invocation.executionSuccessful).toBe(false);
    expect(JSON.stringify(invocation.toolExecutionNotifications)).toContain('two independent computations');
  });
});

describe('two computations that agree', () => {
  it('leave the report as it is', () => {
    const { disagreements, document } = diagnose(healthy, options(healthy));
    expect(disagreements).toEqual([]);
    expect(document.functions[0]?.answers[0]?.verdict).toBe('reachable');
  });
});
