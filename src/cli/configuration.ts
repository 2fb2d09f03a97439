import type { Intent } from '../model/intent.ts';
import type { Question } from '../model/target.ts';
import type { Defaults } from './arguments.ts';

/** What a configuration file says. Options of the command line and of the environment come before it. */
export interface Configuration {
  readonly defaults: Defaults;
  /** Asked of every function where neither command line nor environment names a target; empty if the file names none. */
  readonly questions: readonly Question[];
  readonly intent: Intent;
}
