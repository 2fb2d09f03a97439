/** The value that is known for a key, made and kept where it is not. */
export const memoised = <Value>(known: Map<string, Value>, key: string, make: () => Value): Value => {
  const kept = known.get(key);
  if (kept !== undefined) return kept;
  const value = make();
  known.set(key, value);
  return value;
};
