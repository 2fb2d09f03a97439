import { bruteForce } from './brute-force.ts';

bruteForce('odd');
