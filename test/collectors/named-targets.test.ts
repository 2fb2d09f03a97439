import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namedTargets } from '../../src/collectors/named-targets.ts';

type Variables = Readonly<Record<string, string>>;

const namedBy = (Variables: Variables) => namedTargets({ Environment: { Variables } }, 'eu-west-1');

/** Targets as short texts. */
const named = (value: string, variable = 'ENDPOINT_OF_IT', more: Variables = {}): readonly string[] =>
  namedBy({ [variable]: value, ...more }).map(({ target }) => {
    if (target.kind === 'service') return target.service;
    return `${target.kind === 'host' ? target.host : target.address} ${target.port}`;
  });

describe('a value names', () => {
  it.each([
    ['db.example.com:5432', ['db.example.com 5432']],
    [' db.example.com:5432\n', ['db.example.com 5432']],
    ['10.0.40.7:5432', ['10.0.40.7 5432']],
    ['[2001:db8::7]:5432', ['2001:db8::7 5432']],
    ['a.example.com:9092,b.example.com:9092', ['a.example.com 9092', 'b.example.com 9092']],
    ['https://api.example.com/v1?key=x', ['api.example.com 443']],
    ['http://api.example.com', ['api.example.com 80']],
    ['https://user@api.example.com:8443', ['api.example.com 8443']],
    ['postgres://user:hunter2@db:5432/x?password=secret', ['db 5432']],
    ['postgres://user:hunter2@db.example.com/x', ['db.example.com 5432']],
    ['jdbc:mysql://db.example.com/orders', ['db.example.com 3306']],
    ['jdbc:sqlserver://db.example.com:1433;user=a;password=b', ['db.example.com 1433']],
    ['mongodb://u:p,w@a.example.com:27018,b.example.com/x', ['a.example.com 27018', 'b.example.com 27017']],
    ['redis://:hunter2@cache.example.com', ['cache.example.com 6379']],
    ['https://sqs.eu-west-1.amazonaws.com/123456789012/orders', ['sqs']],
    ['https://orders.s3.eu-west-1.amazonaws.com/key?X-Amz-Signature=0123', ['s3']],
    ['sqs.us-east-1.amazonaws.com', ['sqs.us-east-1.amazonaws.com 443']],
    ['orders.s3.us-east-1.amazonaws.com', ['s3.us-east-1.amazonaws.com 443']],
    ['orders.s3.amazonaws.com', ['s3.amazonaws.com 443']],
    ['email-smtp.eu-west-1.amazonaws.com:587', ['email-smtp.eu-west-1.amazonaws.com 587']],
    ['fs-0a1b2c3d.efs.eu-west-1.amazonaws.com', ['fs-0a1b2c3d.efs.eu-west-1.amazonaws.com 2049']],
    ['vpc-search-a1.eu-west-1.es.amazonaws.com', ['vpc-search-a1.eu-west-1.es.amazonaws.com 443']],
    [
      'https://vpce-0a1b-2c3d.sqs.eu-west-1.vpce.amazonaws.com',
      ['vpce-0a1b-2c3d.sqs.eu-west-1.vpce.amazonaws.com 443'],
    ],
    [
      '{"host":"orders.c1.eu-west-1.rds.amazonaws.com:5432","password":"hunter2"}',
      ['orders.c1.eu-west-1.rds.amazonaws.com 5432'],
    ],
    ['app:hunter2@tcp(orders.c1.eu-west-1.rds.amazonaws.com:3306)/x', ['orders.c1.eu-west-1.rds.amazonaws.com 3306']],
    ['arn:aws:sqs:eu-west-1:123456789012:orders', ['sqs']],
    ['arn:aws:s3:::orders/*', ['s3']],
    ['arn:aws:kinesis:eu-west-1:123456789012:stream/orders', ['kinesis-streams']],
    ['arn:aws:secretsmanager:us-east-1:123456789012:secret:db-a1', ['secretsmanager.us-east-1.amazonaws.com 443']],
    ['arn:aws:bedrock:eu-west-1::foundation-model/x', ['bedrock-runtime']],
  ])('%s: %j', (value, targets) => {
    expect(named(value)).toEqual(targets);
  });

  it('nothing but a host takes its port from the variable beside it', () => {
    const host = 'orders.c1.eu-west-1.rds.amazonaws.com';
    expect(named(host, 'DB_HOST')).toEqual([]);
    expect(named(host, 'DB_HOST', { DB_PORT: '5432' })).toEqual([`${host} 5432`]);
    expect(named(host, 'DB_HOST', { DB_PORT: 'hunter2' })).toEqual([]);
    expect(named(host, 'HOST', { PORT: '3306' })).toEqual([`${host} 3306`]);
  });

  it.each([
    '',
    'true',
    'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U',
    'a.b.c',
    'db.example.com',
    '10.0.40.7',
    'user:12345',
    'db:5432',
    '12:30',
    '1.2.3:80',
    'v1.2.3:80',
    'db.example.com:70000',
    'db.example.com:0',
    'host=db.example.com port=5432 password=hunter2',
    'Server=db.example.com,1433;Password=hunter2',
    'https://localhost:4317',
    'http://127.0.0.1:2773/secretsmanager',
    'http://169.254.169.254/latest',
    'https://hunter2',
    'hunter2://db.example.com:5432',
    'mongodb+srv://user:hunter2@cluster.example.com/x',
    'postgres://user:pa/ss@db.example.com:5432/x',
    'postgres://user:12/34@db.example.com:5432/x',
    'postgres://user:p#ss@db.example.com/x',
    'postgres://user:p?ss@db.example.com/x',
    'postgres://user:hunter2',
    'arn:aws:iam::123456789012:role/orders',
    'arn:aws:hunter2:eu-west-1:123456789012:orders',
    'arn:aws:sqs:hunter2:123456789012:orders',
    'hunter2_sqs.eu-west-1.amazonaws.com',
    'amazonaws.com',
    'bXkgc2VjcmV0IHBhc3N3b3JkIQ==',
  ])('nothing: %s', (value) => {
    expect(namedBy({ ENDPOINT_OF_IT: value })).toEqual([]);
  });
});

describe('a variable', () => {
  it('is told beside the target, in the order of the names', () => {
    expect(namedBy({ Z: 'a.example.com:1', QUEUE: 'arn:aws:sqs:eu-west-1:123456789012:orders' })).toEqual([
      { target: { kind: 'service', service: 'sqs' }, namedBy: 'env QUEUE' },
      { target: { kind: 'host', host: 'a.example.com', port: 1 }, namedBy: 'env Z' },
    ]);
  });

  it('that holds a secret by its name is not read as a host and a port', () => {
    for (const variable of ['DB_PASSWORD', 'API_TOKEN', 'BASIC_AUTH', 'SECRET', 'ACCESS_KEY'])
      expect(named('john.doe:12345', variable)).toEqual([]);
  });

  it('that lists what is not asked through a proxy names nothing', () => {
    expect(named('sqs.eu-west-1.amazonaws.com,.internal', 'no_proxy')).toEqual([]);
  });
});

describe('the dead-letter configuration', () => {
  it('names nothing that the function calls: Lambda sends what failed, with the role of the function', () => {
    const raw = { DeadLetterConfig: { TargetArn: 'arn:aws:sns:eu-west-1:123456789012:failures' } };
    expect(namedTargets(raw, 'eu-west-1')).toEqual([]);
  });
});

/** Marked, so that a part of it is found again wherever it went. */
const marked = (text: string): string => `hunter2${text}hunter2`;

/** Secrets with every character that a password may have, marked from end to end. */
const secret = fc.string({ unit: 'binary-ascii', maxLength: 30 }).map(marked);
const word = fc.stringMatching(/^[A-Za-z0-9+/=_.~-]{0,40}$/).map(marked);
const encoded = fc.string({ maxLength: 40 }).map((text) => encodeURIComponent(marked(text)));
const base64 = fc.string({ maxLength: 40 }).map((text) => Buffer.from(marked(text)).toString('base64'));
/** Begins as a port does and goes on with what ends the authority of a URL, or what stands between servers. */
const cutting = fc
  .tuple(fc.constantFrom('18473', '10.18.4.73', 'a.18473.example.com'), fc.constantFrom(...'/?#;@:,\\ '), secret)
  .map((parts) => parts.join(''));
const host = fc.constantFrom(
  'db.example.com:5432',
  '10.0.40.7:5432',
  'orders.c1.eu-west-1.rds.amazonaws.com:5432',
  'sqs.eu-west-1.amazonaws.com',
);

/** How values hold a secret beside a host. */
const forms: readonly ((hidden: string, where: string) => string)[] = [
  (hidden, where) => `postgres://user:${hidden}@${where}/x`,
  (hidden, where) => `postgres://${hidden}:x@${where}/x?sslmode=require`,
  (hidden, where) => `https://${where}/${hidden}`,
  (hidden, where) => `https://${where}/?sig=${hidden}&x=1`,
  (hidden, where) => `https://${where}/#${hidden}`,
  (hidden, where) => `jdbc:sqlserver://${where};user=sa;password=${hidden}`,
  (hidden, where) => `mongodb://u:${hidden}@${where},${where}/x`,
  (hidden, where) => JSON.stringify({ host: where, password: hidden }),
  (hidden, where) => `host=${where} password=${hidden}`,
  (hidden, where) => `password=${hidden};host=${where}`,
  (hidden, where) => `${where} ${hidden}`,
  (hidden, where) => `${where}/${hidden}`,
  (hidden, where) => `user:${hidden}@tcp(${where})/x`,
  (hidden) => hidden,
  (hidden) => `arn:aws:${hidden}:eu-west-1:123456789012:x`,
  (hidden) => `arn:aws:secretsmanager:eu-west-1:123456789012:secret:${hidden}`,
];

describe('a secret', () => {
  it('beside a host never gets out, whatever it is made of', () => {
    fc.assert(
      fc.property(
        fc.oneof(secret, word, encoded, base64, cutting),
        host,
        fc.constantFrom(...forms),
        fc.constantFrom('DB_HOST', 'DATABASE_URL', 'X'),
        (hidden, where, form, variable) => {
          const kept = JSON.stringify(namedBy({ [variable]: form(hidden, where), DB_PORT: hidden }));
          expect(kept).not.toMatch(/hunter2|18473|10\.18\.4\.73/);
          expect(kept).not.toContain(hidden);
        },
      ),
      { numRuns: 20_000 },
    );
  });

  it('is looked for in what does keep a host', () => {
    expect(named('postgres://user:x@hunter2.example.com/x')).toEqual(['hunter2.example.com 5432']);
  });
});
