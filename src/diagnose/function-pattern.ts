import type { LambdaFunction } from '../model/kinds/functions.ts';

/** Whether a text fits a pattern in which `*` stands for any number of characters. */
export const fits = (pattern: string, text: string): boolean => {
  const [start = '', ...rest] = pattern.split('*');
  const end = rest.pop();
  if (end === undefined) return pattern === text;
  if (!text.startsWith(start) || text.length < start.length + end.length || !text.endsWith(end)) return false;
  const inner = text.slice(start.length, text.length - end.length);
  let from = 0;
  for (const part of rest) {
    const found = inner.indexOf(part, from);
    if (found < 0) return false;
    from = found + part.length;
  }
  return true;
};

/** Whether a pattern means a function: by its name, or by name:qualifier if the pattern has a qualifier. */
export const fitsFunction = (
  pattern: string,
  { name, qualifier }: Pick<LambdaFunction, 'name' | 'qualifier'>,
): boolean => fits(pattern, pattern.includes(':') ? `${name}:${qualifier ?? '$LATEST'}` : name);
