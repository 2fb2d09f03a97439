import { z } from 'zod';
import { ReportDocument, reportSchemaVersion } from '../../src/model/report.ts';
import { Snapshot, snapshotSchemaVersion } from '../../src/model/snapshot.ts';

const fileText = (schema: object): string => `${JSON.stringify(schema, null, 2)}\n`;

/** schema/report.v1.json: what `--format json` prints. */
export const reportSchema = (): string =>
  fileText({
    title: `lambda-net-doctor report, version ${reportSchemaVersion}`,
    ...z.toJSONSchema(ReportDocument, { io: 'input' }),
  });

/** schema/snapshot.v1.json: what `--save-snapshot` writes and `--snapshot` reads. */
export const snapshotSchema = (): string =>
  fileText({
    title: `lambda-net-doctor snapshot, version ${snapshotSchemaVersion}`,
    ...z.toJSONSchema(Snapshot, { io: 'input' }),
  });
