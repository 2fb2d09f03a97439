import type { VpcEndpoint } from '../../model/kinds/vpc-endpoints.ts';
import { command } from './command.ts';

/** Shows why an endpoint is in its state. */
export const stateCommand = ({ id }: VpcEndpoint): string =>
  command`aws ec2 describe-vpc-endpoints --vpc-endpoint-ids ${id} --query ${'VpcEndpoints[].[State,LastError,FailureReason]'}`;

/** What makes an endpoint available. */
export const mendEndpoint = ({ id, state }: VpcEndpoint): string =>
  state === 'pendingacceptance'
    ? `Let the owner of the endpoint service accept ${id}.`
    : `See why ${id} is ${state}, then delete it and create it anew.`;

/** The state of an endpoint, with the reason if AWS gives one. */
export const endpointStateText = ({ state, failure }: VpcEndpoint): string =>
  failure === undefined ? state : `${state} (${failure})`;

export const endpointText = ({ id, serviceName }: VpcEndpoint): string =>
  `Endpoint ${id} for ${serviceName ?? 'a service'}`;
