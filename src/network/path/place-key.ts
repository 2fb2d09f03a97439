import { accountOf } from '../world.ts';
import type { PathContext } from './context.ts';

/** Names where packets start and what they are for, but for the groups of the function. */
export const placeKey = ({ subnet, fn, unread, target }: PathContext): string =>
  `${subnet.id} ${accountOf(fn)} ${unread === null} ${target}`;
