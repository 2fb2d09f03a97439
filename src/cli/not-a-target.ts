import { isIPv4 } from 'node:net';
import { isService, services } from '../model/services.ts';
import { didYouMean, suggestion } from './did-you-mean.ts';

/** Targets that stand for addresses of their own and for one port. */
const wholeInternets: readonly string[] = ['internet', 'internet6'];
const words: readonly string[] = [...services, ...wholeInternets];

const isWord = (text: string): boolean => isService(text) || wholeInternets.includes(text);

/** https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html */
const endpointServiceName = /^com\.amazonaws\.(?:[a-z]+-[a-z-]+-\d\.)?(.+)$/;
/** Loopback addresses never leave the host: https://www.rfc-editor.org/rfc/rfc6890#section-2.2.2 */
const loopback = /^(127\.\d+\.\d+\.\d+(\/(8|9|[12]\d|3[0-2]))?|\[?::1\]?)(:\d+)?$/;
/** The last part of a host's name is never a number: https://www.rfc-editor.org/rfc/rfc1123#section-2.1 */
const endsInNumber = /^([a-z0-9-]*\.)*\d+$/i;

const firstPart = (text: string): string => text.replace(/:\d*$/, '');

const isUnfinishedAddress = (name: string): boolean => {
  const [address = ''] = name.split('/');
  return endsInNumber.test(address) && !isIPv4(address);
};

const likeWord = (name: string): string => (isWord(name) ? suggestion([name]) : '');

/** A URL, or the part of one in which a user and a password can stand. */
export const isUrl = (text: string): boolean => /:\/\/|@/.test(text);

const ofArn = (text: string): string | null => {
  const [, , service = ''] = text.split(':');
  return text.startsWith('arn:') ? `an ARN is no target${likeWord(service)}` : null;
};

const ofPort = (text: string, name: string): string | null => {
  if (text === name) return null;
  if (wholeInternets.includes(name)) return `${name} takes no port; it is TCP 443 to every public address`;
  if (isService(name)) return `${name} takes no port; an AWS service is asked on TCP 443`;
  return text.endsWith(':') && !name.includes(':') ? 'the port behind the colon is missing' : null;
};

/** Why a text that its writer takes for a target is none; null where nothing is known against it. */
export const notATarget = (text: string): string | null => {
  const name = firstPart(text);
  const [, service = ''] = endpointServiceName.exec(name) ?? [];
  if (loopback.test(text)) return 'packets to it never leave the function';
  if (isUnfinishedAddress(name)) return 'not an IPv4 address';
  if (isService(service)) return suggestion([service]).replace(/^; /, '');
  if (/^fs-[0-9a-f]+$/.test(name)) return 'a file system is asked by its access point, as in fsap-0a1b2c3d4e5f60718';
  return ofArn(text) ?? ofPort(text, name);
};

/** The word that was meant, for a name that is none of them. */
export const wordMeant = (name: string): string =>
  isWord(name.toLowerCase()) ? suggestion([name.toLowerCase()]) : didYouMean(name, words);
