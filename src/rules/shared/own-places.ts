import { command } from './command.ts';
import type { KindOfPlace } from './next-names.ts';

/** What a function's own configuration names. */
export const ownPlaces: readonly KindOfPlace[] = [
  {
    id: /(?<=:capacity-provider:)[\w-]+/,
    text: 'Look at the capacity provider of the function: whether it exists, and which subnets it has.',
    commands: (name) => [command`aws lambda get-capacity-provider --capacity-provider-name ${name}`],
  },
  {
    id: /\bfsap-\w+/,
    text: 'Look at the access point: whether it exists and of which account it is, and at the mount targets of its file system.',
    commands: (id) => [
      command`aws efs describe-access-points --access-point-id ${id}`,
      command`aws efs describe-mount-targets --access-point-id ${id}`,
    ],
  },
];
