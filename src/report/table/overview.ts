import type { Answer, FunctionReport, Report, Verdict } from '../../model/report.ts';
import { hang } from '../width.ts';
import { allOf, count, firstOf, targetWords } from '../words.ts';
import { sentenceLines, worstFirst } from './answer.ts';
import { type Block, type Cell, gridBlock } from './block.ts';
import { placeWords } from './function.ts';
import { grouped } from './grouped.ts';
import { answersThatLead, functionName, worstAnswer, worstStanding } from './opening.ts';
import type { Screen } from './screen.ts';
import { answerCell, hasForbidden, standingOf, subnetCell } from './standing.ts';

/** More functions than this are shown by placement: those with the same subnets, security groups and answers. */
export const mostRows = 50;
const mostNames = 3;
const mostSubnets = 4;

export type Group = readonly [FunctionReport, ...FunctionReport[]];

const placementKey = (report: FunctionReport): string =>
  JSON.stringify([
    report.vpcId,
    [...report.subnetIds].sort(),
    [...report.securityGroupIds].sort(),
    report.answers.map(({ target, verdict, expected }) => [target, verdict, expected]),
    report.findings.map(({ ruleId, severity }) => [ruleId, severity]),
  ]);

const isGroup = (group: readonly FunctionReport[]): group is Group => group.length > 0;

/** The functions worst first: each by itself, or by placement where they are many. */
export const groupsOf = ({ document: { functions }, undecided }: Report): readonly Group[] => {
  const groups = functions.length > mostRows ? grouped(functions, placementKey) : functions.map((each) => [each]);
  const rank = ([first]: Group): number => worstFirst.indexOf(worstStanding(first, undecided));
  return groups.filter(isGroup).sort((one, other) => rank(one) - rank(other) || other.length - one.length);
};

const placementWords = ({ vpcId, subnetIds }: FunctionReport, { labels }: Screen): string =>
  vpcId === null
    ? 'no VPC'
    : `${labels.nameOf(vpcId)}: ${firstOf(subnetIds.map(labels.nameOf), mostSubnets, 'subnets')}`;

/** The rules that speak, the most severe first; notes do not explain an answer. */
const whyWords = ({ findings }: FunctionReport): string => {
  const ids = [...new Set(findings.filter(({ severity }) => severity !== 'note').map(({ ruleId }) => ruleId))];
  return firstOf(ids, 2, 'rules');
};

/** The targets that have the worst answer, where several were asked. */
const targetsWords = (report: FunctionReport, undecided: boolean): string => {
  if (report.answers.length < 2) return '';
  const worst = worstStanding(report, undecided);
  const targets = report.answers
    .filter((answer) => standingOf(answer) === worst)
    .map(({ target }) => targetWords(target));
  return worst === 'reachable' ? 'everything asked' : firstOf(targets, mostNames, 'targets');
};

const worstCell = (report: FunctionReport, undecided: boolean): Cell => {
  const worst = worstAnswer(report, undecided);
  return worst === undefined ? subnetCell('unknown', null) : answerCell(worst);
};

const overviewGrid = (groups: readonly Group[], undecided: boolean, screen: Screen): Block => {
  const byPlacement = groups.some((group) => group.length > 1);
  return gridBlock(
    byPlacement
      ? ['Answer', 'Placement', 'Functions', 'Which', 'Target', 'Why']
      : ['Answer', 'Function', '', '', 'Target', 'Why'],
    groups.slice(0, mostRows).map((group) => [
      worstCell(group[0], undecided),
      { text: byPlacement ? placementWords(group[0], screen) : functionName(group[0]) },
      { text: byPlacement ? String(group.length) : '' },
      {
        text: byPlacement && screen.layout === 'wide' ? firstOf(group.map(functionName), mostNames) : '',
      },
      { text: targetsWords(group[0], undecided) },
      { text: whyWords(group[0]) },
    ]),
  );
};

/** What all functions were asked to reach, as one phrase. */
const askedWords = (answers: readonly Answer[]): string => {
  const [target, ...others] = new Set(answers.map((answer) => answer.target));
  return target !== undefined && others.length === 0 ? targetWords(target) : 'everything that was asked';
};

/** Of a target of which anything is expected, no answer is wrong. */
const isAsExpected = ({ answers }: FunctionReport): boolean =>
  answers.every((answer) => answer.expected === 'any' || standingOf(answer) === 'reachable');

/** Where a target is forbidden, to reach it is no success. */
const expectationSentence = (functions: readonly FunctionReport[]): string => {
  const fine = functions.filter(isAsExpected).length;
  return `${fine} of ${count(functions.length, 'function')} ${fine === 1 ? 'does' : 'do'} what is expected.`;
};

const isMeasured = (functions: readonly FunctionReport[]): boolean =>
  functions.some(({ answers }) => hasForbidden(answers));

const countsSentence = ({ document: { functions }, undecided }: Report): string => {
  if (isMeasured(functions)) return expectationSentence(functions);
  const all = functions.flatMap(({ answers }) => answers);
  const leading = functions.flatMap(({ answers }) => answersThatLead(answers, undecided));
  const asked = askedWords(leading);
  const open = all.length > leading.length ? '; whether other targets are reached cannot be told in all cases' : '';
  const having = (verdict: Verdict): number =>
    functions.filter((each) => worstStanding(each, undecided) === verdict).length;
  const [blocked, partial, unknown, fine] = worstFirst.map(having);
  const parts = [
    blocked ? `${blocked} cannot reach ${asked}` : '',
    partial ? `${partial} can reach ${blocked ? 'it' : asked} only sometimes` : '',
    unknown ? `for ${unknown} it cannot be told` : '',
  ].filter((part) => part !== '');
  return parts.length === 0
    ? `${allOf(functions.length, 'function').replace(/^./u, (first) => first.toUpperCase())} can reach ${asked}${open}.`
    : `Of ${count(functions.length, 'function')}, ${parts.join(', ')}${fine ? `; ${fine} can` : ''}.`;
};

/** Many functions at a glance, before the details of those that are not healthy. */
export const overviewBlocks = (report: Report, groups: readonly Group[], screen: Screen): readonly Block[] => {
  const { undecided } = report;
  const { functions } = report.document;
  const isFine = isMeasured(functions) && functions.every(isAsExpected);
  const worst = isFine ? 'reachable' : groups[0] === undefined ? 'unknown' : worstStanding(groups[0][0], undecided);
  const left = groups.slice(mostRows);
  return [
    { lines: hang('', `${count(functions.length, 'function')} · ${placeWords(report)}`, screen.width) },
    { lines: sentenceLines(worst, countsSentence(report), screen) },
    overviewGrid(groups, undecided, screen),
    ...(left.length > 0
      ? [{ lines: hang('', `… and ${count(left.flat().length, 'more function')}, not shown`, screen.width) }]
      : []),
  ];
};
