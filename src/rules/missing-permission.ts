import { defineRule, fixBy } from './rule.ts';

/** A note: with every answer known, the read has been shown to change none of them. */
const nothingDepends = '; no answer depends on it.';
const perhaps = '; an answer that is unknown may depend on it too.';

export default defineRule({
  id: 'missing-permission',
  severity: 'warning',
  title: 'A read that the diagnosis needs was refused or failed',
  symptom: 'Answers that depend on it are unknown.',
  why: 'What could not be read is not known; it is never taken for absent.',
  fix: 'Allow the action for the role that runs the diagnosis, then run it again.',
  traps: 'A read whose result could not have changed an answer is a note.',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html'],
  raCode: null,
  needs: [],
  *check({ unavailable, openQuestions }) {
    for (const { action, reason } of unavailable) {
      const open = openQuestions.filter(({ doubt }) => doubt.kind === 'unavailable' && doubt.action === action);
      const [first] = open;
      if (first === undefined && reason === 'unsupported by this endpoint') continue;
      const outcome = first ? ', so an answer is unknown.' : openQuestions.length > 0 ? perhaps : nothingDepends;
      const evidence = [{ resource: action, note: reason }];
      const nowhere = { subnetIds: [], targets: [], onlyByDefault: false, also: [] };
      const denied = reason.startsWith('access denied');
      yield {
        resource: action,
        where:
          first === undefined
            ? { ...nowhere, evidence, severity: 'note' }
            : {
                ...first,
                severity: 'warning',
                subnetIds: [...new Set(open.flatMap(({ subnetIds }) => subnetIds))],
                targets: [...new Set(open.flatMap(({ targets }) => targets))],
                evidence: [...evidence, ...first.evidence],
              },
        message: `${action} could not be read (${reason})${outcome}`,
        fix: denied
          ? fixBy(`Allow ${action} for the role that runs this, then run it again.`, 'lambda-net-doctor iam-policy')
          : fixBy('Run it again; if it fails again, look at the endpoint and at the limits of the account.'),
      };
    }
  },
});
