import { disturbingVariables, findAwsCli } from './environment.ts';
import { awsCliGate, callsOfARun, latencyGate, offlineGates } from './gates.ts';
import { gateTable, machine } from './report.ts';

/**
 * Measures what the built program costs as a whole process beside others in the same run, and ends with 1 if a gate is
 * missed. It needs a machine that does nothing else at the time.
 */
const awsCli = findAwsCli();
const disturbing = disturbingVariables();
console.log(machine());
console.log(`AWS CLI: ${awsCli?.version ?? 'absent, so the gate beside it is not measured'}`);
if (disturbing.length > 0) console.log(`Not passed on: ${disturbing.join(', ')}`);

const log = await callsOfARun();
const levels = Math.max(...log.requests.map(({ level }) => level));
const calls = `${log.requests.length} calls, ${levels} dependent levels, ${log.sockets} sockets`;
console.log(`A live run about one function: ${calls}\n`);

const judged = [...offlineGates(), ...(awsCli === null ? [] : [await awsCliGate(awsCli)]), await latencyGate(log)];
console.log(gateTable(judged));
process.exitCode = judged.every(({ kept }) => kept) ? 0 : 1;
