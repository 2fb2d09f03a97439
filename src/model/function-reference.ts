/**
 * A function as a user names it: `name`, `name:qualifier`, `account:function:name[:qualifier]` or a full ARN of any
 * partition. Region and account are null where the reference does not say them.
 * https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConfiguration.html
 */
export interface FunctionReference {
  /** As the user wrote it. */
  readonly asked: string;
  readonly name: string;
  /** Version number or alias; null for $LATEST. */
  readonly qualifier: string | null;
  readonly region: string | null;
  readonly account: string | null;
}
