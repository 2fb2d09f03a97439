import { Arn } from '../model/ids.ts';
import type { LambdaFunction } from '../model/kinds/functions.ts';
import { type NotAllowed, networkInterfaceActions, type RoleActions } from '../model/role-actions.ts';
import type { Read } from '../model/section.ts';
import { required } from './answer.ts';
import type { Aws } from './aws.ts';
import { attempted } from './function-read.ts';
import type { Action } from './read-only.ts';
import { unlessGone } from './unless-gone.ts';

const action = 'iam:SimulatePrincipalPolicy';

type Simulate = (roleArn: Arn) => Promise<readonly NotAllowed[]>;

const gone = networkInterfaceActions.map((each): NotAllowed => ({ action: each, because: 'there is no such role' }));

const actionsOf = async (role: string | null, simulate: Simulate): Promise<RoleActions> => {
  const roleArn = required(Arn, role);
  return { roleArn, notAllowed: (await unlessGone(simulate(roleArn))) ?? gone };
};

/** Reads what execution roles may do. The client of IAM is loaded only where a function in a VPC is asked about. */
export const roleActions = {
  actions: [action] satisfies readonly Action[],
  reader(aws: Aws) {
    const byRole = new Map<string | null, Promise<Read<RoleActions>>>();
    let loading: Promise<Simulate> | null = null;
    const load = async (): Promise<Simulate> => (await import('./policy-simulation.ts')).policySimulation(aws);
    const read = async (role: string | null): Promise<Read<RoleActions>> => {
      loading ??= load();
      return attempted(action, actionsOf(role, await loading));
    };
    return async ({ network }: LambdaFunction, role: string | null): Promise<Pick<LambdaFunction, 'roleActions'>> => {
      if (network.kind !== 'vpc') return {};
      const known = byRole.get(role) ?? read(role);
      byRole.set(role, known);
      return { roleActions: await known };
    };
  },
};
