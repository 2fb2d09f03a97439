import { UserError } from '../errors.ts';

/** Variables by which the SDK finds another endpoint: https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html */
const variables = ['AWS_ENDPOINT_URL', 'AWS_ENDPOINT_URL_EC2', 'AWS_ENDPOINT_URL_LAMBDA'] as const;

const assertUrl = (name: string, url: string): void => {
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return;
  throw new UserError(`the value of ${name} is not a URL`, 'for example http://localhost:4566');
};

/** Settings of a client that asks another endpoint than AWS's own; those of the environment the SDK finds itself. */
export const endpointOf = (
  url: string | null,
  env: Readonly<Record<string, string | undefined>>,
): { readonly endpoint?: string } => {
  if (url !== null) {
    assertUrl('--endpoint-url', url);
    return { endpoint: url };
  }
  for (const name of variables) if (env[name]) assertUrl(name, env[name]);
  return {};
};
