/** One deliberate fault of the engine, as a change of its text when it is loaded. */
export interface Mutant {
  /** What the faulty engine believes. */
  readonly name: string;
  /** Under `src/network`. */
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly from: string;
  readonly to: string;
}

/** A fault that no network can show, with the reason. */
export interface EquivalentMutant extends Mutant {
  readonly proof: string;
}

export const mutant = (name: string, file: string, from: string, to: string): Mutant => ({ name, file, from, to });
