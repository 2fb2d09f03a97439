import { bruteForce } from './brute-force.ts';

bruteForce({ kind: 'ipv4', worlds: 3800, packets: 10_000_000, half: 'odd' });
