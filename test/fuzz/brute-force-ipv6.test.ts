import { bruteForce } from './brute-force.ts';

bruteForce({ family: 'ipv6', worlds: 2200, packets: 2_000_000 });
