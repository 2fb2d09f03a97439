import { describe, expect, it } from 'vitest';
import { awsService, hostOfService, isRegion } from '../../src/model/aws-hosts.ts';
import { isService, services } from '../../src/model/services.ts';

/** Hosts as the SDKs and AWS's pages on endpoints write them, and the endpoint services of PrivateLink. */
const inIreland = {
  'secretsmanager.eu-west-1.amazonaws.com': 'secretsmanager',
  'SQS.EU-WEST-1.AMAZONAWS.COM': 'sqs',
  'monitoring.eu-west-1.amazonaws.com': 'monitoring',
  'sqs-fips.eu-west-1.amazonaws.com': 'sqs-fips',
  'states.eu-west-1.amazonaws.com': 'states',
  'sync-states.eu-west-1.amazonaws.com': 'sync-states',
  'events.eu-west-1.amazonaws.com': 'events',
  'kinesis.eu-west-1.amazonaws.com': 'kinesis-streams',
  'firehose.eu-west-1.amazonaws.com': 'kinesis-firehose',
  'streams.dynamodb.eu-west-1.amazonaws.com': 'dynamodb-streams',
  'api.ecr.eu-west-1.amazonaws.com': 'ecr.api',
  '123456789012.dkr.ecr.eu-west-1.amazonaws.com': 'ecr.dkr',
  'api.sagemaker.eu-west-1.amazonaws.com': 'sagemaker.api',
  'runtime.sagemaker.eu-west-1.amazonaws.com': 'sagemaker.runtime',
  'a1b2c3.execute-api.eu-west-1.amazonaws.com': 'execute-api',
  'elasticfilesystem.eu-west-1.amazonaws.com': 'elasticfilesystem',
  's3.eu-west-1.amazonaws.com': 's3',
  'orders.s3.eu-west-1.amazonaws.com': 's3',
  'my.orders.s3.eu-west-1.amazonaws.com': 's3',
  'reports-123456789012.s3-accesspoint.eu-west-1.amazonaws.com': 's3',
  'orders--euw1-az1--x-s3.s3express-euw1-az1.eu-west-1.amazonaws.com': 's3express',
  'shop-123456789012.d.codeartifact.eu-west-1.amazonaws.com': 'codeartifact.repositories',
  'a1b2c3-ats.iot.eu-west-1.amazonaws.com': 'iot.data',
  'data-ats.iot.eu-west-1.amazonaws.com': 'iot.data',
  'a1b2c3.credentials.iot.eu-west-1.amazonaws.com': 'iot.credentials',
  'iot.eu-west-1.amazonaws.com': 'iot.api',
  'api.tunneling.iot.eu-west-1.amazonaws.com': 'iot.tunneling.api',
  'email.eu-west-1.amazonaws.com': 'email',
  'email-smtp.eu-west-1.amazonaws.com': 'email-smtp',
};

/** Names of editions, each with the name by which it is asked about. */
const editions = {
  'monitoring-fips.eu-west-1.amazonaws.com': ['monitoring', 'fips', 'monitoring-fips.eu-west-1.amazonaws.com'],
  'monitoring.eu-west-1.api.aws': ['monitoring', 'dual-stack', 'monitoring.eu-west-1.api.aws'],
  'orders.s3-fips.eu-west-1.amazonaws.com': ['s3', 'fips', 's3-fips.eu-west-1.amazonaws.com'],
  'orders.s3.dualstack.eu-west-1.amazonaws.com': ['s3', 'dual-stack', 's3.dualstack.eu-west-1.amazonaws.com'],
  's3-eu-west-1.amazonaws.com': ['s3', 'legacy', 's3-eu-west-1.amazonaws.com'],
  'orders.s3-eu-west-1.amazonaws.com': ['s3', 'legacy', 's3-eu-west-1.amazonaws.com'],
} as const;

const elsewhere = {
  'sqs.us-east-1.amazonaws.com': { service: 'sqs', region: 'us-east-1' },
  'orders.s3.us-gov-west-1.amazonaws.com': { service: 's3', region: 'us-gov-west-1' },
  'sts.cn-north-1.amazonaws.com.cn': { service: 'sts', region: 'cn-north-1' },
  'sts.amazonaws.com': { service: 'sts', region: null },
  'iam.amazonaws.com': { service: 'iam', region: null },
  'orders.s3.amazonaws.com': { service: 's3', region: null },
  'queue.amazonaws.com': { service: 'sqs', region: null },
  'eu-west-1.queue.amazonaws.com': { service: 'sqs', region: null },
};

const ofSomebody = [
  'db.example.com',
  'orders.c1a2b3.eu-west-1.rds.amazonaws.com',
  'b-1.events.a1b2c3.c2.kafka.eu-west-1.amazonaws.com',
  'cache.a1b2c3.0001.euw1.cache.amazonaws.com',
  'clustercfg.cache.a1b2c3.memorydb.eu-west-1.amazonaws.com',
  'vpc-search-a1b2c3.eu-west-1.es.amazonaws.com',
  'fs-0a1b2c3d.efs.eu-west-1.amazonaws.com',
  'internal-shop-123.eu-west-1.elb.amazonaws.com',
  'shop-a1b2c3.elb.eu-west-1.amazonaws.com',
  'b-a1b2c3-1.mq.eu-west-1.amazonaws.com',
  'vpce-0a1b-2c3d.sqs.eu-west-1.vpce.amazonaws.com',
  'a1b2c3-vpce-0a1b2c3d.execute-api.eu-west-1.amazonaws.com',
  'ec2-203-0-113-7.eu-west-1.compute.amazonaws.com',
  'sqs.eu-west-1.amazonaws.com.example.com',
  'amazonaws.com',
  '.amazonaws.com',
  '',
];

describe('the service behind a host name', () => {
  it.each(Object.entries(inIreland))('%s is %s', (host, service) => {
    expect(awsService(host)).toEqual({ service, region: 'eu-west-1' });
  });

  it.each(Object.entries(elsewhere))('%s is no endpoint service of eu-west-1', (host, service) => {
    expect(awsService(host)).toEqual(service);
  });

  it.each(Object.entries(editions))('%s is an edition', (host, [service, edition, name]) => {
    const found = { service, region: 'eu-west-1', edition };
    expect(awsService(host)).toEqual(found);
    expect(hostOfService(service, 'eu-west-1', edition)).toBe(name);
    expect(awsService(name)).toEqual(found);
  });

  it.each(ofSomebody)('“%s” is no service', (host) => {
    expect(awsService(host)).toBeNull();
  });
});

describe('the host name of a service', () => {
  it.each([
    ['sqs', 'us-east-1', 'sqs.us-east-1.amazonaws.com'],
    ['ecr.api', 'eu-west-1', 'api.ecr.eu-west-1.amazonaws.com'],
    ['kinesis-streams', 'eu-west-1', 'kinesis.eu-west-1.amazonaws.com'],
    ['s3', 'cn-north-1', 's3.cn-north-1.amazonaws.com.cn'],
    ['s3', 'eu-west-1', 's3.eu-west-1.amazonaws.com'],
  ])('of %s in %s is %s', (service, region, host) => {
    expect(hostOfService(service, region)).toBe(host);
  });

  it('leads back to a service of that region', () => {
    for (const service of services.filter((name) => !name.includes('fips')))
      expect(awsService(hostOfService(service, 'eu-west-1'))?.region, service).toBe('eu-west-1');
  });
});

describe('the list of services', () => {
  it('is sorted, names each once and knows what is not on it', () => {
    expect(services).toEqual([...new Set(services)].sort());
    expect(['s3', 'dynamodb', 's3express', 'ecr.dkr', 'sts-fips'].every(isService)).toBe(true);
    expect(['', 'S3', 'internet', 'sqs.eu-west-1'].some(isService)).toBe(false);
  });
});

describe('the name of a region', () => {
  it.each(['eu-west-1', 'us-gov-east-1', 'us-iso-east-1', 'eusc-de-east-1', 'ap-southeast-7', 'me-central-1'])(
    'can be %s',
    (name) => expect(isRegion(name)).toBe(true),
  );
  it.each(['', 'eu-west', 'hunter-secret-1', 'eu-west-1a', 'us-east-1.evil'])('is never “%s”', (name) =>
    expect(isRegion(name)).toBe(false),
  );
});
