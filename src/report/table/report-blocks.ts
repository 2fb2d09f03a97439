import type { FunctionReport, Report } from '../../model/report.ts';
import { hang } from '../width.ts';
import { count, firstOf } from '../words.ts';
import { type Block, linesBlock } from './block.ts';
import { closingBlocks, unreadBlocks } from './closing.ts';
import { functionBlocks } from './function.ts';
import { functionName, worstStanding } from './opening.ts';
import { type Group, groupsOf, mostRows, overviewBlocks } from './overview.ts';
import type { Screen } from './screen.ts';

const mostNames = 5;

/** A function whose story is told: an answer that is not yes, or a finding that is more than a note. */
const needsCare = ([report]: Group, undecided: boolean): boolean =>
  worstStanding(report, undecided) !== 'reachable' || report.findings.some(({ severity }) => severity !== 'note');

const sameLines = ([, ...others]: Group, { width }: Screen): readonly string[] =>
  others.length === 0
    ? []
    : hang('', `The same for ${firstOf(others.map(functionName), mostNames, 'functions')}.`, width);

const rule = ({ width, paint }: Screen): Block => ({ lines: [paint('dim', '─'.repeat(Math.min(width, 80)))] });

const detailBlocks = (group: Group, report: Report, screen: Screen): readonly Block[] => [
  rule(screen),
  ...functionBlocks(group[0], report, screen),
  ...linesBlock(sameLines(group, screen)),
];

const notesLines = (healthy: readonly FunctionReport[], { quiet, width }: Screen): readonly string[] => {
  const notes = healthy.flatMap(({ findings }) => findings).length;
  return quiet || notes === 0
    ? []
    : hang('', `${count(notes, 'note')} about healthy functions not shown; name one function to read more.`, width);
};

const leftOutLines = (functions: number, { width }: Screen): readonly string[] =>
  functions === 0
    ? []
    : hang('', `Details of ${count(functions, 'function')} left out; name one function to read them.`, width);

const manyBlocks = (report: Report, screen: Screen): readonly Block[] => {
  const groups = groupsOf(report);
  const isTold = (group: Group): boolean => screen.verbose || needsCare(group, report.undecided);
  const told = groups.filter(isTold);
  const left = told.slice(mostRows);
  return [
    ...overviewBlocks(report, groups, screen),
    ...told.slice(0, mostRows).flatMap((group) => detailBlocks(group, report, screen)),
    rule(screen),
    ...linesBlock(leftOutLines(left.flat().length, screen)),
    ...linesBlock(notesLines(groups.filter((group) => !isTold(group)).flat(), screen)),
  ];
};

/** The whole report, from the answer to what was read. */
export const reportBlocks = (report: Report, screen: Screen): readonly Block[] => {
  const [first, ...others] = report.document.functions;
  const story =
    first === undefined ? [] : others.length === 0 ? functionBlocks(first, report, screen) : manyBlocks(report, screen);
  return [...story, ...unreadBlocks(report, screen), ...closingBlocks(report, screen)];
};
