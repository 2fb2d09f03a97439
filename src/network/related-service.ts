import type { AwsService } from '../model/aws-hosts.ts';

/** Services of which the global name is an older one, beside one in every region. */
const regionalToo: readonly string[] = ['s3', 'sqs', 'sts'];

/** A service as its endpoints in a region are called, also where a global name of it was meant. */
export const inItsRegion = ({ service, region }: AwsService, own: string): AwsService => ({
  service,
  region: region === null && regionalToo.includes(service) ? own : region,
});

/** What a service's name belongs to whose endpoints may serve it as well; null where that is the service itself. */
export const relatedService = (service: AwsService, own: string): AwsService | null => {
  if (service.service === 's3-control') return { service: 's3', region: service.region };
  const regional = inItsRegion(service, own);
  return regional.region === service.region ? null : regional;
};
