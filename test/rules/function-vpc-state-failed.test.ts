import type { Change } from '../support/network.ts';
import { testRule } from '../support/rule-test.ts';

const inState =
  (state: 'Failed' | 'Inactive' | 'Pending', code: string): Change =>
  (n) => {
    n.function().state = state;
    n.function().stateReasonCode = code;
    n.function().stateReason = 'The reason in the words of AWS.';
  };
const resource = (n: Parameters<Change>[0]): string => n.function().arn;

testRule('function-vpc-state-failed', {
  passes: {
    'Inactive since nobody called it': inState('Inactive', 'Idle'),
    'Pending while it is created': inState('Pending', 'Creating'),
    'an update that failed, which is another rule': (n) => {
      n.function().lastUpdateStatus = 'Failed';
    },
  },
  flags: {
    'Failed since a subnet is gone': [
      inState('Failed', 'InvalidSubnet'),
      { severity: 'error', message: /orders-api .*Failed.*InvalidSubnet/, resource },
    ],
    'Failed for a reason that this version does not know': [
      inState('Failed', 'SomethingNew'),
      {
        severity: 'error',
        message: /SomethingNew.*The reason in the words of AWS\.|The reason in the words of AWS\..*SomethingNew/,
        resource,
      },
    ],
    'Failed since the quota of network interfaces is used up': [
      inState('Failed', 'EniLimitExceeded'),
      { severity: 'error', message: /EniLimitExceeded/, resource, fixCommand: /--quota-code L-9FEE3D26/ },
    ],
    'Failed since the role may not manage network interfaces': [
      inState('Failed', 'InsufficientRolePermissions'),
      {
        severity: 'error',
        message: /InsufficientRolePermissions/,
        resource,
        fixCommand: /arn:aws:iam::aws:policy\/service-role\/AWSLambdaVPCAccessExecutionRole$/,
      },
    ],
    'Pending with a reason of the network': [
      inState('Pending', 'SubnetOutOfIPAddresses'),
      {
        severity: 'error',
        message: /Pending.*SubnetOutOfIPAddresses/,
        resource,
        fixCommand: /AvailableIpAddressCount/,
      },
    ],
    'Inactive without a reason, which proves little': [
      (n) => {
        n.function().state = 'Inactive';
      },
      { severity: 'warning', message: /Inactive .*no reason/, resource },
    ],
    'Inactive since its interface could not be made again': [
      inState('Inactive', 'InvalidSecurityGroup'),
      { severity: 'error', message: /Inactive.*InvalidSecurityGroup/, resource },
    ],
  },
});
