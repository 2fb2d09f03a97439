import { AwsError } from '../aws-error.ts';

type Parameters = Readonly<Record<string, string>>;

/** What each filter compares with, by its name in the API reference. */
export type FilterReaders<Item> = Readonly<
  Record<string, (item: Item) => readonly (string | number | boolean | null)[]>
>;

const valuesOf = (parameters: Parameters, pattern: RegExp): readonly string[] =>
  Object.entries(parameters)
    .filter(([name]) => pattern.test(name))
    .map(([, value]) => value);

/** Values of a numbered parameter: `SubnetId.1`, `SubnetId.2`, … */
export const idsOf = (parameters: Parameters, name: string): readonly string[] =>
  valuesOf(parameters, new RegExp(`^${name}\\.\\d+$`));

/** `*` stands for any characters and `?` for one. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Filtering.html */
const matches = (pattern: string, value: string): boolean => {
  const literal = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${literal.replaceAll('*', '.*').replaceAll('?', '.')}$`).test(value);
};

const maxFilterValues = 200;

/** Filters join with AND, the values of one filter with OR. An unknown name is refused. */
export const keepMatching = <Item>(
  items: readonly Item[],
  parameters: Parameters,
  readers: FilterReaders<Item>,
): readonly Item[] => {
  const filters = Object.entries(parameters).flatMap(([name, filter]) => {
    const number = /^Filter\.(\d+)\.Name$/.exec(name)?.[1];
    return number === undefined
      ? []
      : [{ filter, values: valuesOf(parameters, new RegExp(`^Filter\\.${number}\\.Value\\.`)) }];
  });
  return filters.reduce((kept, { filter, values }) => {
    const read = Object.hasOwn(readers, filter) ? readers[filter] : undefined;
    if (read === undefined) throw new AwsError(400, 'InvalidParameterValue', `The filter '${filter}' is invalid`);
    if (values.length === 0) throw new AwsError(400, 'InvalidParameterValue', `The filter '${filter}' has no values`);
    if (values.length > maxFilterValues)
      throw new AwsError(
        400,
        'FilterLimitExceeded',
        'The maximum number of filter values specified on a single call is 200',
      );
    return kept.filter((item) =>
      read(item).some((value) => value !== null && values.some((wanted) => matches(wanted, String(value)))),
    );
  }, items);
};
