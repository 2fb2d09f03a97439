/** What a function is asked to reach: TCP 443 to the public internet, over IPv4 (`internet`) or IPv6 (`internet6`). */
export type Target = { readonly kind: 'internet' } | { readonly kind: 'internet6' };

/** The word with which a user asks for a target, and by which every report names it. */
export const targetName = (target: Target): string => target.kind;

/**
 * One question put to every function. `default` is the question asked when nobody named a target, `to` one that the
 * command line names; both are expected, so an unknown answer counts.
 */
export interface Question {
  readonly target: Target;
  readonly origin: 'default' | 'to';
  readonly askedBecause: string;
}

/** What is asked when no target is named. */
export const defaultQuestion: Question = {
  target: { kind: 'internet' },
  origin: 'default',
  askedBecause: 'always asked',
};
