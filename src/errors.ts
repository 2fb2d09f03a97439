/** Exit codes of the command line; the first that applies wins, in the order written here. */
export const ExitCode = {
  interrupted: 130,
  bug: 70,
  wrongUse: 2,
  findings: 1,
  incomplete: 3,
  fine: 0,
} as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/**
 * A failure that the user can mend: one sentence that says what is wrong, and one command or value that mends it.
 * It is printed without a stack trace.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly hint: string | null;
  readonly exitCode: ExitCode;

  constructor(message: string, hint: string | null = null, exitCode: ExitCode = ExitCode.wrongUse) {
    super(message);
    this.hint = hint;
    this.exitCode = exitCode;
  }
}
