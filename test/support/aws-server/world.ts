import type { Unavailable, UnavailableReason } from '../../../src/model/section.ts';
import type { Kind, Sections } from '../../../src/model/sections.ts';
import type { Snapshot } from '../../../src/model/snapshot.ts';
import { AwsError } from './aws-error.ts';

/** The account and Region that the server plays. */
export interface World {
  readonly account: string;
  readonly region: string;
  readonly sections: Sections;
  /** Longest page; null for what the caller asks for. */
  readonly pageSize: number | null;
  /** Values of environment variables by name; every function carries them. */
  readonly environment: Readonly<Record<string, string>>;
}

/** Items of a section whose type the kind decides. */
export type ItemOf<K extends Kind> = Extract<Sections[K], { status: 'collected' }>['items'][number];

const userArn = (account: string): string => `arn:aws:iam::${account}:user/doctor`;

/** The clause with which AWS says what denied. https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html */
const denialClause = (reason: UnavailableReason, action: string): string => {
  if (reason === 'access denied') return '';
  if (reason === 'access denied: no identity-based policy allows it')
    return ` because no identity-based policy allows the ${action} action`;
  const policy = reason.replace(/^access denied: (an explicit deny in )?/, '').replace(/^an? /, '');
  return ` with an explicit deny in ${/^[aeiou]/.test(policy) ? 'an' : 'a'} ${policy}`;
};

/** AWS's words for a call that no policy allows. */
export const denial = (service: string, action: string, account: string, reason: UnavailableReason): AwsError => {
  const iamAction = `${service}:${action}`;
  const who = `User: ${userArn(account)} is not authorized to perform: ${iamAction}${denialClause(reason, iamAction)}`;
  return service === 'ec2'
    ? new AwsError(403, 'UnauthorizedOperation', `You are not authorized to perform this operation. ${who}`)
    : new AwsError(403, ['iam', 'sts'].includes(service) ? 'AccessDenied' : 'AccessDeniedException', who);
};

/** Items of a section; one that the bundle could not read is refused with the reason that it carries. */
export const itemsOf = <Item>(
  section: { readonly status: 'collected'; readonly items: readonly Item[] } | Unavailable,
  world: World,
  service: string,
  action: string,
): readonly Item[] => {
  if (section.status === 'collected') return section.items;
  const reason = section.reason.startsWith('access denied') ? section.reason : 'access denied';
  throw denial(service, action, world.account, reason);
};

const nothing = { status: 'collected', items: [] } as const;

const emptySections: Sections = {
  accessPoints: nothing,
  availabilityZones: nothing,
  capacityProviders: nothing,
  dhcpOptions: nothing,
  egressOnlyInternetGateways: nothing,
  functions: nothing,
  instances: nothing,
  internetGateways: nothing,
  natGateways: nothing,
  networkAcls: nothing,
  networkInterfaces: nothing,
  prefixLists: nothing,
  routeTables: nothing,
  securityGroups: nothing,
  subnets: nothing,
  transitGatewayRouteTables: nothing,
  transitGatewayVpcAttachments: nothing,
  vpcBlockPublicAccessExclusions: nothing,
  vpcBlockPublicAccessOptions: nothing,
  vpcEndpoints: nothing,
  vpcPeeringConnections: nothing,
  vpcs: nothing,
};

/** What a request signed for `region` sees: another Region than the bundle's has no resources. */
export const worldOf = (
  snapshot: Snapshot,
  region: string | null,
  limits: Pick<World, 'pageSize' | 'environment'>,
): World => ({
  account: snapshot.account ?? '111122223333',
  region: region ?? snapshot.region,
  sections: region === snapshot.region ? snapshot.sections : emptySections,
  pageSize: limits.pageSize,
  environment: limits.environment,
});
