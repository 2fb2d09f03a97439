import { readFileSync } from 'node:fs';
import { UserError } from '../errors.ts';
import type { Io } from './io.ts';

/**
 * Text of the certificates that AWS_CA_BUNDLE names, as for the AWS CLI; null if it names none.
 * https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-envvars.html
 */
export const certificatesOf = (env: Io['env']): string | null => {
  const path = env['AWS_CA_BUNDLE'];
  if (!path) return null;
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new UserError(`AWS_CA_BUNDLE names ${path}, which cannot be read`, 'name a readable PEM file, or unset it');
  }
};
