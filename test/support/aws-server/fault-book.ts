import type { AwsCall } from './call.ts';
import type { Fault } from './faults.ts';

/** Which fault strikes which call. */
export interface FaultBook {
  /** `all` stands for every action that has no fault of its own; null lifts it. */
  set(action: string, fault: Fault | null): void;
  /** The fault that strikes this call, counting it. */
  strike(call: AwsCall): Fault | null;
}

export const createFaultBook = (): FaultBook => {
  const faults = new Map<string, Fault>();
  const counts = new Map<string, number>();
  return {
    set(action, fault) {
      counts.clear();
      if (fault === null) faults.delete(action);
      else faults.set(action, fault);
    },
    strike(call) {
      const fault = faults.get(call.action) ?? faults.get('all');
      if (fault === undefined) return null;
      if (fault.asking !== undefined && !Object.values(call.parameters).includes(fault.asking)) return null;
      const seen = counts.get(call.action) ?? 0;
      counts.set(call.action, seen + 1);
      const first = fault.after ?? 0;
      const times = fault.kind === 'throttled' ? (fault.times ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
      return seen >= first && seen < first + times ? fault : null;
    },
  };
};
