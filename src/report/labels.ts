import { clip } from './width.ts';
import { targetWords } from './words.ts';

/** Ids of AWS resources inside a sentence, old (8 digits) and new (17). */
const resourceId =
  /\b(vpc|subnet|rtb|nat|igw|eigw|acl|sg|eni|i|vpce|pl|pcx|tgw-attach|tgw|vgw|lgw|cagw|dopt)-([0-9a-f]{8,17})\b/gu;
const functionArn = /^arn:[^:]+:lambda:[^:]*:[^:]*:function:(.+)$/u;
const longestName = 40;

const nouns: Readonly<Record<string, string>> = {
  vpc: 'VPC',
  subnet: 'subnet',
  rtb: 'route table',
  nat: 'NAT gateway',
  igw: 'internet gateway',
  eigw: 'egress-only internet gateway',
  acl: 'network ACL',
  sg: 'security group',
  eni: 'network interface',
  i: 'instance',
  vpce: 'VPC endpoint',
  pl: 'prefix list',
  pcx: 'peering connection',
  tgw: 'transit gateway',
  'tgw-attach': 'transit gateway attachment',
};

/** Texts of a report are safe to print before they come here. */
export interface Labels {
  /** What a person calls a resource: its Name tag and the end of its id, or its short id, or a function's name. */
  readonly of: (resource: string) => string;
  /** The kind of a resource, where its Name tag hides it; else nothing. */
  readonly nounOf: (resource: string) => string;
  /** The Name tag if there is one, else as `of`. */
  readonly nameOf: (resource: string) => string;
  /** A sentence with its ids replaced by labels. */
  readonly within: (sentence: string) => string;
}

/** Labels for one report; with `fullIds` no id is shortened. */
export const labelsOf = (names: ReadonlyMap<string, string>, fullIds: boolean): Labels => {
  const shortId = (id: string): string => (fullIds ? id : id.replace(resourceId, (whole) => `…${whole.slice(-4)}`));
  const bareId = (id: string): string =>
    fullIds ? id : id.replace(resourceId, (whole, kind: string) => `${kind}-…${whole.slice(-4)}`);
  const tagOf = (id: string): string => clip((names.get(id) ?? '').trim(), longestName);
  const labelOf = (id: string): string => {
    const tag = tagOf(id);
    return tag === '' ? bareId(id) : `${tag} (${shortId(id)})`;
  };
  const nameOf = (resource: string): string =>
    tagOf(resource) || bareId(functionArn.exec(resource)?.[1] ?? targetWords(resource));
  const of = (resource: string): string => (tagOf(resource) === '' ? nameOf(resource) : labelOf(resource));
  return {
    of,
    nounOf: (resource) => (tagOf(resource) === '' ? '' : (nouns[resource.replace(/-[^-]*$/u, '')] ?? '')),
    nameOf,
    within: (sentence) =>
      sentence.replace(resourceId, (id, _kind, _digits, at: number, whole: string) => {
        const tag = tagOf(id);
        return tag !== '' && whole.slice(0, at).endsWith(`${tag} (`) ? shortId(id) : labelOf(id);
      }),
  };
};
