import type { FunctionReference } from '../model/function-reference.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { certificatesOf } from './certificates.ts';
import type { Source } from './invocation.ts';
import type { Io } from './io.ts';
import { writeOutputFile } from './output-file.ts';
import { waitingLine } from './progress.ts';
import { untilAborted } from './streams.ts';

/** A snapshot names accounts, subnets and gateways: only its owner may read the file. */
const ownerOnly = 0o600;

/** Text of a snapshot file. */
export const snapshotText = (snapshot: Snapshot): string => `${JSON.stringify(snapshot, null, 2)}\n`;

/** Reads the functions and their networks from AWS, and saves what was read where that is asked for. */
export const readFromAws = async (
  functions: readonly FunctionReference[],
  source: Extract<Source, { readonly kind: 'aws' }>,
  io: Io,
): Promise<Snapshot> => {
  const line = waitingLine(io);
  line.show('asking AWS');
  try {
    const { collect } = await import('../collect.ts');
    const snapshot = await untilAborted(
      collect({
        functions,
        settings: { ...source, env: io.env, certificates: certificatesOf(io.env) },
        now: io.now,
        onProgress: line.show,
        signal: io.signal,
      }),
      io.signal,
    );
    if (source.saveSnapshot !== null) {
      await writeOutputFile(source.saveSnapshot, snapshotText(snapshot), { signal: io.signal, mode: ownerOnly });
    }
    return snapshot;
  } finally {
    line.erase();
  }
};
