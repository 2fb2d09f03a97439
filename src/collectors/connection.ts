import { NodeHttpHandler, type NodeHttpHandlerOptions } from '@smithy/node-http-handler';

/** No connection within the time; it is not tried again, since three tries would be three times as long. */
export class NoConnectionInTime extends Error {
  override readonly name = 'NoConnectionInTime';
}

/** No complete answer within the time; not tried again either. */
export class NoAnswerInTime extends Error {
  override readonly name = 'NoAnswerInTime';
}

export interface Patience {
  /** Milliseconds until a connection must stand. */
  readonly connect: number;
  /** Milliseconds until the last byte of the answer must be here. */
  readonly answer: number;
}

const patience: Patience = { connect: 3_000, answer: 20_000 };

type Handle = NodeHttpHandler['handle'];

const isConnectionTimeout = (error: unknown): boolean =>
  error instanceof Error && error.name === 'TimeoutError' && !('code' in error);

/**
 * The SDK's HTTP client with a limit for the whole answer. The SDK's own `requestTimeout` ends with the headers, and
 * its `socketTimeout` starts anew with every byte, so that an answer that trickles or stalls would hold the run up.
 */
export class PatientHttpHandler extends NodeHttpHandler {
  readonly #answer: number;

  constructor(options: NodeHttpHandlerOptions, { connect, answer }: Patience = patience) {
    super({ ...options, connectionTimeout: connect });
    this.#answer = answer;
  }

  override async handle(...[request, options]: Parameters<Handle>): ReturnType<Handle> {
    const limit = AbortSignal.timeout(this.#answer);
    const outer = options?.abortSignal;
    const signals = outer instanceof AbortSignal ? [limit, outer] : [limit];
    try {
      const answered = await super.handle(request, { ...options, abortSignal: AbortSignal.any(signals) });
      const { body } = answered.response;
      const stop = () => body.destroy(new NoAnswerInTime());
      limit.addEventListener('abort', stop);
      body.once('close', () => limit.removeEventListener('abort', stop));
      return answered;
    } catch (error) {
      if (limit.aborted) throw new NoAnswerInTime();
      throw isConnectionTimeout(error) ? new NoConnectionInTime() : error;
    }
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

const proxyVariables = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy'];

/** Sockets for each endpoint: handshakes cost more than waiting does. */
const sockets = { keepAlive: true, maxSockets: 8 };

/**
 * The HTTP client of all SDK clients. Unlike the SDK by itself it goes through the proxy that HTTPS_PROXY, HTTP_PROXY
 * and NO_PROXY name, as the AWS CLI does, and trusts the given certificates instead of Node's.
 * https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-proxy.html
 */
export const httpHandler = async (
  env: Environment,
  certificates: string | null,
  logger: NonNullable<NodeHttpHandlerOptions['logger']>,
): Promise<PatientHttpHandler> => {
  const options = certificates === null ? sockets : { ...sockets, ca: certificates };
  if (!proxyVariables.some((name) => env[name])) {
    return new PatientHttpHandler({ httpAgent: sockets, httpsAgent: options, logger });
  }
  const { ProxyAgent } = await import('proxy-agent');
  const agent = new ProxyAgent(options);
  return new PatientHttpHandler({ httpAgent: agent, httpsAgent: agent, logger });
};
