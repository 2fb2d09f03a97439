import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Report, ReportDocument } from '../../src/model/report.ts';
import { json as jsonPieces } from '../../src/report/json.ts';
import { cases } from './cases.ts';
import { severalTargets } from './hard-reports.ts';
import { halfOfTheReplies, natGatewaysDenied } from './mixed-reports.ts';
import { publicSubnets } from './reports.ts';
import { whole } from './whole.ts';

const json = whole(jsonPieces);

const options = { color: false, columns: 80, quiet: false, verbose: false };

/** Field names of JSON report version 1 in their order, by where they stand. */
const fieldOrder: Readonly<Record<string, string>> = {
  '': 'schemaVersion tool collectedAt account region functions unavailable summary',
  tool: 'name version',
  functions: 'name arn qualifier vpcId subnetIds securityGroupIds answers findings ignored skipped',
  answers: 'target verdict because askedBecause expected subnets exceptions',
  subnets: 'subnetId availabilityZone availabilityZoneId verdict share hops witnesses',
  witnesses: 'outcome from fromPort natPort to toPort stoppedBy',
  hops: 'hop resource verdict note',
  exceptions: 'cidrs verdict because',
  findings: 'ruleId severity message resource destination subnetIds targets evidence also fix helpUrl fingerprint',
  ignored: 'finding reason until ignoredBy',
  finding: 'ruleId severity message resource destination subnetIds targets evidence also fix helpUrl fingerprint',
  evidence: 'resource note',
  also: 'resource note',
  fix: 'text commands actor',
  skipped: 'ruleId missing',
  unavailable: 'action reason',
  summary: 'functions ignored errors warnings notes unknown apiCalls',
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** The field names of every object of a document, by the field in which the object stands. */
const ordersIn = (value: unknown, place = ''): readonly (readonly [string, string])[] => {
  if (Array.isArray(value)) return value.flatMap((item) => ordersIn(item, place));
  if (!isObject(value)) return [];
  return [
    [place, Object.keys(value).join(' ')],
    ...Object.entries(value).flatMap(([name, part]) => ordersIn(part, name)),
  ];
};

const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, part]) => [name, reversed(part)]),
  );
};

describe('JSON report version 1', () => {
  it.each(cases)('%s: is valid against the model and its JSON Schema', (_, report) => {
    const document: unknown = JSON.parse(json(report, options));
    expect(ReportDocument.parse(document)).toEqual(report.document);
    const validate = new Ajv2020({ strict: false }).compile(z.toJSONSchema(ReportDocument, { io: 'input' }));
    expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
  });

  it('is refused by the JSON Schema when a verdict is not one of the four', () => {
    const validate = new Ajv2020({ strict: false }).compile(z.toJSONSchema(ReportDocument, { io: 'input' }));
    expect(validate(JSON.parse(json(publicSubnets, options).replace('"blocked"', '"closed"')))).toBe(false);
  });

  it.each([publicSubnets, halfOfTheReplies, natGatewaysDenied, severalTargets])(
    'has every field in its place, in whatever order the document was built (%#)',
    (report) => {
      const rebuilt: Report = { ...report, document: ReportDocument.parse(report.document) };
      const backwards: Report = { ...report, document: JSON.parse(JSON.stringify(reversed(report.document))) };
      expect(json(backwards, options)).toBe(json(rebuilt, options));
      for (const [place, order] of ordersIn(JSON.parse(json(backwards, options)))) {
        const withoutOptional = fieldOrder[place]?.replace(' destination', '');
        expect([fieldOrder[place], withoutOptional], `fields of ${place}`).toContain(order);
      }
    },
  );

  it('holds the document alone: no Name tags, no rule texts, nothing that the contract does not name', () => {
    const extra: Report = {
      ...publicSubnets,
      document: Object.assign(structuredClone(publicSubnets.document), { secret: 'hunter2' }),
    };
    expect(json(extra, options)).toBe(json(publicSubnets, options));
    expect(json(publicSubnets, options)).not.toContain('public-a');
  });

  it('is indented by two spaces and ends with one newline', () => {
    expect(json(publicSubnets, options)).toMatch(
      /^\{\n {2}"schemaVersion": 1,\n {2}"tool": \{\n {4}"name"[\s\S]*\n\}\n$/u,
    );
  });

  it('is the same whatever the screen is', () => {
    const screen = { color: true, columns: 20, quiet: true, verbose: true };
    expect(json(publicSubnets, screen)).toBe(json(publicSubnets, options));
  });
});
