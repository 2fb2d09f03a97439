import type { Section } from '../../../../src/model/section.ts';
import type { Sections } from '../../../../src/model/sections.ts';
import { AwsError } from '../aws-error.ts';
import { itemsOf, type World } from '../world.ts';
import { type AwsShape, toXml } from '../xml.ts';
import { type FilterReaders, idsOf, keepMatching } from './filters.ts';
import { type PageLimits, pageOf } from './paging.ts';

type Parameters = Readonly<Record<string, string>>;

/** One action of the EC2 API: its parameters in, the members of its answer out as XML. */
export interface Ec2Action {
  readonly name: string;
  readonly answer: (parameters: Parameters, world: World) => string;
}

export interface Description<Item> {
  readonly name: string;
  /** The SDK's schema of the answer, and the member that holds the list. */
  readonly result: unknown;
  readonly list: string;
  readonly section: (sections: Sections) => Section<Item>;
  readonly shape: (item: Item, world: World) => AwsShape;
  readonly id: (item: Item) => string;
  /** Query parameter that names resources, without its number; with it, whether AWS refuses MaxResults beside it. */
  readonly idParameter: string;
  readonly idsExcludeMaxResults?: boolean;
  /** Error code for an id that does not exist. */
  readonly notFound: string;
  readonly filters: FilterReaders<Item>;
  readonly pages: PageLimits;
}

const commonParameters =
  /^(Action|Version|DryRun|MaxResults|NextToken|IncludeManagedResources|Filter\.\d+\.(Name|Value\.\d+))$/;

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html: UnknownParameter */
const refuseUnknownParameters = (parameters: Parameters, idParameter: string): void => {
  const ids = new RegExp(`^${idParameter}\\.\\d+$`);
  const unknown = Object.keys(parameters).find((name) => !commonParameters.test(name) && !ids.test(name));
  if (unknown !== undefined) throw new AwsError(400, 'UnknownParameter', `The parameter ${unknown} is not recognized`);
};

const named = <Item>(
  description: Description<Item>,
  items: readonly Item[],
  ids: readonly string[],
): readonly Item[] => {
  const missing = ids.filter((id) => !items.some((item) => description.id(item) === id));
  if (missing.length > 0) {
    const what = missing.length === 1 ? `The ID '${missing[0]}' does not exist` : `The IDs '${missing}' do not exist`;
    throw new AwsError(400, description.notFound, what);
  }
  return ids.length === 0 ? items : items.filter((item) => ids.includes(description.id(item)));
};

/** A Describe action as AWS answers it: ids, then filters, then one page. */
export const describeAction = <Item>(description: Description<Item>): Ec2Action => ({
  name: description.name,
  answer(parameters, world) {
    refuseUnknownParameters(parameters, description.idParameter);
    const ids = idsOf(parameters, description.idParameter);
    if (ids.length > 0 && description.idsExcludeMaxResults && 'MaxResults' in parameters) {
      const message = `The parameter ${description.idParameter} cannot be used with the parameter MaxResults`;
      throw new AwsError(400, 'InvalidParameterCombination', message);
    }
    const all = itemsOf(description.section(world.sections), world, 'ec2', description.name);
    const kept = keepMatching(named(description, all, ids), parameters, description.filters);
    const page = pageOf(kept, parameters, description.pages, ids.length > 0 ? null : world.pageSize);
    const shapes = page.items.map((item) => description.shape(item, world));
    return toXml(description.result, { [description.list]: shapes, NextToken: page.nextToken });
  },
});
