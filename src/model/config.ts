import { z } from 'zod';
import { Expected, Severity } from './report.ts';

/** How severe the findings of a rule are; `off` leaves them out of the report. */
export const RuleLevel = z.enum(['error', 'warning', 'note', 'off']);
export type RuleLevel = z.infer<typeof RuleLevel>;

const FunctionPattern = z
  .string()
  .min(1)
  .describe('Name of a function, or name:qualifier; * stands for any number of characters.');

const TargetText = z
  .string()
  .min(1)
  .describe('internet, internet6, an AWS service such as s3, 10.0.40.7:5432, db.example.com:5432, sg-…:5432');

/** What functions of one name, or of names that are alike, are expected to reach. */
export const FunctionExpectations = z.strictObject({
  name: FunctionPattern,
  expect: z
    .record(TargetText, Expected)
    .describe('By target. Of several entries that fit a function, the first that names a target counts.'),
});

/** A finding that is known and accepted. */
const ignoreEntry = (ruleId: z.ZodEnum<Record<string, string>>) =>
  z.strictObject({
    rule: ruleId,
    function: FunctionPattern,
    resource: z
      .string()
      .min(1)
      .optional()
      .describe('Id of the culprit that the finding names; * stands for any number of characters. Any, if left out.'),
    reason: z.string().trim().min(1).describe('Why the finding is accepted; reports repeat it.'),
    until: z.iso.date().optional().describe('Last day on which the finding is ignored, as in 2027-03-31.'),
  });

/** What a configuration may name. */
export interface Known {
  readonly rules: readonly string[];
  readonly formats: readonly string[];
}

/** The configuration file, `lambda-net-doctor.yaml` or `.json`. Flags and the environment come before it. */
export const configSchema = ({ rules, formats }: Known) => {
  const ruleId = z.enum(rules);
  return z.strictObject({
    $schema: z.string().optional().describe('The JSON Schema, for editors.'),
    targets: z.array(TargetText).min(1).optional().describe('What every function is asked to reach, as by --to.'),
    functions: z.array(FunctionExpectations).optional().describe('What is expected of functions, by name.'),
    rules: z.partialRecord(ruleId, RuleLevel).optional().describe('Severity of the findings of a rule, by its id.'),
    ignore: z.array(ignoreEntry(ruleId)).optional().describe('Findings that are accepted.'),
    failOn: z
      .enum([...Severity.options, 'never'])
      .optional()
      .describe('As --fail-on.'),
    allowUnknown: z.boolean().optional().describe('As --allow-unknown.'),
    format: z.enum(formats).optional().describe('As --format.'),
  });
};

export type Config = Readonly<z.infer<ReturnType<typeof configSchema>>>;
