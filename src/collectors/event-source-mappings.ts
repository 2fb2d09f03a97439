import {
  type EventSourceMappingConfiguration,
  paginateListEventSourceMappings,
  type SourceAccessType,
} from '@aws-sdk/client-lambda';
import { EventSource } from '../model/event-source.ts';
import { SecurityGroupId, SubnetId } from '../model/ids.ts';
import { ids, NotUnderstood, optionalWord, text, texts } from './answer.ts';
import { functionName } from './function-name.ts';
import { attempted, type FunctionReader } from './function-read.ts';
import { readPages } from './pages.ts';

/** Services whose clusters Lambda polls from within their VPC, by the word in the ARN of the source. */
const kindsOfArns: ReadonlyMap<string, EventSource['kind']> = new Map([
  ['kafka', 'msk'],
  ['mq', 'mq'],
  // Clusters of DocumentDB have ARNs of Amazon RDS.
  ['rds', 'documentdb'],
]);

const kindOf = ({ SelfManagedEventSource, EventSourceArn = '' }: EventSourceMappingConfiguration) =>
  SelfManagedEventSource ? 'self-managed-kafka' : kindsOfArns.get(EventSourceArn.split(':')[2] ?? '');

const isSecret = (uri: string): boolean => /^arn:[a-z-]+:secretsmanager:/.test(uri);

/** `subnet:subnet-0123`, `security_group:sg-0123`. https://docs.aws.amazon.com/lambda/latest/api/API_SourceAccessConfiguration.html */
const idIn = (uri: string): string => uri.slice(uri.indexOf(':') + 1);

/** null for a source that is not polled from within a VPC. Credentials, topics and the text of a failure end here. */
export const fromAws = (raw: EventSourceMappingConfiguration): EventSource | null => {
  const kind = kindOf(raw);
  const id = text(raw.UUID);
  if (kind === undefined) return null;
  if (id === null) throw new NotUnderstood();
  const access = raw.SourceAccessConfigurations ?? [];
  const uris = (type: SourceAccessType) => texts(access.filter(({ Type }) => Type === type).map(({ URI }) => URI));
  return {
    id,
    kind,
    sourceArn: text(raw.EventSourceArn),
    state: optionalWord(EventSource.shape.state.unwrap(), raw.State),
    provisioned: raw.ProvisionedPollerConfig !== undefined,
    hasProblem: /^PROBLEM/i.test(raw.LastProcessingResult ?? ''),
    usesSecret: texts(access.map(({ URI }) => URI)).some(isSecret),
    subnetIds: ids(SubnetId, uris('VPC_SUBNET').map(idIn)),
    securityGroupIds: ids(SecurityGroupId, uris('VPC_SECURITY_GROUP').map(idIn)),
  };
};

/** ListEventSourceMappings gives at most 100 a page. https://docs.aws.amazon.com/lambda/latest/api/API_ListEventSourceMappings.html */
const pageSize = 100;

/** The mappings of the version or alias that was asked about, else of the function without a qualifier. */
export const eventSourceMappings: FunctionReader<EventSource> = {
  actions: ['lambda:ListEventSourceMappings'],
  async read(aws, reference) {
    const name = functionName(reference);
    const FunctionName = reference.qualifier === null ? name : `${name}:${reference.qualifier}`;
    const pages = paginateListEventSourceMappings({ client: aws.lambda, pageSize }, { FunctionName }, aws.options);
    const listed = readPages(pages, (page) => page.EventSourceMappings, fromAws);
    const sources = await attempted('lambda:ListEventSourceMappings', listed);
    if (sources.status === 'unavailable') return sources;
    const polled = sources.value.filter((source) => source !== null);
    return { status: 'known', value: polled.sort((a, b) => (a.id < b.id ? -1 : 1)) };
  },
};
