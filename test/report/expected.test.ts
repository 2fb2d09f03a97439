import { describe, expect, it } from 'vitest';
import type { Answer, Verdict } from '../../src/model/report.ts';
import { table as tablePieces } from '../../src/report/table.ts';
import { ids, internet, inVpc, reportOn, subnet } from './report-parts.ts';
import { whole } from './whole.ts';

const table = whole(tablePieces);

const options = { color: false, columns: 100, quiet: false, verbose: false };

const forbidden = (verdict: Verdict, because: string): Answer => ({
  ...internet(verdict, because, [subnet(ids.privateA, 'a', verdict, null), subnet(ids.privateB, 'b', verdict, null)]),
  expected: 'forbidden',
});

const shut = inVpc('shut', { answers: [forbidden('blocked', 'shut cannot reach the internet.')] });
const open = inVpc('open', { answers: [forbidden('reachable', 'open reaches the internet.')] });

describe('a forbidden target on the screen', () => {
  it('is in order where it is blocked, and no hint says to look at the code', () => {
    const text = table(reportOn([shut]), options);
    expect(text).toContain('✓ shut cannot reach the internet.');
    expect(text).toMatch(/private-a \S+ │ eu-west-1a │ ✓ no/);
    expect(text).not.toContain('look at the code');
  });

  it('is not in order where it is reached', () => {
    const text = table(reportOn([open]), options);
    expect(text).toContain('✗ Forbidden: open reaches the internet.');
    expect(text).toMatch(/private-a \S+ │ eu-west-1a │ ✗ yes/);
  });

  it('is not in order where a few of its addresses are reached', () => {
    const because = 'shut cannot reach the internet.';
    const exceptions = [{ cidrs: ['8.8.8.0/24'], verdict: 'reachable' as const, because: 'these are reachable' }];
    const answer = { ...forbidden('blocked', because), exceptions };
    const text = table(reportOn([inVpc('shut', { answers: [answer] })]), options);
    expect(text).toContain(`! Forbidden, and reached in part: ${because}`);
    expect(text).toContain('except 8.8.8.0/24: ✗ yes');
  });

  it('is unknown where it is blocked from one subnet and the rest cannot be told', () => {
    const subnets = [subnet(ids.privateA, 'a', 'blocked', 0), subnet(ids.privateB, 'b', 'unknown', null)];
    const answer = { ...forbidden('partial', 'f fails to reach the internet from 1 of its 2 subnets.'), subnets };
    const text = table(reportOn([inVpc('f', { answers: [answer] })]), options);
    expect(text).toContain('? f fails to reach the internet from 1 of its 2 subnets.');
  });

  it('is named beside what is required, where several were asked', () => {
    const s3: Answer = { ...internet('reachable', 'shut reaches s3.', []), target: 's3', expected: 'required' };
    const text = table(reportOn([{ ...shut, answers: [...shut.answers, s3] }]), options);
    expect(text).toContain('✓ shut does what is expected of it.');
    expect(text).toMatch(/the internet +│ ✓ no +│ forbidden │/);
    expect(text).toMatch(/s3 +│ ✓ yes +│ required +│/);
  });

  it('counts a function of which nothing is expected beyond it among those that do what is expected', () => {
    const any: Answer = { ...internet('blocked', 'shut cannot reach s3.', []), target: 's3', expected: 'any' };
    const lax = inVpc('lax', { answers: [any] });
    const text = table(reportOn([{ ...shut, answers: [...shut.answers, any] }, lax]), options);
    expect(text).toContain('✓ 2 of 2 functions do what is expected.');
  });

  it('decides which of many functions come first', () => {
    const text = table(reportOn([shut, open]), options);
    expect(text).toContain('✗ 1 of 2 functions does what is expected.');
    expect(text.indexOf('│ ✗ yes  │ open')).toBeLessThan(text.indexOf('│ ✓ no   │ shut'));
    expect(text.indexOf('│ ✗ yes  │ open')).toBeGreaterThan(0);
  });
});
