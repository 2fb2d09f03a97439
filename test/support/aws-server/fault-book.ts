import type { AwsCall } from './call.ts';
import type { Fault } from './faults.ts';

/** Which fault strikes which call. */
export interface FaultBook {
  /** The name of a service stands for its actions that have no fault of their own, `all` for the rest; null lifts it. */
  set(action: string, fault: Fault | null): void;
  /** The fault that strikes this call, counting it. */
  strike(call: AwsCall): Fault | null;
}

/** Whether more calls than so many have come to a service within the last second, this one among them. */
const rateLimit = () => {
  const arrivals = new Map<string, readonly number[]>();
  return (service: string, most: number): boolean => {
    const now = performance.now();
    const recent = [...(arrivals.get(service) ?? []), now].filter((at) => now - at < 1000);
    arrivals.set(service, recent);
    return recent.length > most;
  };
};

export const createFaultBook = (): FaultBook => {
  const faults = new Map<string, Fault>();
  const isAbove = rateLimit();
  const counts = new Map<string, number>();
  return {
    set(action, fault) {
      counts.clear();
      if (fault === null) faults.delete(action);
      else faults.set(action, fault);
    },
    strike(call) {
      const fault = faults.get(call.action) ?? faults.get(call.service) ?? faults.get('all');
      if (fault === undefined) return null;
      if (fault.asking !== undefined && !Object.values(call.parameters).includes(fault.asking)) return null;
      if (fault.kind === 'throttled' && fault.above !== undefined)
        return isAbove(call.service, fault.above) ? fault : null;
      const seen = counts.get(call.action) ?? 0;
      counts.set(call.action, seen + 1);
      const first = fault.after ?? 0;
      const times = fault.kind === 'throttled' ? (fault.times ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
      return seen >= first && seen < first + times ? fault : null;
    },
  };
};
