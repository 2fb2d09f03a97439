import type { Location, Result } from 'sarif';
import type { Finding, FunctionReport, Report } from '../../model/report.ts';
import { plainCopy } from '../plain-text.ts';
import { functionPath } from './identity.ts';
import { message, sentence } from './sentence.ts';

const mostSteps = 1000;

const locationOf = (uri: string): Location => ({
  physicalLocation: { artifactLocation: { uri }, region: { startLine: 1 } },
});

/** The evidence as a path that can be walked step by step; every step needs a place, so each repeats the function's. */
const codeFlows = ({ evidence, also }: Finding, uri: string): Pick<Result, 'codeFlows'> => {
  const steps = [
    ...evidence.map(({ resource, note }) => `${resource}: ${note}`),
    ...also.map(({ resource, note }) => `also ${resource}: ${note}`),
  ].slice(0, mostSteps);
  if (steps.length === 0) return {};
  const locations = steps.map((text) => ({ location: { ...locationOf(uri), message: { text: message(text) } } }));
  return { codeFlows: [{ threadFlows: [{ locations }] }] };
};

const resultOf = (finding: Finding, uri: string, arn: string, ruleIndex: number | undefined): Result => ({
  ruleId: finding.ruleId,
  ...(ruleIndex === undefined ? {} : { ruleIndex }),
  level: finding.severity,
  message: { text: `${sentence(finding.message)} ${sentence(finding.fix.text)}` },
  locations: [locationOf(uri)],
  partialFingerprints: { primaryLocationLineHash: finding.fingerprint },
  ...codeFlows(finding, uri),
  properties: {
    functionArn: arn,
    resource: finding.resource,
    ...(finding.destination === undefined ? {} : { destination: finding.destination }),
    subnetIds: [...finding.subnetIds],
    targets: [...finding.targets],
  },
});

const functionResults = (
  report: Report,
  each: FunctionReport,
  indexes: ReadonlyMap<string, number>,
): readonly Result[] => {
  const uri = functionPath(report, each);
  return plainCopy(each.findings).map((finding) => resultOf(finding, uri, each.arn, indexes.get(finding.ruleId)));
};

/** One result for each finding, in the order of the report. */
export const resultsOf = (report: Report): readonly Result[] => {
  const indexes = new Map(report.rules.map(({ id }, index) => [id, index]));
  return report.document.functions.flatMap((each) => functionResults(report, each, indexes));
};
