type Works = (ports: { readonly fromPort: number; readonly natPort: number }) => boolean;

const always: Works = () => true;
const never: Works = () => false;
const upper: Works = ({ fromPort }) => fromPort >= 32768;

/**
 * By hand: which connections of a function work in the built-in networks, by its subnets. denied-nat-gateways is not
 * here, since what was not read cannot be built.
 */
export const symptoms: readonly (readonly [name: string, functionName: string, bySubnet: Record<string, Works>])[] = [
  ['blackhole-in-one-zone', 'orders-api', { 'private-a': always, 'private-b': always, 'private-c': never }],
  ['nacl-drops-replies', 'orders-api', { 'private-a': never, 'private-b': never, 'private-c': never }],
  ['nacl-half-of-the-ports', 'orders-api', { 'private-a': upper, 'private-b': upper, 'private-c': upper }],
  ['nat-in-private-subnet', 'orders-api', { 'private-a': never, 'private-b': never, 'private-c': never }],
  ['nat-instance-source-dest-check', 'orders-api', { 'private-a': never, 'private-b': always, 'private-c': always }],
  ['only-a-main-route-table', 'orders-api', { 'private-a': never, 'private-b': never, 'private-c': never }],
  ['public-subnets', 'orders-api', { 'public-a': never, 'public-b': never, 'public-c': never }],
  ['single-zone', 'orders-api', { 'private-a': always }],
  ['two-functions-one-healthy', 'orders-api', { 'private-a': always, 'private-b': always, 'private-c': always }],
  ['two-functions-one-healthy', 'invoices', { 'private-a': never, 'private-b': never, 'private-c': never }],
];
