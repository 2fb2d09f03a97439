import type { LambdaFunction } from '../../src/model/kinds/functions.ts';
import type { Subnet } from '../../src/model/kinds/subnets.ts';
import type { Section } from '../../src/model/section.ts';
import type { Sections } from '../../src/model/sections.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';

/** A network that the lab cannot build: something unread, undocumented, or more than the lab has room for. */
export class NotExpressible extends Error {}

/** The items of a section that was read. */
export const itemsOf = <Item>(section: Section<Item>): readonly Item[] => {
  if (section.status === 'collected') return section.items;
  throw new NotExpressible(`${section.action} was not read`);
};

export const functionOf = (snapshot: Snapshot, name: string): LambdaFunction => {
  const found = itemsOf(snapshot.sections.functions).find((fn) => fn.name === name);
  if (found === undefined) throw new Error(`no function ${name}`);
  return found;
};

export const subnetOf = (sections: Sections, id: string | null): Subnet => {
  const found = itemsOf(sections.subnets).find((subnet) => subnet.id === id);
  if (found === undefined) throw new NotExpressible(`no subnet ${id}`);
  return found;
};

/** The blocks of a subnet, of both families. */
export const cidrsOf = ({ cidr, ipv6Cidrs }: Subnet): string[] => [
  ...(cidr === null ? [] : [cidr]),
  ...ipv6Cidrs.map((each) => each.cidr),
];

/** The addresses of a prefix list, of both families. */
export const prefixListCidrs = (sections: Sections, id: string): readonly string[] => {
  const list = itemsOf(sections.prefixLists).find((item) => item.id === id);
  if (list?.cidrs.status !== 'known') throw new NotExpressible(`the addresses of ${id} are not known`);
  return list.cidrs.value;
};
