import type { LambdaFunction } from '../../../src/model/kinds/functions.ts';
import type { Read } from '../../../src/model/section.ts';
import { AwsError } from './aws-error.ts';
import type { AwsCall } from './call.ts';
import { word } from './ec2/words.ts';
import { aliasShape, eventSourceShape, functionShape, listedShape, versionShape } from './lambda-shape.ts';
import { jsonReply, type Reply } from './reply.ts';
import { denial, itemsOf, type World } from './world.ts';
import type { AwsShape } from './xml.ts';

interface Asked {
  readonly name: string;
  readonly qualifier: string | null;
}

/** `name`, `name:qualifier`, `account:function:name[:qualifier]` or an ARN; `Qualifier` stands beside any of them. */
const askedOf = (call: AwsCall): Asked => {
  const reference = (call.parameters['FunctionName'] ?? '').replace(/^.*(^|:)function:/, '');
  const [name = '', inName] = reference.split(':');
  const qualifier = inName ?? call.parameters['Qualifier'] ?? null;
  return { name, qualifier: qualifier === '$LATEST' ? null : qualifier };
};

const notFound = (asked: Asked, world: World): AwsError => {
  const arn = `arn:aws:lambda:${world.region}:${world.account}:function:${asked.name}`;
  const qualified = asked.qualifier === null ? arn : `${arn}:${asked.qualifier}`;
  return new AwsError(404, 'ResourceNotFoundException', `Function not found: ${qualified}`);
};

const find = (call: AwsCall, world: World): LambdaFunction => {
  const asked = askedOf(call);
  const functions = itemsOf(world.sections.functions, world, 'lambda', call.action);
  const found = functions.find(({ name, qualifier }) => name === asked.name && qualifier === asked.qualifier);
  if (found === undefined) throw notFound(asked, world);
  return found;
};

/** Lambda answers at most 50 functions a page, whatever MaxItems asks. */
const longestPage = 50;

/** One page of a list under the member that holds it; Lambda calls what leads to the next one a marker. */
const pageOf = (call: AwsCall, world: World, member: string, items: readonly AwsShape[], longest: number): Reply => {
  const start = Number(call.parameters['Marker'] ?? 0);
  const size = Math.min(Number(call.parameters['MaxItems'] ?? longest), longest, world.pageSize ?? longest);
  const end = start + size;
  return jsonReply(200, {
    [member]: items.slice(start, end),
    ...(end < items.length ? { NextMarker: String(end) } : {}),
  });
};

/** https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctions.html */
const listFunctions = (call: AwsCall, world: World): Reply => {
  const functions = itemsOf(world.sections.functions, world, 'lambda', call.action);
  const latest = functions.filter(({ qualifier }) => qualifier === null);
  const shapes = latest.map((each) => listedShape(each, world));
  return pageOf(call, world, 'Functions', shapes, longestPage);
};

/** What is read of a function by calls of their own; what the bundle could not read is refused. */
const listedIn = <Item>(read: Read<readonly Item[]> | undefined, call: AwsCall, world: World): readonly Item[] => {
  if (read?.status !== 'unavailable') return read?.value ?? [];
  return itemsOf(read, world, 'lambda', call.action);
};

/** https://docs.aws.amazon.com/lambda/latest/api/API_ListAliases.html */
const listAliases = (call: AwsCall, world: World): Reply => {
  const found = find(call, world);
  const shapes = listedIn(found.aliases, call, world).map((alias) => aliasShape(found, alias));
  return pageOf(call, world, 'Aliases', shapes, longestPage);
};

/** $LATEST comes first. https://docs.aws.amazon.com/lambda/latest/api/API_ListVersionsByFunction.html */
const listVersions = (call: AwsCall, world: World): Reply => {
  const found = find(call, world);
  const versions = listedIn(found.aliases, call, world).flatMap((alias) => alias.versions);
  const byNumber = new Map(versions.map((version) => [version.version, versionShape(found, version, world)]));
  return pageOf(call, world, 'Versions', [listedShape(found, world), ...byNumber.values()], longestPage);
};

/** https://docs.aws.amazon.com/lambda/latest/api/API_ListEventSourceMappings.html */
const listEventSourceMappings = (call: AwsCall, world: World): Reply => {
  const found = find(call, world);
  const shapes = listedIn(found.eventSources, call, world).map((source) => eventSourceShape(found, source));
  return pageOf(call, world, 'EventSourceMappings', shapes, 100);
};

/** GetFunction answers with an address that downloads the code; a read-only doctor has no business there. */
const getFunction = (call: AwsCall, world: World): Reply => {
  const location = `https://awslambda-${world.region}-tasks.s3.${world.region}.amazonaws.com/code?X-Amz-Signature=0`;
  return jsonReply(200, {
    Configuration: functionShape(find(call, world), world),
    Code: { RepositoryType: 'S3', Location: location },
  });
};

/** https://docs.aws.amazon.com/lambda/latest/api/API_GetCapacityProvider.html */
const getCapacityProvider = (call: AwsCall, world: World): Reply => {
  const arn = `arn:aws:lambda:${world.region}:${world.account}:capacity-provider:${call.parameters['CapacityProviderName']}`;
  const providers = itemsOf(world.sections.capacityProviders, world, 'lambda', call.action);
  const provider = providers.find(({ id }) => id === arn);
  if (provider === undefined) throw new AwsError(404, 'ResourceNotFoundException', `${arn} does not exist.`);
  const { network } = provider;
  if (network.status === 'unavailable') throw denial('lambda', call.action, world.account, network.reason);
  const { state, subnetIds, securityGroupIds } = network.value;
  const VpcConfig = { SubnetIds: subnetIds, SecurityGroupIds: securityGroupIds };
  return jsonReply(200, { CapacityProvider: { CapacityProviderArn: arn, State: word(state), VpcConfig } });
};

const answers: Readonly<Record<string, (call: AwsCall, world: World) => Reply>> = {
  GetCapacityProvider: getCapacityProvider,
  GetFunction: getFunction,
  GetFunctionConfiguration: (call, world) => jsonReply(200, functionShape(find(call, world), world)),
  ListAliases: listAliases,
  ListEventSourceMappings: listEventSourceMappings,
  ListFunctions: listFunctions,
  ListVersionsByFunction: listVersions,
};

export const lambdaActions: readonly string[] = Object.keys(answers);

export const unknownLambdaAction = (action: string): AwsError =>
  new AwsError(404, 'UnknownOperationException', `${action} is not supported`);

/** https://docs.aws.amazon.com/lambda/latest/api/API_Reference.html */
export const answerLambda = (call: AwsCall, world: World): Reply => {
  const answer = answers[call.action];
  if (answer === undefined) throw unknownLambdaAction(call.action);
  return answer(call, world);
};
