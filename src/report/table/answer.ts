import type { Answer, Verdict } from '../../model/report.ts';
import { hang } from '../width.ts';
import { firstOf, targetWords, verdictMarks, verdictWords } from '../words.ts';
import { type Block, gridBlock, linesBlock } from './block.ts';
import { verdictStyles } from './paint.ts';
import { pathLines, samePaths } from './path.ts';
import type { Screen } from './screen.ts';
import { answerCell, standingOf } from './standing.ts';
import { subnetsGrid } from './subnets.ts';

const mostCidrs = 5;

/** Worst first: what is proven to fail stands before what cannot be told. */
export const worstFirst: readonly Verdict[] = ['blocked', 'partial', 'unknown', 'reachable'];

/** One sentence with its mark. */
export const sentenceLines = (verdict: Verdict, sentence: string, screen: Screen): readonly string[] => {
  const [first = '', ...rest] = hang(`${verdictMarks[verdict]} `, sentence, screen.width);
  return [
    `${screen.paint(verdictStyles[verdict], first.slice(0, 1))}${screen.paint('bold', first.slice(1))}`,
    ...rest.map((line) => screen.paint('bold', line)),
  ];
};

/** What was asked and the answers, one row each. */
export const questionsGrid = (answers: readonly Answer[], screen: Screen): Block =>
  gridBlock(
    ['Can it reach…', 'Answer', 'Expected', 'Asked because', 'How / why not'],
    answers.map((answer) => [
      { text: targetWords(answer.target) },
      answerCell(answer.verdict, answer.expected),
      { text: answer.expected ?? '' },
      { text: screen.layout === 'wide' ? answer.askedBecause : '' },
      { text: screen.labels.within(answer.because) },
    ]),
  );

const exceptionLines = ({ exceptions }: Answer, screen: Screen): readonly string[] =>
  exceptions.flatMap(({ cidrs, verdict, because }) => {
    const ranges = firstOf(cidrs, mostCidrs, 'ranges');
    return hang('  except ', `${ranges}: ${verdictWords[verdict]}; ${screen.labels.within(because)}`, screen.width);
  });

/** The worst path alone, or every one with `verbose`. */
const pathBlocks = (answer: Answer, screen: Screen): readonly Block[] => {
  const groups = samePaths(answer.subnets);
  const worst = worstFirst
    .filter((verdict) => verdict !== 'reachable')
    .flatMap((verdict) => groups.filter(([subnet]) => subnet?.verdict === verdict))
    .slice(0, 1);
  return (screen.verbose ? groups : worst).flatMap((subnets) => linesBlock(pathLines(answer, subnets, screen)));
};

/** Where one target is reached from and where not, with the path that breaks. */
export const answerBlocks = (answer: Answer, isOnly: boolean, screen: Screen): readonly Block[] => {
  const tellsMore = standingOf(answer) !== 'reachable' || screen.verbose || (isOnly && !screen.quiet);
  const tellsPath = answer.expected !== 'forbidden' || screen.verbose;
  return [
    ...linesBlock(exceptionLines(answer, screen)),
    ...(answer.subnets.length > 1 && tellsMore ? [subnetsGrid(answer, !isOnly, screen)] : []),
    ...(tellsPath ? pathBlocks(answer, screen) : []),
  ];
};
