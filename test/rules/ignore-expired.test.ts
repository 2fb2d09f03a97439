import { ignoring, intentWith } from '../support/intent.ts';
import { testRule } from '../support/rule-test.ts';

/** The network of fixtures/healthy.json was read on 2026-10-05. */
const lastDay = { yesterday: '2026-10-04', today: '2026-10-05' };

testRule('ignore-expired', {
  intent: intentWith({
    ignores: [
      ignoring('single-az', { until: lastDay.yesterday, reason: 'a batch job' }),
      ignoring('blackhole-route', { until: lastDay.today }),
      ignoring('function-inactive-idle', { functions: 'invoices-*', until: lastDay.yesterday }),
    ],
  }),
  passes: {
    'the last day is not over': (n) => {
      n.route('private-a').state = 'blackhole';
    },
    'the entry is about other functions': (n) => {
      n.function().state = 'Inactive';
    },
  },
  flags: {
    'the last day is over and the finding is back': [
      (n) => {
        n.network().subnetIds = [n.subnet('private-a').id];
      },
      {
        severity: 'warning',
        message:
          /^single-az about \S+ was ignored until 2026-10-04 and counts again: lambda-net-doctor\.yaml:9 gives the reason “a batch job”\.$/,
        resource: (n) => n.function().arn,
      },
    ],
  },
});
