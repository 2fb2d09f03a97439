import type { FunctionReport, Report } from '../../model/report.ts';
import { hang } from '../width.ts';
import { count, firstOf } from '../words.ts';
import { answerBlocks, questionsGrid, sentenceLines } from './answer.ts';
import type { Block } from './block.ts';
import { findingBlocks } from './findings.ts';
import { functionName, opening, worstStanding } from './opening.ts';
import type { Screen } from './screen.ts';

const mostGroups = 5;

const zonesWords = ({ answers }: FunctionReport): string => {
  const zones = (answers[0]?.subnets ?? []).map((each) => each.availabilityZoneId ?? each.availabilityZone);
  return zones.length === 0 || zones.includes(null) ? '' : ` in ${count(new Set(zones).size, 'zone')}`;
};

const networkLine = (report: FunctionReport, { labels }: Screen): string => {
  if (report.vpcId === null) {
    return worstStanding(report, true) === 'unknown' ? 'its network is not known' : 'not attached to a VPC';
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

/** One function: who it is, the answer in one sentence, where it breaks, what was found. */
export const functionBlocks = (report: FunctionReport, whole: Report, screen: Screen): readonly Block[] => {
  const { answers } = report;
  const first = opening(report, whole.undecided, screen);
  return [
    { lines: headerLines(report, placeWords(whole), screen) },
    ...(first === null ? [] : [{ lines: sentenceLines(first.stands, first.sentence, screen) }]),
    ...(answers.length > 1 ? [questionsGrid(answers, first?.told ?? null, screen)] : []),
    ...answers.flatMap((answer) => answerBlocks(answer, answers.length === 1, screen)),
    ...findingBlocks(report, whole.rules, screen),
  ];
};
