import type { LambdaFunction } from '../../../src/model/kinds/functions.ts';
import { AwsError } from './aws-error.ts';
import type { AwsCall } from './call.ts';
import { functionShape, listedShape } from './lambda-shape.ts';
import { jsonReply, type Reply } from './reply.ts';
import { itemsOf, type World } from './world.ts';

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

/** https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctions.html */
const listFunctions = (call: AwsCall, world: World): Reply => {
  const functions = itemsOf(world.sections.functions, world, 'lambda', call.action);
  const latest = functions.filter(({ qualifier }) => qualifier === null);
  const start = Number(call.parameters['Marker'] ?? 0);
  const size = Math.min(Number(call.parameters['MaxItems'] ?? longestPage), longestPage, world.pageSize ?? longestPage);
  const end = start + size;
  return jsonReply(200, {
    Functions: latest.slice(start, end).map((each) => listedShape(each, world)),
    ...(end < latest.length ? { NextMarker: String(end) } : {}),
  });
};

/** GetFunction answers with an address that downloads the code; a read-only doctor has no business there. */
const getFunction = (call: AwsCall, world: World): Reply => {
  const location = `https://awslambda-${world.region}-tasks.s3.${world.region}.amazonaws.com/code?X-Amz-Signature=0`;
  return jsonReply(200, {
    Configuration: functionShape(find(call, world), world),
    Code: { RepositoryType: 'S3', Location: location },
  });
};

export const lambdaActions = ['GetFunction', 'GetFunctionConfiguration', 'ListFunctions'] as const;

export const unknownLambdaAction = (action: string): AwsError =>
  new AwsError(404, 'UnknownOperationException', `${action} is not supported`);

/** https://docs.aws.amazon.com/lambda/latest/api/API_Reference.html */
export const answerLambda = (call: AwsCall, world: World): Reply => {
  if (call.action === 'GetFunctionConfiguration') return jsonReply(200, functionShape(find(call, world), world));
  if (call.action === 'ListFunctions') return listFunctions(call, world);
  if (call.action === 'GetFunction') return getFunction(call, world);
  throw unknownLambdaAction(call.action);
};
