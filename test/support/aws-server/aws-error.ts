/** A refusal as AWS words it. */
export class AwsError extends Error {
  override readonly name = 'AwsError';
  readonly status: number;
  /** null for an answer that AWS does not model: a body without a code. */
  readonly code: string | null;

  constructor(status: number, code: string | null, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}
