import { z } from 'zod';
import { configSchema } from '../../src/model/config.ts';
import { ReportDocument, reportSchemaVersion } from '../../src/model/report.ts';
import { Snapshot, snapshotSchemaVersion } from '../../src/model/snapshot.ts';
import { formats } from '../../src/report/index.ts';
import { rules } from '../../src/rules/index.ts';

/** Where editors find it. */
const configSchemaUrl =
  'https://raw.githubusercontent.com/lambda-net-doctor/lambda-net-doctor/main/schema/config.v1.json';

const fileText = (schema: object): string => `${JSON.stringify(schema, null, 2)}\n`;

/** schema/report.v1.json: what `--format json` prints. */
export const reportSchema = (): string =>
  fileText({
    title: `lambda-net-doctor report, version ${reportSchemaVersion}`,
    ...z.toJSONSchema(ReportDocument, { io: 'input' }),
  });

/** schema/config.v1.json: what a configuration file can hold. */
export const configurationSchema = (): string =>
  fileText({
    $id: configSchemaUrl,
    title: 'lambda-net-doctor configuration, version 1',
    ...z.toJSONSchema(configSchema({ rules: rules.map(({ id }) => id), formats }), { io: 'input' }),
  });

/** schema/snapshot.v1.json: what `--save-snapshot` writes and `--snapshot` reads. */
export const snapshotSchema = (): string =>
  fileText({
    title: `lambda-net-doctor snapshot, version ${snapshotSchemaVersion}`,
    ...z.toJSONSchema(Snapshot, { io: 'input' }),
  });
