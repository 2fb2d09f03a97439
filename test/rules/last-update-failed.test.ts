import type { Change } from '../support/network.ts';
import { testRule } from '../support/rule-test.ts';

const updateIs =
  (status: 'Failed' | 'InProgress', code: string | null): Change =>
  (n) => {
    n.function().lastUpdateStatus = status;
    n.function().lastUpdateStatusReasonCode = code;
  };
const resource = (n: Parameters<Change>[0]): string => n.function().arn;

testRule('last-update-failed', {
  passes: {
    'a status that the answer left out': (n) => {
      n.function().lastUpdateStatus = null;
    },
    'a function in State Failed, which is another rule': (n) => {
      n.function().state = 'Failed';
    },
  },
  flags: {
    'an update that failed': [
      updateIs('Failed', 'EniLimitExceeded'),
      { severity: 'error', message: /orders-api .*EniLimitExceeded/, resource, fixCommand: /function-updated/ },
    ],
    'an update in progress': [
      updateIs('InProgress', null),
      { severity: 'note', message: /orders-api .*(progress|InProgress)/, resource },
    ],
  },
});
