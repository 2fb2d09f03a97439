import { bruteForce } from './brute-force.ts';

bruteForce({ kind: 'ipv6', worlds: 2200, packets: 2_000_000 });
