import { describe, expect, test } from 'vitest';
import { waitingLine } from '../../src/cli/progress.ts';
import { Paper, testIo } from './test-io.ts';

const terminal = (columns = 80) => new Paper({ columns });

describe('waiting line', () => {
  test('is one line that is rewritten, and nothing of it stays', () => {
    const stderr = terminal();
    const line = waitingLine(testIo({ stderr }));
    line.show('reading the function');
    line.show('reading the network');
    line.erase();
    expect(stderr.text).toBe(
      '\r\u001b[2Klambda-net-doctor: reading the function …\r\u001b[2Klambda-net-doctor: reading the network …\r\u001b[2K',
    );
  });

  test('never reaches the last column, where a terminal would begin a new line', () => {
    const stderr = terminal(20);
    waitingLine(testIo({ stderr })).show('x'.repeat(200));
    expect(stderr.text.replace('\r\u001b[2K', '')).toHaveLength(19);
  });

  test('is as wide as 80 columns allow on a terminal that does not know its width', () => {
    const stderr = terminal(0);
    waitingLine(testIo({ stderr })).show('x'.repeat(200));
    expect(stderr.text.replace('\r\u001b[2K', '')).toHaveLength(79);
  });

  test('writes no control characters of its phase', () => {
    const stderr = terminal();
    waitingLine(testIo({ stderr })).show('a\u001b[31m\nb');
    expect(stderr.text.slice('\r\u001b[2K'.length)).not.toMatch(/\p{Cc}/u);
  });

  test.each([
    { where: 'in CI', io: testIo({ stderr: terminal(), env: { CI: 'true' } }) },
    { where: 'on a dumb terminal', io: testIo({ stderr: terminal(), env: { TERM: 'dumb' } }) },
    { where: 'in a file', io: testIo() },
  ])('is not written $where', ({ io }) => {
    const line = waitingLine(io);
    line.show('reading the function');
    line.erase();
    expect(io.stderr.text).toBe('');
  });
});
