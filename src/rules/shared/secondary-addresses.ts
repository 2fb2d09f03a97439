import type { NatGateway } from '../../model/kinds/nat-gateways.ts';
import { allOf } from '../../network/words.ts';
import type { Draft, RuleContext } from '../rule.ts';
import { fixInVpc } from './fix-in-vpc.ts';
import { addAddressCommands, failedAddresses } from './nat-address.ts';
import { usersOf } from './users.ts';

/** The reason in brackets, if there is one. */
export const reasonText = (reason: string | null): string => (reason === null ? '' : ` (${reason})`);

/** Addresses that failed beside others that work: fewer connections fit, and none breaks. */
export const secondaryAddresses = (context: RuleContext<never>, nat: NatGateway): Draft[] => {
  const failed = failedAddresses(nat);
  const users = usersOf(context, nat.id);
  if (failed.length === 0 || users === null) return [];
  const names = failed.map(
    ({ allocationId, privateIp, failureMessage }) =>
      `${allocationId ?? privateIp ?? 'a secondary one'}${reasonText(failureMessage)}`,
  );
  const where = { ...users, severity: 'warning', evidence: names.map((note) => ({ resource: nat.id, note })) } as const;
  return [
    {
      resource: nat.id,
      where,
      message: `NAT gateway ${nat.id} could not use ${allOf(names)}: its other addresses carry the traffic, and there is room for fewer connections.`,
      fix: fixInVpc(context, where, `Give ${nat.id} another address.`, addAddressCommands(nat, failed)),
    },
  ];
};
