import { formatAddress } from '../address.ts';
import type { PathContext } from './context.ts';

/** The lowest address of an atom, in words. */
export const targetAddress = ({ axis }: PathContext, atom: number): string =>
  formatAddress(axis.family, axis.cuts[atom] ?? 0n);
