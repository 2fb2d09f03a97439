import { bruteForce } from './brute-force.ts';

bruteForce({ kind: 'targets6', worlds: 600, packets: 400_000 });
