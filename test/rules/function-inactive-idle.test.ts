import type { Change } from '../support/network.ts';
import { testRule } from '../support/rule-test.ts';

const inactive =
  (code: string | null): Change =>
  (n) => {
    n.function().state = 'Inactive';
    n.function().stateReasonCode = code;
  };

testRule('function-inactive-idle', {
  passes: {
    'Inactive for another reason': inactive('InvalidSubnet'),
    'Pending while it is restored': (n) => {
      n.function().state = 'Pending';
      n.function().stateReasonCode = 'Restoring';
    },
  },
  flags: {
    'Inactive since nobody called it for weeks': [
      inactive('Idle'),
      {
        severity: 'note',
        message: /orders-api .*(first|next) /,
        resource: (n) => n.function().arn,
        fixCommand: /function-active-v2/,
      },
    ],
  },
});
