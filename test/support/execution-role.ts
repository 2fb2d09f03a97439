import { type NotAllowed, networkInterfaceActions } from '../../src/model/role-actions.ts';
import type { Network } from './network.ts';

export const roleArn = 'arn:aws:iam::123456789012:role/service-role/orders-api-role' as const;

/** What IAM's simulation said of the execution role of orders-api. */
export const setRoleActions = (n: Network, notAllowed: readonly NotAllowed[], arn: `arn:${string}` = roleArn): void => {
  n.function().roleActions = { status: 'known', value: { roleArn: arn, notAllowed: [...notAllowed] } };
};

/** The actions that one reason stands against; all six if none is named. */
export const notAllowed = (
  because: NotAllowed['because'],
  actions: readonly NotAllowed['action'][] = networkInterfaceActions,
): readonly NotAllowed[] => actions.map((action) => ({ action, because }));
