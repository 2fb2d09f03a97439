import { bruteForce } from './brute-force.ts';

bruteForce({ kind: 'ipv4', worlds: 4000, packets: 10_000_000, half: 'odd' });
