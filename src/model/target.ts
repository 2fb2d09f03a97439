import type { AwsService } from './aws-hosts.ts';
import type { AccessPointId, NetworkInterfaceId, SecurityGroupId } from './ids.ts';

/**
 * What a function is asked to reach over TCP. `internet` and `internet6` stand for port 443 of the public internet over
 * IPv4 and IPv6. `text` is what was written, by which every report names the target.
 */
export type Target =
  | { readonly kind: 'internet' }
  | { readonly kind: 'internet6' }
  /** An AWS service by what follows the region in its endpoint service name: `s3`, `ecr.api`. */
  | { readonly kind: 'service'; readonly service: string }
  /** Every address of a CIDR block; a single address is a block of one. */
  | { readonly kind: 'addresses'; readonly text: string; readonly cidr: string; readonly port: number }
  | { readonly kind: 'interface'; readonly text: string; readonly id: NetworkInterfaceId; readonly port: number }
  /**
   * A host name, whose addresses are known only where the snapshot holds them. `service` is what a name of AWS leads to
   * that is not the function's own region's on port 443: those are of the kind `service`.
   */
  | {
      readonly kind: 'host';
      readonly text: string;
      readonly host: string;
      readonly port: number;
      readonly service?: AwsService;
    }
  /** The mount target of a file system in the function's zone. */
  | { readonly kind: 'file-system'; readonly text: string; readonly id: AccessPointId; readonly port: number }
  /** Every interface that carries the group. */
  | { readonly kind: 'security-group'; readonly text: string; readonly id: SecurityGroupId; readonly port: number };

/** Amazon EFS and S3 Files are mounted by NFS. https://docs.aws.amazon.com/efs/latest/ug/network-access.html */
export const nfsPort = 2049;

export const isAccessPointId = (id: string): id is AccessPointId => /^fsap-[0-9a-z]+$/.test(id);

/** The words with which a user asks for a target, and by which every report names it. */
export const targetName = (target: Target): string => {
  switch (target.kind) {
    case 'internet':
    case 'internet6':
      return target.kind;
    case 'service':
      return target.service;
    default:
      return target.text;
  }
};

/**
 * Who wants to know. `default` is asked when nobody named a target, `to` by the command line or for every function by the
 * configuration, `required`, `forbidden` and `any` by what the configuration expects of the function, `detected` because
 * the function's own configuration names the target.
 */
export type Origin = 'default' | 'to' | 'required' | 'forbidden' | 'any' | 'detected';

/** One question put to a function. */
export interface Question {
  readonly target: Target;
  readonly origin: Origin;
  readonly askedBecause: string;
}

/** What is asked when no target is named. */
export const defaultQuestion: Question = {
  target: { kind: 'internet' },
  origin: 'default',
  askedBecause: 'always asked',
};
