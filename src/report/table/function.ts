import type { Answer, FunctionReport, Report, Verdict } from '../../model/report.ts';
import { clip, hang } from '../width.ts';
import { count, firstOf } from '../words.ts';
import { answerBlocks, questionsGrid, sentenceLines, worstFirst } from './answer.ts';
import type { Block } from './block.ts';
import { findingBlocks } from './findings.ts';
import type { Screen } from './screen.ts';
import { hasForbidden, isReached, standingOf } from './standing.ts';

const longestName = 64;
const mostGroups = 5;

/** Name of a function with its version or alias, as the AWS CLI takes it. */
export const functionName = ({ name, qualifier }: FunctionReport): string =>
  clip(qualifier === null ? name : `${name}:${qualifier}`, longestName);

/** The worst of a function's answers, measured by what is expected. */
export const worstAnswer = ({ answers }: FunctionReport): Answer | undefined =>
  worstFirst.flatMap((verdict) => answers.find((answer) => standingOf(answer) === verdict) ?? [])[0];

export const worstStanding = (report: FunctionReport): Verdict => {
  const worst = worstAnswer(report);
  return worst === undefined ? 'unknown' : standingOf(worst);
};

const zonesWords = ({ answers }: FunctionReport): string => {
  const zones = (answers[0]?.subnets ?? []).map((each) => each.availabilityZoneId ?? each.availabilityZone);
  return zones.length === 0 || zones.includes(null) ? '' : ` in ${count(new Set(zones).size, 'zone')}`;
};

const networkLine = (report: FunctionReport, { labels }: Screen): string => {
  if (report.vpcId === null) {
    return worstStanding(report) === 'unknown' ? 'its network is not known' : 'not attached to a VPC';
  }
  const groups = report.securityGroupIds;
  const noun = groups.length === 1 ? 'security group' : 'security groups';
  return [
    `VPC ${labels.of(report.vpcId)}`,
    `${count(report.subnetIds.length, 'subnet')}${zonesWords(report)}`,
    ...(groups.length === 0 ? [] : [`${noun} ${firstOf(groups.map(labels.of), mostGroups, 'groups')}`]),
  ].join(' · ');
};

/** Account and region as every header names them. */
export const placeWords = ({ document }: Report): string =>
  `${document.region} · account ${document.account ?? 'not known'}`;

const headerLines = (report: FunctionReport, place: string, screen: Screen): readonly string[] => {
  const name = functionName(report);
  const [first = '', ...rest] = hang('', `${name} · ${place}`, screen.width);
  return [
    first.startsWith(name) ? `${screen.paint('bold', name)}${first.slice(name.length)}` : first,
    ...rest,
    ...hang('', networkLine(report, screen), screen.width),
  ];
};

/** The sentence about an answer does not know what is expected of it. */
const breachWords = (answer: Answer): string => {
  if (answer.expected !== 'forbidden' || !isReached(answer)) return '';
  return answer.verdict === 'blocked' ? 'Forbidden, and reached in part: ' : 'Forbidden: ';
};

/** The answer that says most, in one sentence; `told` is null where the sentence is about all of them. */
const firstSentence = (
  report: FunctionReport,
  worst: Answer,
  { labels }: Screen,
): { readonly sentence: string; readonly told: Answer | null } => {
  const { answers } = report;
  if (answers.length > 1 && standingOf(worst) === 'reachable') {
    const all = hasForbidden(answers) ? 'does what is expected of it' : 'reaches everything that was asked';
    return { sentence: `${functionName(report)} ${all}.`, told: null };
  }
  return { sentence: `${breachWords(worst)}${labels.within(worst.because)}`, told: worst };
};

/** One function: who it is, the answer in one sentence, where it breaks, what was found. */
export const functionBlocks = (report: FunctionReport, whole: Report, screen: Screen): readonly Block[] => {
  const { answers } = report;
  const worst = worstAnswer(report);
  const first = worst === undefined ? null : { worst, ...firstSentence(report, worst, screen) };
  return [
    { lines: headerLines(report, placeWords(whole), screen) },
    ...(first === null ? [] : [{ lines: sentenceLines(standingOf(first.worst), first.sentence, screen) }]),
    ...(answers.length > 1 ? [questionsGrid(answers, first?.told ?? null, screen)] : []),
    ...answers.flatMap((answer) => answerBlocks(answer, answers.length === 1, screen)),
    ...findingBlocks(report, whole.rules, screen),
  ];
};
