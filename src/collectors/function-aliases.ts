import {
  type AliasConfiguration,
  type FunctionConfiguration,
  paginateListAliases,
  paginateListVersionsByFunction,
} from '@aws-sdk/client-lambda';
import type { FunctionAlias, FunctionNetwork } from '../model/kinds/functions.ts';
import { NotUnderstood, text } from './answer.ts';
import type { Aws } from './aws.ts';
import { functionName } from './function-name.ts';
import { networkOf } from './function-network.ts';
import { attempted, type FunctionReader } from './function-read.ts';
import { readPages } from './pages.ts';

/** An alias with the published versions that it sends traffic to, its FunctionVersion first. */
interface Alias {
  readonly name: string;
  readonly versions: readonly string[];
}

/** Without environment variables and all else that AWS tells of a version. */
interface Version {
  readonly version: string;
  readonly network: FunctionNetwork;
}

const named = (value: string | undefined): string => {
  const name = text(value);
  if (name === null) throw new NotUnderstood();
  return name;
};

export const aliasFromAws = ({ Name, FunctionVersion, RoutingConfig }: AliasConfiguration): Alias => {
  const weights = Object.entries(RoutingConfig?.AdditionalVersionWeights ?? {});
  const further = weights.filter(([, weight]) => weight > 0).map(([version]) => version);
  return {
    name: named(Name),
    versions: [named(FunctionVersion), ...further].filter((version) => version !== '$LATEST'),
  };
};

export const versionFromAws = (raw: FunctionConfiguration): Version => ({
  version: named(raw.Version),
  network: networkOf(raw),
});

/** ListVersionsByFunction gives at most 50 a page. https://docs.aws.amazon.com/lambda/latest/api/API_ListVersionsByFunction.html */
const pageSize = 50;

const listAliases = (aws: Aws, FunctionName: string): Promise<readonly Alias[]> =>
  readPages(
    paginateListAliases({ client: aws.lambda, pageSize }, { FunctionName }, aws.options),
    (page) => page.Aliases,
    aliasFromAws,
  );

/** Pages until all versions in use are there: a function can have thousands. */
const listVersions = (aws: Aws, FunctionName: string, used: readonly string[]): Promise<readonly Version[]> =>
  readPages(
    paginateListVersionsByFunction({ client: aws.lambda, pageSize }, { FunctionName }, aws.options),
    (page) => page.Versions,
    versionFromAws,
    (versions) => {
      const known = new Set(versions.map(({ version }) => version));
      return used.every((version) => known.has(version));
    },
  );

/** Aliases that lead to a published version, by name; one whose version is not listed was made in between. */
const joined = (aliases: readonly Alias[], versions: readonly Version[]): readonly FunctionAlias[] => {
  const byNumber = new Map(versions.map((version) => [version.version, version]));
  return aliases
    .map(({ name, versions: used }) => ({ name, versions: used.flatMap((version) => byNumber.get(version) ?? []) }))
    .filter((alias) => alias.versions.length > 0)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
};

/** Versions are asked for only where an alias leads to a published one. */
export const functionAliases: FunctionReader<FunctionAlias> = {
  actions: ['lambda:ListAliases', 'lambda:ListVersionsByFunction'],
  async read(aws, reference) {
    const name = functionName(reference);
    const aliases = await attempted('lambda:ListAliases', listAliases(aws, name));
    if (aliases.status === 'unavailable') return aliases;
    const used = aliases.value.flatMap((alias) => alias.versions);
    if (used.length === 0) return { status: 'known', value: [] };
    const versions = await attempted('lambda:ListVersionsByFunction', listVersions(aws, name, used));
    if (versions.status === 'unavailable') return versions;
    return { status: 'known', value: joined(aliases.value, versions.value) };
  },
};
