import type { Reporter } from './reporter.ts';

/** Names of the report formats, the default first. */
export const formats = ['table', 'json', 'sarif'] as const;

export type Format = (typeof formats)[number];

const loaders: Readonly<Record<Format, () => Promise<Reporter>>> = {
  table: async () => (await import('./table.ts')).table,
  json: async () => (await import('./json.ts')).json,
  sarif: async () => (await import('./sarif.ts')).sarif,
};

/** Loads the reporter of one format; a format that nobody asked for costs nothing. */
export const loadReporter = (format: Format): Promise<Reporter> => loaders[format]();
