import { bruteForce } from './brute-force.ts';

bruteForce({ kind: 'targets', worlds: 500, packets: 2_000_000 });
