import type { FunctionReference } from '../model/function-reference.ts';
import type { ResolvedHost } from '../model/resolved-host.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { plainText } from '../report/plain-text.ts';
import { certificatesOf } from './certificates.ts';
import type { ReportOptions, Source } from './invocation.ts';
import type { Io } from './io.ts';
import { writeOutputFile } from './output-file.ts';
import { waitingLine } from './progress.ts';
import { untilAborted } from './streams.ts';

/** A snapshot names accounts, subnets and gateways: only its owner may read the file. */
const ownerOnly = 0o600;

/** Text of a snapshot file. */
export const snapshotText = (snapshot: Snapshot): string => `${JSON.stringify(snapshot, null, 2)}\n`;

const hostsOf = ({ questions, intent }: ReportOptions): readonly string[] =>
  [...questions, ...intent.expectations.map(({ question }) => question)].flatMap(({ target }) =>
    target.kind === 'host' ? [target.host] : [],
  );

/** Says what DNS was asked, the only thing that is sent for the sake of the network itself. */
const resolvedText = (resolved: readonly ResolvedHost[]): string => {
  const said = resolved.map((each) =>
    plainText(`${each.host} (${each.status === 'failed' ? each.reason : each.addresses.join(', ')})`),
  );
  return said.length === 0 ? '' : `--resolve asked DNS from this machine for ${said.join('; ')}\n`;
};

/** Reads the functions and their networks from AWS, and saves what was read where that is asked for. */
export const readFromAws = async (
  functions: readonly FunctionReference[],
  source: Extract<Source, { readonly kind: 'aws' }>,
  options: ReportOptions,
  io: Io,
): Promise<Snapshot> => {
  const line = waitingLine(io);
  line.show('asking AWS');
  try {
    const { collect } = await import('../collect.ts');
    const snapshot = await untilAborted(
      collect({
        functions,
        detect: options.detect,
        checkRole: source.checkRole,
        ...(source.resolve && { resolve: hostsOf(options) }),
        settings: { ...source, env: io.env, certificates: certificatesOf(io.env) },
        now: io.now,
        onProgress: line.show,
        signal: io.signal,
      }),
      io.signal,
    );
    if (source.saveSnapshot !== null) {
      await writeOutputFile(source.saveSnapshot, [snapshotText(snapshot)], { signal: io.signal, mode: ownerOnly });
    }
    line.erase();
    io.stderr.write(resolvedText(snapshot.resolvedHosts ?? []));
    return snapshot;
  } finally {
    line.erase();
  }
};
