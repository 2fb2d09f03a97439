import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Writes an answer, or leaves it unfinished. */
export type Answer = (response: ServerResponse, parameters: URLSearchParams) => void;

export interface TinyAws {
  readonly url: string;
  /** Actions and their parameters, in the order in which they came. */
  readonly requests: readonly { readonly action: string; readonly parameters: URLSearchParams }[];
  readonly close: () => Promise<void>;
}

/** Every set that an EC2 answer may have, empty. */
const sets =
  'subnetSet vpcSet routeTableSet networkAclSet securityGroupInfo natGatewaySet internetGatewaySet entrySet ' +
  'egressOnlyInternetGatewaySet vpcEndpointSet networkInterfaceSet reservationSet transitGatewayVpcAttachments ' +
  'transitGatewayAttachments routeSet ' +
  'vpcPeeringConnectionSet prefixListSet dhcpOptionsSet vpcBlockPublicAccessExclusionSet vpcBlockPublicAccessOptions';

export const xml =
  (content: string): Answer =>
  (response) => {
    response.writeHead(200, { 'content-type': 'text/xml' });
    response.end(
      `<Answer xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>r</requestId>${content}</Answer>`,
    );
  };

const empty = xml(
  sets
    .split(' ')
    .map((set) => `<${set}/>`)
    .join(''),
);

export const json =
  (body: object, status = 200, errorType?: string): Answer =>
  (response) => {
    response.writeHead(status, {
      'content-type': 'application/json',
      ...(errorType && { 'x-amzn-errortype': errorType }),
    });
    response.end(JSON.stringify(body));
  };

const emptyList = json({ Aliases: [], Versions: [], EventSourceMappings: [], Functions: [] });

export const text =
  (body: string, status: number, type = 'text/html'): Answer =>
  (response) => {
    response.writeHead(status, { 'content-type': type });
    response.end(body);
  };

export const ec2Error = (code: string, message = 'refused', status = 400): Answer =>
  text(
    `<Response><Errors><Error><Code>${code}</Code><Message>${message}</Message></Error></Errors></Response>`,
    status,
    'text/xml',
  );

const lambdaActions = [
  ['/configuration', 'GetFunctionConfiguration'],
  ['/aliases', 'ListAliases'],
  ['/versions', 'ListVersionsByFunction'],
  ['/event-source-mappings', 'ListEventSourceMappings'],
] as const;

const actionOf = (request: IncomingMessage, parameters: URLSearchParams): string => {
  if (request.method === 'POST') return parameters.get('Action') ?? '';
  const path = request.url?.replace(/\?.*$/, '') ?? '';
  return lambdaActions.find(([end]) => path.endsWith(end))?.[1] ?? 'ListFunctions';
};

/** A server that gives the same answer to an action every time, and empty sets where a test says nothing. */
export const startTinyAws = async (answers: Readonly<Record<string, Answer>>): Promise<TinyAws> => {
  const requests: { action: string; parameters: URLSearchParams }[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const parameters = new URLSearchParams(body);
    const action = actionOf(request, parameters);
    requests.push({ action, parameters });
    (answers[action] ?? (request.method === 'POST' ? empty : emptyList))(response, parameters);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { url: `http://127.0.0.1:${port}`, requests, close };
};
