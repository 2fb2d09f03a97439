import type { Location, Log, ReportingDescriptor, Result, Run } from 'sarif';

/**
 * What makes GitHub refuse a SARIF file, lose an alert or close one by mistake, and what no schema checks.
 * https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
const levels = ['error', 'warning', 'note', 'none'];

const uriProblems = (uri: string | undefined): readonly string[] => {
  if (uri === undefined || uri === '') return ['no location'];
  return [
    ...(/^[^/]*:/u.test(uri) ? ['scheme in a location'] : []),
    ...(/^(?:\.{0,2}\/|\.)|\/\.{0,2}(?:\/|$)|\\/u.test(uri) ? ['location is not relative to a repository'] : []),
  ];
};

const locationProblems = ({ physicalLocation }: Location): readonly string[] => [
  ...uriProblems(physicalLocation?.artifactLocation?.uri),
  ...((physicalLocation?.region?.startLine ?? 0) >= 1 ? [] : ['no region']),
];

const resultProblems = (result: Result, rules: readonly ReportingDescriptor[]): readonly string[] => {
  const locations = result.locations ?? [];
  const steps = (result.codeFlows ?? []).flatMap(({ threadFlows }) => threadFlows.flatMap((flow) => flow.locations));
  const { ruleIndex = -1, suppressions = [] } = result;
  return [
    ...(locations.length === 0 ? ['no location'] : locations.flatMap(locationProblems)),
    ...(locations.length > 1000 ? ['too many locations'] : []),
    ...(steps.length > 10_000 ? ['too many steps'] : []),
    ...steps.flatMap(({ location = {} }) => locationProblems(location)),
    ...(result.partialFingerprints?.['primaryLocationLineHash'] ? [] : ['no fingerprint']),
    ...(rules[ruleIndex]?.id === result.ruleId ? [] : ['rule index of another rule']),
    ...(levels.includes(result.level ?? '') ? [] : ['no such level']),
    ...(result.message.text?.trim() ? [] : ['no message']),
    ...(suppressions.length > 0 ? ['suppressed results are opened as alerts'] : []),
  ];
};

const ruleProblems = ({ name, shortDescription, fullDescription, help, properties }: ReportingDescriptor) => {
  const descriptions = [shortDescription?.text ?? '', fullDescription?.text ?? ''];
  const score: unknown = properties?.['security-severity'];
  return [
    ...(descriptions.some((text) => text.length > 1024) ? ['description over 1024 characters'] : []),
    ...([...descriptions, help?.text ?? ''].some((text) => text === '') ? ['rule without text'] : []),
    ...((name ?? '').length > 255 ? ['rule name over 255 characters'] : []),
    ...((properties?.tags ?? []).length > 10 ? ['over 10 tags'] : []),
    ...(score !== undefined && !(typeof score === 'string' && Number(score) > 0 && Number(score) <= 10)
      ? ['security-severity is not a number from 0 to 10 in a string']
      : []),
  ];
};

const runProblems = ({ tool, automationDetails, invocations, results }: Run): readonly string[] => {
  const rules = tool.driver.rules ?? [];
  const identities = (results ?? []).map(({ ruleId, locations, partialFingerprints }) =>
    JSON.stringify([ruleId, locations?.[0]?.physicalLocation?.artifactLocation?.uri, partialFingerprints]),
  );
  return [
    ...(results === undefined ? ['no results array'] : []),
    ...((results ?? []).length > 25_000 ? ['too many results'] : []),
    ...(/^[^/].*[^/]\/$/u.test(automationDetails?.id ?? '') ? [] : ['category without a slash at its end']),
    ...(typeof invocations?.[0]?.executionSuccessful === 'boolean' ? [] : ['no word about success']),
    ...(new Set(identities).size < identities.length ? ['two results are one alert'] : []),
    ...rules.flatMap(ruleProblems),
    ...(results ?? []).flatMap((result) => resultProblems(result, rules)),
  ];
};

/** Problems of a SARIF file, each once; none for a file that GitHub takes as it is meant. */
export const githubProblems = ({ runs }: Log): readonly string[] => [
  ...new Set([...(runs.length === 1 ? [] : ['not one run']), ...runs.flatMap(runProblems)]),
];
