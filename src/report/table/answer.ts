import type { Answer, Verdict } from '../../model/report.ts';
import { hang } from '../width.ts';
import { firstOf, targetWords, verdictMarks } from '../words.ts';
import { type Block, gridBlock, linesBlock } from './block.ts';
import { verdictStyles } from './paint.ts';
import { pathLines, samePaths } from './path.ts';
import type { Screen } from './screen.ts';
import { answerCell, standingOf, subnetCell } from './standing.ts';
import { isUniform, subnetsGrid } from './subnets.ts';

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

/** What the reader has typed, or would expect to be asked. */
const knownReason = /^(always asked$|asked with )/;

/** Why a target is asked about, where the reader may wonder and no column says it. */
const reasonWords = ({ askedBecause }: Answer, { layout }: Screen): string =>
  layout === 'wide' || knownReason.test(askedBecause) ? '' : ` (${askedBecause})`;

const howWords = (answer: Answer, told: Answer | null, screen: Screen): string =>
  `${answer === told ? 'as said above' : screen.labels.within(answer.because)}${reasonWords(answer, screen)}`;

/** What was asked and the answers, one row each; the one that the sentence above it has told is not told twice. */
export const questionsGrid = (answers: readonly Answer[], told: Answer | null, screen: Screen): Block =>
  gridBlock(
    ['Can it reach…', 'Answer', 'Expected', 'Asked because', 'How / why not'],
    answers.map((answer) => [
      { text: targetWords(answer.target) },
      answerCell(answer),
      { text: answer.expected ?? '' },
      { text: screen.layout === 'wide' ? answer.askedBecause : '' },
      { text: howWords(answer, told, screen) },
    ]),
  );

const exceptionLines = ({ exceptions, expected }: Answer, screen: Screen): readonly string[] =>
  exceptions.flatMap(({ cidrs, verdict, because }) => {
    const ranges = firstOf(cidrs, mostCidrs, 'ranges');
    return hang(
      '  except ',
      `${ranges}: ${subnetCell(verdict, expected).text}; ${screen.labels.within(because)}`,
      screen.width,
    );
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
  const tellsSubnets = isOnly || screen.verbose || !isUniform(answer, screen);
  const tellsPath = answer.expected !== 'forbidden' || screen.verbose;
  return [
    ...linesBlock(exceptionLines(answer, screen)),
    ...(answer.subnets.length > 1 && tellsMore && tellsSubnets ? [subnetsGrid(answer, !isOnly, screen)] : []),
    ...(tellsPath ? pathBlocks(answer, screen) : []),
  ];
};
