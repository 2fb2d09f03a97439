import { type HostAndPort, hostAndPort, isAddress, portOf } from './host-and-port.ts';

/** Schemes of URLs that name a server, with the ports that they stand for where none is written. */
const portsOfSchemes: ReadonlyMap<string, number> = new Map([
  ['amqp', 5672],
  ['amqps', 5671],
  ['http', 80],
  ['https', 443],
  ['ldap', 389],
  ['ldaps', 636],
  ['mariadb', 3306],
  ['mongodb', 27017],
  ['mqtt', 1883],
  ['mqtts', 8883],
  ['mysql', 3306],
  ['postgres', 5432],
  ['postgresql', 5432],
  ['redis', 6379],
  ['rediss', 6379],
  ['sftp', 22],
  ['smtp', 25],
  ['smtps', 465],
  ['sqlserver', 1433],
  ['ws', 80],
  ['wss', 443],
]);

const all = <Value>(values: readonly (Value | null)[]): readonly Value[] => {
  const there = values.filter((value): value is NonNullable<typeof value> => value !== null);
  return there.length === values.length ? there : [];
};

const isQualified = ({ host }: HostAndPort): boolean => host.includes('.') || isAddress(host);

/**
 * The servers in the authority of a URL, without its user part. An @ behind the authority means that a password with an
 * unescaped character may have cut it short, so that nothing of it can be told from the password.
 */
const ofUrl = (value: string): readonly HostAndPort[] => {
  const [, scheme = '', authority = '', rest = ''] = /^(?:jdbc:)?([a-z]+):\/\/([^/?#;\\\s]*)(.*)$/is.exec(value) ?? [];
  const usual = portsOfSchemes.get(scheme.toLowerCase());
  if (usual === undefined || rest.includes('@')) return [];
  const servers = all(
    authority
      .slice(authority.lastIndexOf('@') + 1)
      .split(',')
      .map(hostAndPort),
  );
  return servers
    .filter((server) => server.port !== null || isQualified(server))
    .map(({ host, port }) => ({ host, port: port ?? usual }));
};

/** A value that is `host:port` from end to end, or a list of such. A name without a dot can be a user's. */
const ofList = (value: string): readonly HostAndPort[] => {
  const servers = all(value.split(/[\s,;]+/).map(hostAndPort));
  return servers.every((server) => server.port !== null && isQualified(server)) ? servers : [];
};

/** AWS host names that stand free in a text: what is glued to one would become part of its name. */
const awsName =
  /(?<=^|[\s"'`=@(,;:/[{<>|\\])((?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+amazonaws\.com(?:\.cn)?)(?::(\d{1,5}))?(?=$|[\s"'`,;:/?&)\]}<>|\\])/g;

const ofText = (value: string): readonly HostAndPort[] =>
  [...value.matchAll(awsName)].map(([, host = '', digits = '']) => ({ host, port: portOf(digits) }));

/** Names of variables that hold secrets; a user and a numeric password look like a host and a port. */
const ofSecret = /pass|pwd|secret|token|key|cred|auth|private|signature|pin$/i;

/**
 * The servers that the value of an environment variable names: those of a URL, of a value that is nothing but
 * `host:port`, and AWS host names wherever they stand. Nothing else of the value is looked at.
 */
export const hostsInValue = (variable: string, value: string): readonly HostAndPort[] => {
  const text = value.trim();
  const ofForm = ofSecret.test(variable) ? ofUrl(text) : [...ofUrl(text), ...ofList(text)];
  return ofForm.length > 0 ? ofForm : ofText(text);
};
