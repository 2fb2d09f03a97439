/** What a part of src/ may import. */
export interface Border {
  /** Files of the layer. */
  readonly files: RegExp;
  /** What it may import beside its own files, in full. */
  readonly may: readonly RegExp[];
  /** What it may import as types alone. */
  readonly types?: readonly RegExp[];
  /** What it may load when it is needed. */
  readonly dynamic?: readonly RegExp[];
  readonly because: string;
}

const model = /^src\/model\//;
const hashes = /^node:crypto$/;

/** The picture of ARCHITECTURE.md, arrow by arrow. */
export const borders: Readonly<Record<string, Border>> = {
  bin: {
    files: /^src\/bin\.ts$/,
    may: [/^src\/cli\//],
    dynamic: [/^src\/cli\.ts$/],
    because: 'it starts the program and decides nothing',
  },
  cli: {
    files: /^src\/cli(\.ts$|\/)/,
    may: [
      /^src\/(diagnose|errors|look-alikes)\.ts$/,
      /^src\/report\//,
      /^src\/rules\/index\.ts$/,
      /^package\.json$/,
      model,
      /^yargs/,
      /^yaml$/,
      /^node:/,
    ],
    dynamic: [/^src\/collect\.ts$/, /^fixtures\/.*\.json$/],
    because: 'the SDK may load only when AWS is asked, and how a network is judged is the business of diagnose',
  },
  collect: {
    files: /^src\/collect\.ts$/,
    may: [/^src\/collectors\//, model, /^src\/errors\.ts$/],
    because: 'it runs collectors and knows nothing of what the facts mean',
  },
  collectors: {
    files: /^src\/collectors\//,
    may: [model, /^src\/(errors|look-alikes)\.ts$/, /^@aws-sdk\//, /^@smithy\//, /^node:(?!fs|process|path)/],
    dynamic: [/^@aws-sdk\//, /^proxy-agent$/],
    because: 'they bring facts into the model and know neither rules nor reports',
  },
  diagnose: {
    files: /^src\/diagnose(\.ts$|\/)/,
    may: [/^src\/(rules|network)\//, model, hashes],
    because: 'it makes a report of a snapshot, wherever that comes from and however it is shown',
  },
  rules: {
    files: /^src\/rules\//,
    may: [/^src\/network\//, model],
    because: 'a rule sees what the network does and nothing above it',
  },
  network: {
    files: /^src\/network\//,
    may: [],
    types: [model],
    because: 'it says what AWS means, on types of the model alone',
  },
  report: {
    files: /^src\/report\//,
    may: [/^cli-table3$/, /^string-width$/, hashes],
    types: [model, /^sarif$/],
    because: 'a reporter turns a report into text and has everything in the report',
  },
  model: { files: model, may: [/^zod$/], because: 'it is what all others share' },
  alone: { files: /^src\/(errors|look-alikes)\.ts$/, may: [], because: 'everything may import them' },
};

/** The only home of each outside package. */
export const homes: Readonly<Record<string, RegExp>> = {
  '@aws-sdk/': /^src\/collectors\//,
  '@smithy/': /^src\/collectors\//,
  'proxy-agent': /^src\/collectors\//,
  yargs: /^src\/cli\//,
  yaml: /^src\/cli\/config-document\.ts$/,
  'node:fs': /^src\/cli\//,
  'node:dns': /^src\/collectors\//,
  'cli-table3': /^src\/report\//,
  'string-width': /^src\/report\//,
  zod: /^src\/model\//,
};
