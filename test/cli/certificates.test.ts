import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { certificatesOf } from '../../src/cli/certificates.ts';

it('AWS_CA_BUNDLE names the certificates that are trusted', () => {
  const folder = mkdtempSync(join(tmpdir(), 'certificates-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'ca.pem');
  writeFileSync(file, '-----BEGIN CERTIFICATE-----\n');
  expect(certificatesOf({ AWS_CA_BUNDLE: file })).toBe('-----BEGIN CERTIFICATE-----\n');
});

it.each([{}, { AWS_CA_BUNDLE: '' }, { AWS_CA_BUNDLE: undefined }])('%j leaves the certificates of Node.js', (env) => {
  expect(certificatesOf(env)).toBeNull();
});

it('an AWS_CA_BUNDLE that cannot be read is wrong use', () => {
  expect(() => certificatesOf({ AWS_CA_BUNDLE: '/nonexistent.pem' })).toThrow(
    expect.objectContaining({
      name: 'UserError',
      exitCode: 2,
      message: 'AWS_CA_BUNDLE names /nonexistent.pem, which cannot be read',
    }),
  );
});
