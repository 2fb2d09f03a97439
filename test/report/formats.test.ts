import { describe, expect, it } from 'vitest';
import { formats, loadReporter } from '../../src/report/index.ts';
import { cases } from './cases.ts';
import { whole } from './whole.ts';

const options = { color: false, columns: 80, quiet: false, verbose: false };

/** Everything that a terminal could obey, the newline apart. */
const controls = /(?!\n)\p{Cc}|\p{Bidi_Control}|\p{Surrogate}|[\u2028\u2029]/u;

describe.each(formats)('format %s', (format) => {
  it.each(cases)('%s: ends with one newline', async (_, report) => {
    expect(whole(await loadReporter(format))(report, options)).toMatch(/[^\n]\n$/u);
  });

  it.each(cases)('%s: is the same text for the same report', async (_, report) => {
    const reporter = whole(await loadReporter(format));
    const copy = { ...structuredClone({ ...report, names: [] }), names: new Map([...report.names].toReversed()) };
    expect(reporter(copy, options)).toBe(reporter(report, options));
  });

  it.each(cases)('%s: prints no control characters', async (_, report) => {
    const reporter = whole(await loadReporter(format));
    for (const screen of [options, { ...options, quiet: true }, { ...options, verbose: true, columns: 200 }]) {
      expect(controls.exec(reporter(report, screen))).toBeNull();
    }
  });

  it.each(cases)('%s: leaves the report as it was', async (_, report) => {
    const before = JSON.stringify(report.document);
    whole(await loadReporter(format))(report, options);
    expect(JSON.stringify(report.document)).toBe(before);
  });
});

describe('formats', () => {
  it('begins with the default', () => {
    expect(formats[0]).toBe('table');
  });
});
