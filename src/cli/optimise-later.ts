/**
 * Node.js 20 (V8 11) compiles functions for speed after few rounds and soon throws many of them away again, which costs a
 * run over an account more than it saves. Later versions have a compiler between the two and no such option.
 * https://nodejs.org/docs/latest-v20.x/api/v8.html#v8setflagsfromstringflags
 */
export const optimiseLater = async (v8: string): Promise<void> => {
  if (!v8.startsWith('11.')) return;
  const { setFlagsFromString } = await import('node:v8');
  setFlagsFromString('--interrupt-budget=600000');
};
