import type { EventSource } from '../../../src/model/event-source.ts';
import type { FunctionAlias, FunctionNetwork, LambdaFunction } from '../../../src/model/kinds/functions.ts';
import { word } from './ec2/words.ts';
import type { World } from './world.ts';
import type { AwsShape } from './xml.ts';

/** A function outside a VPC has empty lists and an empty VpcId. */
const networkShape = (network: FunctionNetwork): AwsShape => {
  switch (network.kind) {
    case 'none':
      return { VpcConfig: { SubnetIds: [], SecurityGroupIds: [], VpcId: '', Ipv6AllowedForDualStack: false } };
    case 'vpc':
      return {
        VpcConfig: {
          SubnetIds: network.subnetIds,
          SecurityGroupIds: network.securityGroupIds,
          VpcId: network.vpcId ?? '',
          Ipv6AllowedForDualStack: network.ipv6AllowedForDualStack,
        },
      };
    case 'capacity-provider':
      return {
        CapacityProviderConfig: {
          LambdaManagedInstancesCapacityProviderConfig: { CapacityProviderArn: network.capacityProviderArn },
        },
      };
  }
};

const environmentShape = (names: readonly string[], world: World): AwsShape => {
  const values = Object.fromEntries(names.map((name) => [name, `value of ${name}`]));
  const variables = { ...values, ...world.environment };
  return Object.keys(variables).length === 0 ? {} : { Environment: { Variables: variables } };
};

const present = (shape: AwsShape): AwsShape =>
  Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== null && value !== undefined));

/** The execution role: the bundle knows it only where it was asked about. */
export const roleOf = ({ name, roleActions }: LambdaFunction, account: string): string =>
  roleActions?.status === 'known' ? roleActions.value.roleArn : `arn:aws:iam::${account}:role/${name}`;

/** https://docs.aws.amazon.com/lambda/latest/api/API_FunctionConfiguration.html */
export const functionShape = (each: LambdaFunction, world: World): AwsShape =>
  present({
    FunctionName: each.name,
    FunctionArn: each.qualifier === null ? each.arn : `${each.arn}:${each.qualifier}`,
    Runtime: 'nodejs22.x',
    Role: roleOf(each, world.account),
    Handler: 'index.handler',
    CodeSize: 281,
    Description: '',
    MemorySize: 128,
    LastModified: '2026-01-02T03:04:05.000+0000',
    PackageType: 'Zip',
    Version: each.version,
    Timeout: each.timeout,
    ...networkShape(each.network),
    FileSystemConfigs: each.fileSystems?.map((arn, index) => ({ Arn: arn, LocalMountPath: `/mnt/fs${index}` })),
    ...environmentShape(each.environmentVariableNames, world),
    DurableConfig: each.durable ? { RetentionPeriodInDays: 14, ExecutionTimeout: 3600 } : null,
    State: word(each.state),
    StateReason: each.stateReason,
    StateReasonCode: each.stateReasonCode,
    LastUpdateStatus: word(each.lastUpdateStatus),
    LastUpdateStatusReason: each.lastUpdateStatusReason,
    LastUpdateStatusReasonCode: each.lastUpdateStatusReasonCode,
  });

const notListed = /^(State|LastUpdateStatus)/;

/** ListFunctions leaves out the state and the last update of a function. */
export const listedShape = (each: LambdaFunction, world: World): AwsShape =>
  Object.fromEntries(Object.entries(functionShape(each, world)).filter(([member]) => !notListed.test(member)));

/** A published version is the function as it was then; here it differs in the network alone. */
export const versionShape = (
  each: LambdaFunction,
  { version, network }: FunctionAlias['versions'][number],
  world: World,
): AwsShape => listedShape({ ...each, qualifier: version, version, network }, world);

/** https://docs.aws.amazon.com/lambda/latest/api/API_AliasConfiguration.html */
export const aliasShape = ({ arn }: LambdaFunction, { name, versions }: FunctionAlias): AwsShape => {
  const [main, ...further] = versions.map(({ version }) => version);
  return present({
    AliasArn: `${arn}:${name}`,
    Name: name,
    FunctionVersion: main,
    Description: '',
    RoutingConfig:
      further.length === 0
        ? null
        : { AdditionalVersionWeights: Object.fromEntries(further.map((each) => [each, 0.1])) },
    RevisionId: 'e16e9a3b-5b1a-4b0a-9f5e-6d1c2b3a4f5e',
  });
};

const secretArn = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:kafka-a1b2c3';

/** https://docs.aws.amazon.com/lambda/latest/api/API_EventSourceMappingConfiguration.html */
export const eventSourceShape = ({ arn }: LambdaFunction, each: EventSource): AwsShape =>
  present({
    UUID: each.id,
    EventSourceArn: each.sourceArn,
    FunctionArn: arn,
    BatchSize: 100,
    Topics: each.kind === 'msk' || each.kind === 'self-managed-kafka' ? ['orders'] : null,
    SelfManagedEventSource:
      each.kind === 'self-managed-kafka'
        ? { Endpoints: { KAFKA_BOOTSTRAP_SERVERS: ['kafka.example.com:9092'] } }
        : null,
    SourceAccessConfigurations: [
      ...each.subnetIds.map((id) => ({ Type: 'VPC_SUBNET', URI: `subnet:${id}` })),
      ...each.securityGroupIds.map((id) => ({ Type: 'VPC_SECURITY_GROUP', URI: `security_group:${id}` })),
      ...(each.usesSecret ? [{ Type: 'SASL_SCRAM_512_AUTH', URI: secretArn }] : []),
    ],
    ProvisionedPollerConfig: each.provisioned ? { MinimumPollers: 1, MaximumPollers: 2 } : null,
    State: word(each.state),
    StateTransitionReason: 'USER_INITIATED',
    LastProcessingResult: each.hasProblem ? 'PROBLEM: Connection error.' : 'OK',
  });
