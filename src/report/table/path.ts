import type { Answer, Hop, Note, SubnetAnswer, Verdict } from '../../model/report.ts';
import { hang } from '../width.ts';
import { allOf, firstOf, hopMarks, hopWords, targetWords } from '../words.ts';
import { grouped } from './grouped.ts';
import { hopStyles } from './paint.ts';
import type { Screen } from './screen.ts';
import { witnessLines } from './witnesses.ts';

const stoppers: Readonly<Record<Verdict, readonly Hop['verdict'][]>> = {
  reachable: [],
  blocked: ['blocks', 'partial', 'unknown'],
  partial: ['blocks', 'partial', 'unknown'],
  unknown: ['unknown', 'partial', 'blocks'],
};

/** The hop that decides a subnet's answer: the first that blocks it, or the first that nobody can see. */
export const decidingHop = ({ verdict, hops }: SubnetAnswer): Hop | undefined => {
  const [found] = stoppers[verdict].flatMap((stopper) => hops.find((hop) => hop.verdict === stopper) ?? []);
  return found;
};

/** A resource and what is said about it, without naming it twice. */
export const resourceLine = ({ resource, note }: Note, { labels }: Screen): string => {
  const label = labels.of(resource);
  const said = labels.within(note);
  if (said === '') return label;
  return said.startsWith(label) ? said : `${label}: ${said}`;
};

/** A hop in one sentence: its kind, its resource and what happens there. */
export const hopSentence = (hop: Hop, screen: Screen): string => `${hopWords[hop.hop]} ${resourceLine(hop, screen)}`;

/** Subnets with the same answer by the same hops, in the order in which they come. */
export const samePaths = (subnets: readonly SubnetAnswer[]): readonly (readonly SubnetAnswer[])[] =>
  grouped(subnets, ({ verdict, share, hops }) => JSON.stringify([verdict, share, hops]));

const title = (answer: Answer, subnets: readonly SubnetAnswer[], { labels }: Screen): string => {
  const to = `Path to ${targetWords(answer.target)}`;
  const [first, ...others] = subnets;
  if (others.length > 0 && subnets.length === answer.subnets.length) {
    return `${to}, the same from ${allOf(subnets.length, 'subnet')}`;
  }
  const same = firstOf(
    others.map(({ subnetId }) => labels.nameOf(subnetId)),
    5,
    'subnets',
  );
  const zone = first?.availabilityZone ? ` (${first.availabilityZone})` : '';
  return `${to} from ${labels.nameOf(first?.subnetId ?? '')}${zone}${same === '' ? '' : `; the same from ${same}`}`;
};

const stepNumber = (index: number): string => String(index + 1).padStart(3);

const stepLines = (hop: Hop, index: number, kindWidth: number, screen: Screen): readonly string[] => {
  const start = `${stepNumber(index)} ${screen.paint(hopStyles[hop.verdict], hopMarks[hop.verdict])} `;
  return screen.layout === 'cards'
    ? hang(start, hopSentence(hop, screen), screen.width)
    : hang(`${start}${hopWords[hop.hop].padEnd(kindWidth)}  `, resourceLine(hop, screen), screen.width);
};

const behindWords = ({ hop, resource }: Hop): string => (hop === 'target' ? targetWords(resource) : hopWords[hop]);

/** The last hop that packets meet, or that would stop them as well; what cannot be told behind a break matters to nobody. */
const lastTold = (hops: readonly Hop[]): number =>
  hops.some(({ verdict }) => verdict === 'blocks')
    ? hops.findLastIndex(({ verdict }) => verdict === 'blocks' || verdict === 'partial')
    : hops.findLastIndex(({ verdict }) => verdict !== 'not-reached');

/** The hops of a path as numbered steps; those behind the break, which the packet never meets, share one line. */
const steps = (hops: readonly Hop[], screen: Screen): readonly string[] => {
  const shown = screen.verbose ? hops : hops.slice(0, lastTold(hops) + 1);
  const left = hops.slice(shown.length).map(behindWords);
  const behind = left.filter((words, index) => words !== left[index - 1]).join(' · ');
  const kindWidth = Math.max(...shown.map((hop) => hopWords[hop.hop].length));
  return [
    ...shown.flatMap((hop, index) => stepLines(hop, index, kindWidth, screen)),
    ...(behind === '' ? [] : hang(`${stepNumber(shown.length)} - `, `not reached: ${behind}`, screen.width)),
  ];
};

/** One path, hop by hop, under a line that says where it starts, with connections that show what becomes of them. */
export const pathLines = (answer: Answer, subnets: readonly SubnetAnswer[], screen: Screen): readonly string[] => {
  const [first] = subnets;
  if (first === undefined || first.hops.length === 0) return [];
  const heading = hang('', title(answer, subnets, screen), screen.width).map((line) => screen.paint('bold', line));
  return [...heading, ...steps(first.hops, screen), ...witnessLines(first, screen)];
};
