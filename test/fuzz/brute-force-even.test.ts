import { bruteForce } from './brute-force.ts';

bruteForce('even');
