import type { Facts } from './facts.ts';

/** The same search, made once for each snapshot and id: every packet asks for a few resources several times. */
export const foundOnce = <Key, Found>(search: (facts: Facts, key: Key) => Found, idOf: (key: Key) => string) => {
  const known = new WeakMap<Facts, Map<string, { readonly found: Found }>>();
  return (facts: Facts, key: Key): Found => {
    const byId = known.get(facts) ?? new Map<string, { readonly found: Found }>();
    known.set(facts, byId);
    const id = idOf(key);
    const before = byId.get(id);
    if (before !== undefined) return before.found;
    const found = search(facts, key);
    byId.set(id, { found });
    return found;
  };
};
