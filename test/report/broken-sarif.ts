import type { Log, Result, Run } from 'sarif';

type Break = (run: Run, result: Result) => void;

/** Ways to break a good file, each with the problem that GitHub has with it. */
export const breaks: readonly (readonly [string, Break])[] = [
  [
    'no location',
    (_, result) => {
      result.locations = [];
    },
  ],
  [
    'no location',
    (_, result) => {
      result.locations = [{ logicalLocations: [{ name: 'thumbs' }] }];
    },
  ],
  ['scheme in a location', (_, result) => moveTo(result, 'arn:aws:lambda:eu-west-1:123456789012:function:thumbs')],
  ['scheme in a location', (_, result) => moveTo(result, 'https://example.com/thumbs')],
  ['location is not relative to a repository', (_, result) => moveTo(result, '/aws/thumbs')],
  ['location is not relative to a repository', (_, result) => moveTo(result, './aws/thumbs')],
  ['location is not relative to a repository', (_, result) => moveTo(result, 'aws/../thumbs')],
  [
    'no region',
    (_, result) => {
      delete result.locations?.[0]?.physicalLocation?.region;
    },
  ],
  [
    'no fingerprint',
    (_, result) => {
      delete result.partialFingerprints;
    },
  ],
  [
    'rule index of another rule',
    (_, result) => {
      result.ruleIndex = 0;
    },
  ],
  [
    'no such level',
    (_, result) => {
      Object.assign(result, { level: 'critical' });
    },
  ],
  [
    'no message',
    (_, result) => {
      result.message = { text: ' ' };
    },
  ],
  [
    'suppressed results are opened as alerts',
    (_, result) => {
      result.suppressions = [{ kind: 'external' }];
    },
  ],
  [
    'two results are one alert',
    (run, result) => {
      run.results?.push(structuredClone(result));
    },
  ],
  [
    'no results array',
    (run) => {
      delete run.results;
    },
  ],
  [
    'category without a slash at its end',
    (run) => {
      run.automationDetails = { id: 'lambda-net-doctor/thumbs' };
    },
  ],
  [
    'no word about success',
    (run) => {
      delete run.invocations;
    },
  ],
  [
    'over 10 tags',
    (run) => {
      Object.assign(run.tool.driver.rules?.[0]?.properties ?? {}, { tags: 'abcdefghijk'.split('') });
    },
  ],
  [
    'description over 1024 characters',
    (run) => {
      Object.assign(run.tool.driver.rules?.[0] ?? {}, { fullDescription: { text: 'x'.repeat(1025) } });
    },
  ],
  [
    'rule without text',
    (run) => {
      delete run.tool.driver.rules?.[0]?.help;
    },
  ],
  [
    'security-severity is not a number from 0 to 10 in a string',
    (run) => {
      Object.assign(run.tool.driver.rules?.[0]?.properties ?? {}, { 'security-severity': 'high' });
    },
  ],
];

const moveTo = (result: Result, uri: string): void => {
  Object.assign(result.locations?.[0]?.physicalLocation?.artifactLocation ?? {}, { uri });
};

/** A copy of a good file with one thing broken in its first result. */
export const broken = (log: Log, breakIt: Break): Log => {
  const copy = structuredClone(log);
  const run = copy.runs[0];
  const result = run?.results?.[0];
  if (run === undefined || result === undefined) throw new Error('a file with a result is needed');
  breakIt(run, result);
  return copy;
};
