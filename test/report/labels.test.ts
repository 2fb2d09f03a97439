import { describe, expect, it } from 'vitest';
import { labelsOf } from '../../src/report/labels.ts';
import { ids, names } from './report-parts.ts';

const short = labelsOf(names, false);
const full = labelsOf(names, true);

describe('labels of resources', () => {
  it('shows the Name tag and the end of the id', () => {
    expect(short.of(ids.privateC)).toBe('private-c (…e4d8)');
    expect(full.of(ids.privateC)).toBe(`private-c (${ids.privateC})`);
  });

  it('shortens an id without a Name tag, old or new', () => {
    expect([short.of(ids.igw), short.of('vpc-1234abcd')]).toEqual(['igw-…0e1f', 'vpc-…abcd']);
    expect(full.of(ids.igw)).toBe(ids.igw);
  });

  it('shows a function by its name', () => {
    expect(short.of('arn:aws-cn:lambda:cn-north-1:123456789012:function:orders:live')).toBe('orders:live');
  });

  it('names the kind only where a Name tag hides it', () => {
    expect([short.nounOf(ids.routesPublic), short.nounOf(ids.igw)]).toEqual(['route table', '']);
  });

  it('replaces ids within a sentence', () => {
    expect(short.within(`route table ${ids.routesPublic}: 0.0.0.0/0 → ${ids.igw}.`)).toBe(
      'route table public (…9d10): 0.0.0.0/0 → igw-…0e1f.',
    );
  });

  it('does not name a resource twice where the sentence already has its Name tag', () => {
    expect(short.within(`nat-a (${ids.natA})`)).toBe('nat-a (…a440)');
  });

  it('leaves words alone that only look like ids', () => {
    expect(short.within('web-acl-rules and i-love-it and sg-1')).toBe('web-acl-rules and i-love-it and sg-1');
  });
});
