import { actions } from '../model/actions.ts';

/**
 * The identity-based policy that a run needs. Describe, List and Search actions of EC2 take no resource, so the
 * resource is `*`. https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html
 */
export const iamPolicy = (): string =>
  `${JSON.stringify(
    {
      Version: '2012-10-17',
      Statement: [{ Sid: 'LambdaNetDoctorReads', Effect: 'Allow', Action: actions, Resource: '*' }],
    },
    null,
    2,
  )}\n`;
