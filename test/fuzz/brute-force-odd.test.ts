import { bruteForce } from './brute-force.ts';

bruteForce({ family: 'ipv4', worlds: 3800, packets: 10_000_000, half: 'odd' });
