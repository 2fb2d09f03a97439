import type { Hop, HopKind, Verdict } from '../model/report.ts';

/** The four answers, as a mark and a word, so that neither colour nor font is needed to tell them apart. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  reachable: '✓ yes',
  blocked: '✗ no',
  partial: '! sometimes',
  unknown: '? unknown',
};

export const verdictMarks: Readonly<Record<Verdict, string>> = {
  reachable: '✓',
  blocked: '✗',
  partial: '!',
  unknown: '?',
};

export const hopMarks: Readonly<Record<Hop['verdict'], string>> = {
  passes: '✓',
  blocks: '✗',
  partial: '!',
  unknown: '?',
  'not-reached': '-',
};

/** Steps of a path in AWS's nouns, with the direction in which a network ACL is passed. */
export const hopWords: Readonly<Record<HopKind, string>> = {
  'network-interface': 'network interface',
  'security-group-egress': 'security group',
  'network-acl-egress': 'network ACL (out)',
  'network-acl-ingress': 'network ACL (in)',
  route: 'route table',
  'nat-gateway': 'NAT gateway',
  'nat-instance': 'NAT instance',
  'internet-gateway': 'internet gateway',
  'egress-only-internet-gateway': 'egress-only internet gateway',
  'vpc-endpoint': 'VPC endpoint',
  'peering-connection': 'peering connection',
  'transit-gateway': 'transit gateway',
  firewall: 'firewall',
  target: 'target',
};

/** A target as a person says it; anything but a word of ours is shown as it was asked. */
export const targetWords = (target: string): string =>
  target === 'internet' ? 'the internet' : target === 'internet6' ? 'the internet over IPv6' : target;

export const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;

/** A share of what was asked; 0 % and 100 % are said only where they are exact. */
export const percent = (share: number): string => {
  if (share <= 0) return '0 %';
  if (share >= 1) return '100 %';
  if (share < 0.01) return 'under 1 %';
  if (share > 0.99) return 'over 99 %';
  return `about ${Math.round(share * 100)} %`;
};

/** A sentence with the full stop that it may lack. */
export const fullStop = (text: string): string => (/[.?!:]$/u.test(text) ? text : `${text}.`);

/** All of something that is named once: `both subnets`, `all 3 subnets`. */
export const allOf = (n: number, noun: string): string => (n === 2 ? `both ${noun}s` : `all ${count(n, noun)}`);

/** The first ones by name and the number of the rest. */
export const firstOf = (items: readonly string[], most: number, noun = ''): string => {
  const left = items.length - most;
  return left > 0
    ? `${items.slice(0, most).join(', ')} and ${left} more ${left === 1 ? noun.replace(/s$/, '') : noun}`.trimEnd()
    : items.join(', ');
};
