import { ExitCode, UserError } from '../errors.ts';
import isSnapshot from '../model/is-snapshot.generated.mjs';
import { plainText } from '../report/plain-text.ts';
import { demoCases } from './demo-cases.ts';
import { didYouMean } from './did-you-mean.ts';
import type { ReportOptions } from './invocation.ts';
import type { Io } from './io.ts';
import { reportOn } from './run.ts';

/** What is shown where no case is named: one broken thing, which makes a function fail now and then. */
export const defaultCase = 'blackhole-in-one-zone';

const networkOf = (name: string): (() => Promise<unknown>) => {
  const load = demoCases.get(name);
  if (load !== undefined) return load;
  const names = [...demoCases.keys()];
  throw new UserError(
    `there is no built-in network ${plainText(name)}${didYouMean(name, names)}`,
    `there are: ${names.join(', ')}`,
  );
};

/**
 * Diagnoses a built-in network as if it were the snapshot of a user. It is nobody's network, so whatever is found
 * there, the command has succeeded, unless the program contradicts itself.
 */
export const demo = async (
  asked: { readonly case: string | null; readonly report: ReportOptions },
  io: Io,
): Promise<ExitCode> => {
  const name = asked.case ?? defaultCase;
  const snapshot = await networkOf(name)();
  if (!isSnapshot(snapshot)) throw new Error(`the built-in network ${name} is no snapshot`);
  const others = [...demoCases.keys()].filter((other) => other !== name);
  io.stderr.write(`demo ${name}: a built-in network, no AWS account is asked; others: ${others.join(', ')}\n`);
  const { report } = await reportOn(snapshot, [], asked.report, io);
  return report.disagreements.length > 0 ? ExitCode.bug : ExitCode.fine;
};
