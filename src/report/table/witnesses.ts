import type { SubnetAnswer, Witness } from '../../model/report.ts';
import { hang } from '../width.ts';
import { verdictMarks } from '../words.ts';
import type { Screen } from './screen.ts';

const words = {
  works: { mark: verdictMarks.reachable, style: 'green' },
  fails: { mark: verdictMarks.blocked, style: 'red' },
} as const;

const endWords = (address: string, port: number): string =>
  address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;

const connectionWords = ({ from, fromPort, natPort, to, toPort }: Witness): string =>
  `${endWords(from, fromPort)} → ${endWords(to, toPort)}${natPort === null ? '' : `, NAT port ${natPort}`}`;

/** Connections that show an answer, one line each; what a plain yes or no shows is told with `verbose` alone. */
export const witnessLines = ({ verdict, witnesses }: SubnetAnswer, screen: Screen): readonly string[] =>
  verdict !== 'partial' && !screen.verbose
    ? []
    : witnesses.flatMap((witness) => {
        const { mark, style } = words[witness.outcome];
        const stop = witness.stoppedBy === null ? '' : `, at ${screen.labels.within(witness.stoppedBy)}`;
        const start = `  ${screen.paint(style, mark)} ${witness.outcome}: `;
        return hang(start, `${connectionWords(witness)}${stop}`, screen.width);
      });
