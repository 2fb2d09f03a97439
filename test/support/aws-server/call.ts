import type { IncomingHttpHeaders } from 'node:http';

/** One request, as the client meant it. */
export interface AwsCall {
  /** From the credential scope of the signature: `ec2`, `elasticfilesystem`, `iam`, `lambda`, `sts`; `unsigned` without one. */
  readonly service: string;
  readonly action: string;
  /** Region that the request is signed for. */
  readonly region: string | null;
  readonly accessKeyId: string | null;
  /** Form fields, query parameters and path parameters. */
  readonly parameters: Readonly<Record<string, string>>;
  /** 1 for the first attempt; the client's retries count up. */
  readonly attempt: number;
  readonly headers: IncomingHttpHeaders;
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-signing-elements.html */
const credentialScope = /Credential=(?<key>[^/]+)\/\d{8}\/(?<region>[^/]+)\/(?<service>[^/]+)\/aws4_request/;

const lambdaRoutes: readonly (readonly [RegExp, string])[] = [
  [/^\/2015-03-31\/event-source-mappings\/?$/, 'ListEventSourceMappings'],
  [/^\/2015-03-31\/functions\/?$/, 'ListFunctions'],
  [/^\/2015-03-31\/functions\/(?<FunctionName>[^/]+)\/configuration$/, 'GetFunctionConfiguration'],
  [/^\/2015-03-31\/functions\/(?<FunctionName>[^/]+)\/versions$/, 'ListVersionsByFunction'],
  [/^\/2015-03-31\/functions\/(?<FunctionName>[^/]+)\/aliases\/(?<Name>[^/]+)$/, 'GetAlias'],
  [/^\/2015-03-31\/functions\/(?<FunctionName>[^/]+)\/aliases$/, 'ListAliases'],
  [/^\/2015-03-31\/functions\/(?<FunctionName>[^/]+)$/, 'GetFunction'],
  [/^\/2025-11-30\/capacity-providers\/(?<CapacityProviderName>[^/]+)$/, 'GetCapacityProvider'],
];

/** https://docs.aws.amazon.com/efs/latest/ug/API_DescribeMountTargets.html */
const fileSystemRoutes: readonly (readonly [RegExp, string])[] = [
  [/^\/2015-02-01\/mount-targets\/?$/, 'DescribeMountTargets'],
];

/** Services that name the action in method and path. */
const routesOf: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  elasticfilesystem: fileSystemRoutes,
  lambda: lambdaRoutes,
};

interface Named {
  readonly action: string;
  readonly parameters: Readonly<Record<string, string>>;
}

const restCall = (routes: readonly (readonly [RegExp, string])[], method: string, url: URL): Named => {
  const query = Object.fromEntries(url.searchParams);
  for (const [path, action] of routes) {
    const match = method === 'GET' ? path.exec(url.pathname) : null;
    if (match === null) continue;
    const fromPath = Object.entries(match.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]);
    return { action, parameters: { ...query, ...Object.fromEntries(fromPath) } };
  }
  return { action: `${method} ${url.pathname}`, parameters: query };
};

const queryCall = (body: string): Named => {
  const parameters = Object.fromEntries(new URLSearchParams(body));
  return { action: parameters['Action'] ?? '', parameters };
};

/** Reads which action is called: EC2, IAM and STS name it in the form, the others in method and path. */
export const parseCall = (method: string, target: string, headers: IncomingHttpHeaders, body: string): AwsCall => {
  const scope = credentialScope.exec(headers.authorization ?? '')?.groups;
  const service = scope?.['service'] ?? 'unsigned';
  const routes = routesOf[service];
  const named = routes === undefined ? queryCall(body) : restCall(routes, method, new URL(target, 'http://localhost'));
  const attempt = /attempt=(\d+)/.exec(String(headers['amz-sdk-request'] ?? ''))?.[1];
  return {
    service,
    action: named.action,
    parameters: named.parameters,
    region: scope?.['region'] ?? null,
    accessKeyId: scope?.['key'] ?? null,
    attempt: Number(attempt ?? 1),
    headers,
  };
};
