import { UserError } from '../errors.ts';
import type { FunctionReference } from '../model/function-reference.ts';
import { plainText } from '../report/plain-text.ts';

/**
 * Names, ARNs and qualifiers as Lambda takes them.
 * https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConfiguration.html
 */
const name = '(?<name>[A-Za-z0-9_.-]{1,64})';
const qualifier = '(?::(?<qualifier>[A-Za-z0-9$_-]{1,128}))?';
const fullArn = new RegExp(
  `^arn:[a-z0-9-]+:lambda:(?<region>[a-z0-9-]{1,63}):(?<account>\\d{12}):function:${name}${qualifier}$`,
);
const partialArn = new RegExp(`^(?<account>\\d{12}):function:${name}${qualifier}$`);
const plainName = new RegExp(`^${name}${qualifier}$`);

const forms = 'a function is a name, name:qualifier, 123456789012:function:name or an ARN';

/** Lambda calls the unpublished version `$LATEST`; asking for it is the same as asking for no version. */
const publishedQualifier = (asked: string | undefined): string | null =>
  asked === undefined || asked === '$LATEST' ? null : asked;

/** Reads a function as a user names it. */
export const parseFunctionReference = (asked: string): FunctionReference => {
  const groups = (fullArn.exec(asked) ?? partialArn.exec(asked) ?? plainName.exec(asked))?.groups;
  const functionName = groups?.['name'];
  if (groups === undefined || functionName === undefined) {
    const problem = asked === '' ? 'a function has an empty name' : `“${plainText(asked)}” does not name a function`;
    throw new UserError(problem, forms);
  }
  return {
    asked,
    name: functionName,
    qualifier: publishedQualifier(groups['qualifier']),
    region: groups['region'] ?? null,
    account: groups['account'] ?? null,
  };
};

const qualified = (reference: FunctionReference, wanted: string): FunctionReference => {
  const hasItsOwn = reference.asked.endsWith(`:${reference.qualifier ?? '$LATEST'}`);
  if (hasItsOwn && reference.qualifier !== publishedQualifier(wanted)) {
    throw new UserError(
      `${plainText(reference.asked)} names one version and --qualifier ${plainText(wanted)} another`,
      'leave one of the two out',
    );
  }
  const asked = hasItsOwn ? reference.asked : `${reference.asked}:${wanted}`;
  return { ...reference, asked, qualifier: publishedQualifier(wanted) };
};

const onlyOne = (what: string, values: readonly (string | null)[]): string | null => {
  const distinct = [...new Set(values.filter((value) => value !== null))];
  if (distinct.length > 1) {
    throw new UserError(
      `functions of two ${what}s cannot be diagnosed together: ${distinct.join(', ')}`,
      `run it once for each ${what}`,
    );
  }
  return distinct[0] ?? null;
};

const isSame = (a: FunctionReference) => (b: FunctionReference) => a.name === b.name && a.qualifier === b.qualifier;

/** The functions that one run asks about: of one region and one account, none of them twice. */
export interface AskedFunctions {
  readonly functions: readonly FunctionReference[];
  /** From `--region` or from the ARNs; null if neither says it. */
  readonly region: string | null;
}

/** Reads all functions of a command line together with `--qualifier` and `--region`. */
export const parseFunctions = (
  asked: readonly string[],
  options: { readonly qualifier: string | null; readonly region: string | null },
): AskedFunctions => {
  const wanted = options.qualifier;
  const parsed = asked
    .map(parseFunctionReference)
    .map((reference) => (wanted === null ? reference : qualified(reference, wanted)));
  onlyOne(
    'account',
    parsed.map((reference) => reference.account),
  );
  const arnRegion = onlyOne(
    'region',
    parsed.map((reference) => reference.region),
  );
  if (arnRegion !== null && options.region !== null && options.region !== arnRegion) {
    throw new UserError(
      `the ARN is of ${arnRegion} and --region says ${plainText(options.region)}`,
      'leave --region out: the ARN says the region',
    );
  }
  const functions = parsed.filter((reference, index) => parsed.findIndex(isSame(reference)) === index);
  return { functions, region: arnRegion ?? options.region };
};
