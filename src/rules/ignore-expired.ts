import { defineRule, fixBy } from './rule.ts';

export default defineRule({
  id: 'ignore-expired',
  severity: 'warning',
  title: 'The time for which a finding was ignored is over',
  symptom: 'A finding that was accepted for a while counts again.',
  why: 'The configuration file accepts the finding up to a day that has passed, and the cause is still there.',
  fix: 'Mend the cause, or decide anew and write a later day and the reason for it into the entry.',
  traps:
    'It speaks only while the entry would still hide something: an entry whose finding is gone is silent. The day is compared with the day on which the network was read, in UTC, and the entry holds to the end of its last day.',
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/troubleshooting-networking.html'],
  raCode: null,
  needs: [],
  readsFindings: true,
  *check({ lapsed }) {
    for (const { ignore, finding } of lapsed)
      yield {
        resource: finding.resource,
        ...(finding.destination === undefined ? {} : { destination: finding.destination }),
        where: {
          subnetIds: finding.subnetIds,
          targets: finding.targets,
          severity: 'warning',
          onlyByDefault: false,
          evidence: [
            { resource: finding.resource, note: `${ignore.writtenIn} ignored ${finding.ruleId} until ${ignore.until}` },
          ],
          also: [],
        },
        message: `${finding.ruleId} about ${finding.resource} was ignored until ${ignore.until} and counts again: ${ignore.writtenIn} gives the reason “${ignore.reason}”.`,
        fix: fixBy(
          `Mend the cause that ${finding.ruleId} names, take the entry out, or give it a later day and a reason.`,
        ),
      };
  },
});
