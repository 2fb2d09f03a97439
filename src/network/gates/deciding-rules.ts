import { intersectPorts, type PortSet, subtractPorts } from '../ports.ts';
import { coversAtom, type RuleList } from './rule-list.ts';

/** Labels of the rules that let these ports through at this address. */
export const passingRules = (list: RuleList, atom: number, ports: PortSet): string[] => {
  const labels: string[] = [];
  let rest = ports;
  for (const rule of list.rules) {
    if (!coversAtom(rule, atom) || rule.lower === 'skip') continue;
    const hit = intersectPorts(rest, rule.ports);
    if (hit.length > 0 && rule.lower === 'allow') labels.push(rule.label);
    rest = subtractPorts(rest, rule.ports);
  }
  return [...new Set(labels)];
};

/** Labels of the rules that stop these ports at this address; `rule *` where none matches. */
export const stoppingRules = (list: RuleList, atom: number, ports: PortSet): string[] => {
  const labels: string[] = [];
  let rest = ports;
  for (const rule of list.rules) {
    if (!coversAtom(rule, atom) || rule.upper === 'skip') continue;
    const hit = intersectPorts(rest, rule.ports);
    if (hit.length === 0) continue;
    if (rule.upper === 'deny') labels.push(rule.label);
    rest = subtractPorts(rest, rule.ports);
  }
  if (rest.length > 0) labels.push('rule *');
  return [...new Set(labels)];
};
