import { it } from 'vitest';
import { writeFileSync } from 'node:fs';
import { diagnose } from '../../src/diagnose.ts';
import { network } from '../support/network.ts';
import { truth } from '../truth/index.ts';
it('x', () => {
  let out = '';
  for (const row of Object.values(truth).flat()) {
    if (row.change === null) continue;
    const snapshot = network(row.change);
    const f = snapshot.sections.functions;
    if (f.status !== 'collected') continue;
    const { document } = diagnose(snapshot, { functions: f.items.slice(0, 1), questions: [{ target: { kind: 'internet' }, origin: row.asked ?? 'default', askedBecause: 'x' }], allHops: false, rules: null, toolVersion: '0' });
    out += `\n## ${row.name}\n`;
    for (const x of document.functions[0]?.findings ?? []) out += `${x.severity}[${x.ruleId}] ${x.resource} ${x.destination ?? ''}\n   ${x.message}\n   FIX(${x.fix.actor}) ${x.fix.text}\n${x.fix.commands.map((c) => `     $ ${c}\n`).join('')}${x.also.map((a) => `   also ${a.resource}: ${a.note}\n`).join('')}`;
  }
  writeFileSync('/tmp/messages.txt', out);
});
