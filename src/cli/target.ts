import { isIPv4, isIPv6 } from 'node:net';
import { UserError } from '../errors.ts';
import { awsService } from '../model/aws-hosts.ts';
import { isService } from '../model/services.ts';
import { isAccessPointId, nfsPort, type Target } from '../model/target.ts';
import { plainText } from '../report/plain-text.ts';
import { isUrl, notATarget, wordMeant } from './not-a-target.ts';

const defaultPort = 443;

const forms =
  'a target is internet, internet6, an AWS service such as s3 or secretsmanager, 10.0.40.7:5432, [2001:db8::7]:443, 10.0.40.0/24:5432, db.example.com:5432, eni-…:5432, sg-…:5432 or fsap-…; without a port, 443, and 2049 for a file system';

const wrong = (text: string, why: string): never => {
  throw new UserError(`${plainText(text)}: ${why}`, forms);
};

const portOf = (text: string, digits: string | undefined, otherwise = defaultPort): number => {
  if (digits === undefined) return otherwise;
  const port = Number(digits);
  if (!/^[1-9]\d{0,4}$/.test(digits) || port > 65535) return wrong(text, `${plainText(digits)} is not a port`);
  return port;
};

const blockOf = (text: string, address: string, prefix: string | undefined, digits: string | undefined): Target => {
  const bits = isIPv4(address) ? 32 : 128;
  if (prefix !== undefined && (!/^(0|[1-9]\d{0,2})$/.test(prefix) || Number(prefix) > bits))
    return wrong(text, `/${plainText(prefix)} is not a prefix length`);
  return { kind: 'addresses', text, cidr: `${address}/${prefix ?? bits}`, port: portOf(text, digits) };
};

const isInterfaceId = (id: string): id is `eni-${string}` => /^eni-[0-9a-z]+$/.test(id);
const isGroupId = (id: string): id is `sg-${string}` => /^sg-[0-9a-z]+$/.test(id);

const resourceOf = (text: string, id: string, digits: string | undefined): Target | null => {
  if (isAccessPointId(id)) return { kind: 'file-system', text, id, port: portOf(text, digits, nfsPort) };
  if (isInterfaceId(id)) return { kind: 'interface', text, id, port: portOf(text, digits) };
  return isGroupId(id) ? { kind: 'security-group', text, id, port: portOf(text, digits) } : null;
};

const hostName = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i;

const namedTarget = (text: string, name: string, port: string | undefined): Target => {
  const service = awsService(name);
  if (service !== null) return { kind: 'host', text, host: name, port: portOf(text, port), service };
  if (port === undefined && isService(name)) return { kind: 'service', service: name };
  if (port !== undefined && hostName.test(name)) return { kind: 'host', text, host: name, port: portOf(text, port) };
  const near = wordMeant(name);
  if (near !== '') return wrong(text, `no AWS service is called so${near}`);
  return wrong(text, hostName.test(name) ? 'a host needs a port, as in db.example.com:5432' : 'not a target');
};

/**
 * Reads a target as a user writes it. A service goes by what follows the region in its endpoint service name.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html
 */
export const parseTarget = (text: string): Target => {
  if (text === 'internet' || text === 'internet6') return { kind: text };
  if (isUrl(text)) return wrong('a URL', 'name its host and port, as in db.example.com:5432');
  const mistake = notATarget(text);
  if (mistake !== null) return wrong(text, mistake);
  const [, bracketed, bracketPrefix, bracketPort] = /^\[([^\]]*)\](?:\/(\d+))?(?::(.*))?$/.exec(text) ?? [];
  if (bracketed !== undefined) {
    const [address = '', inner] = bracketed.split('/');
    if (!isIPv6(address)) return wrong(text, `${plainText(address)} is not an IPv6 address`);
    return blockOf(text, address, inner ?? bracketPrefix, bracketPort);
  }
  const [bare = '', barePrefix] = text.split('/');
  if (isIPv6(bare)) return blockOf(text, bare, barePrefix, undefined);
  const [, name = '', prefix, port] = /^([^/:]*)(?:\/([^:]*))?(?::(.*))?$/.exec(text) ?? [];
  if (isIPv4(name)) return blockOf(text, name, prefix, port);
  if (prefix !== undefined || name === '') return wrong(text, 'not a target');
  return resourceOf(text, name, port) ?? namedTarget(text, name, port);
};
