import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { notAllowed, roleArn, setRoleActions } from '../support/execution-role.ts';
import { network } from '../support/network.ts';
import { runCli } from '../support/run-cli.ts';
import { documentOf, type LiveRun, live } from './live-run.ts';

const folder = mkdtempSync(join(tmpdir(), 'lambda-net-doctor-role-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ask = ['orders-api', '--format', 'json'] as const;
const id = 'execution-role-missing-eni-permissions';
const simulations = ({ requests }: LiveRun) => requests.filter(({ service }) => service === 'iam');
const rulesIn = (run: LiveRun) =>
  documentOf(run).functions[0]?.findings.map(({ ruleId, severity }) => `${severity} ${ruleId}`);

const lacking = network((n) =>
  setRoleActions(n, notAllowed('no policy allows it', ['ec2:CreateNetworkInterface', 'ec2:DeleteNetworkInterface'])),
);

describe('--check-role', () => {
  it('asks IAM what the execution role may do, and names what it lacks', async () => {
    const run = await live(lacking, [...ask, '--check-role']);
    expect(run.exitCode).toBe(0);
    expect(rulesIn(run)).toEqual([`warning ${id}`]);
    expect(documentOf(run).functions[0]?.findings[0]).toMatchObject({
      resource: roleArn,
      fix: {
        commands: [
          'aws iam attach-role-policy --role-name orders-api-role --policy-arn arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole',
        ],
      },
    });
    expect(simulations(run).map(({ action, parameters }) => [action, parameters['PolicySourceArn']])).toEqual([
      ['SimulatePrincipalPolicy', roleArn],
      ['SimulatePrincipalPolicy', roleArn],
    ]);
    expect(run.stderr).toBe('');
  });

  it('is not given: IAM is asked nothing, nothing is found and no rule is listed as skipped', async () => {
    const run = await live(lacking, ask);
    expect(simulations(run)).toEqual([]);
    expect(rulesIn(run)).toEqual([]);
    expect(documentOf(run).functions[0]?.skipped).toEqual([]);
    expect(run.stdout).not.toContain(roleArn);
  });

  it('can be given by the environment', async () => {
    const env = { LAMBDA_NET_DOCTOR_CHECK_ROLE: 'true', AWS_REGION: 'eu-west-1' };
    const credentials = { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'example/secret/access/key' };
    const run = await live(lacking, ask, { env: { ...env, ...credentials } });
    expect(rulesIn(run)).toEqual([`warning ${id}`]);
  });

  it('asks one call where the role may do all six', async () => {
    const run = await live(
      network((n) => setRoleActions(n, [])),
      [...ask, '--check-role'],
    );
    expect(rulesIn(run)).toEqual([]);
    expect(simulations(run)).toHaveLength(1);
    expect(documentOf(run).summary.apiCalls).toBe(25);
  });

  it('is refused: the rule is skipped and nothing else changes', async () => {
    const faults = { SimulatePrincipalPolicy: { kind: 'denied' } } as const;
    const run = await live(lacking, [...ask, '--check-role'], { faults });
    expect(run.exitCode).toBe(0);
    expect(documentOf(run).functions[0]?.skipped).toEqual([{ ruleId: id, missing: ['roleActions'] }]);
    expect(rulesIn(run)).toEqual(['note missing-permission']);
    expect(documentOf(run).unavailable).toEqual([
      {
        action: 'iam:SimulatePrincipalPolicy',
        reason: 'access denied: no identity-based policy allows it',
      },
    ]);
  });

  it('is throttled once: asked again', async () => {
    const faults = { SimulatePrincipalPolicy: { kind: 'throttled', times: 1 } } as const;
    expect(rulesIn(await live(lacking, [...ask, '--check-role'], { faults }))).toEqual([`warning ${id}`]);
  });

  it('finds that the role was deleted', async () => {
    const gone = network((n) => setRoleActions(n, notAllowed('there is no such role')));
    const run = await live(gone, [...ask, '--check-role']);
    expect(rulesIn(run)).toEqual([`warning ${id}`]);
    expect(run.stdout).toContain('does not exist');
  });

  it('is saved with the network and reported from the file again, policies left out', async () => {
    const file = join(folder, 'role.json');
    const run = await live(lacking, [...ask, '--check-role', '--save-snapshot', file]);
    expect(readFileSync(file, 'utf8')).not.toContain('orders-network');
    expect((await runCli(['--snapshot', file, '--format', 'json'])).stdout).toBe(run.stdout);
  });

  it('means nothing with --snapshot', async () => {
    const run = await runCli(['--snapshot', join(folder, 'any.json'), '--check-role']);
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toContain('--check-role means nothing with --snapshot');
  });
});
