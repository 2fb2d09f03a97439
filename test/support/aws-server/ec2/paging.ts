import { AwsError } from '../aws-error.ts';

/** Bounds of MaxResults in the API reference. */
export interface PageLimits {
  readonly min: number;
  readonly max: number;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextToken: string | null;
}

const tokenPrefix = 'page-from-';

const startOf = (token: string | undefined): number => {
  if (token === undefined) return 0;
  const start = Buffer.from(token, 'base64url').toString();
  if (!start.startsWith(tokenPrefix))
    throw new AwsError(400, 'InvalidNextToken', 'The specified NextToken is not valid');
  return Number(start.slice(tokenPrefix.length));
};

const maxResultsOf = (text: string | undefined, { min, max }: PageLimits): number => {
  if (text === undefined) return Number.POSITIVE_INFINITY;
  const asked = Number(text);
  if (asked < min || asked > max || !Number.isInteger(asked)) {
    const message = `Value ( ${text} ) for parameter maxResults is invalid. Expecting a value between ${min} and ${max}`;
    throw new AwsError(400, 'InvalidParameterValue', message);
  }
  return asked;
};

/** One page: what the caller asks for, or less where the server is told to answer in short pages. */
export const pageOf = <Item>(
  items: readonly Item[],
  parameters: Readonly<Record<string, string>>,
  limits: PageLimits,
  longest: number | null,
): Page<Item> => {
  const start = startOf(parameters['NextToken']);
  const size = Math.min(maxResultsOf(parameters['MaxResults'], limits), longest ?? Number.POSITIVE_INFINITY);
  const end = Math.min(start + size, items.length);
  const nextToken = end < items.length ? Buffer.from(`${tokenPrefix}${end}`).toString('base64url') : null;
  return { items: items.slice(start, end), nextToken };
};
