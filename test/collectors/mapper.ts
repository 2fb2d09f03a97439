import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { NotUnderstood } from '../../src/collectors/answer.ts';
import type { Subject } from '../../src/collectors/collector.ts';

/** A snapshot that is about nothing. */
export const nothing: Subject = { vpcIds: new Set(), securityGroupIds: new Set(), referenced: new Set() };

/** What a mapper must make of raw objects of the SDK, and which of them it must refuse. */
export interface MapperTable<Raw, Item> {
  readonly maps: Readonly<Record<string, readonly [raw: Raw, item: Item]>>;
  readonly refuses: Readonly<Record<string, Raw>>;
}

/** Every mapped item is what the table says and a valid item of the model. */
export const describeMapper = <Raw, Schema extends z.ZodType>(
  schema: Schema,
  fromAws: (raw: Raw) => z.infer<Schema>,
  { maps, refuses }: MapperTable<Raw, z.infer<Schema>>,
): void => {
  describe('fromAws', () => {
    it.each(Object.entries(maps))('maps %s', (_, [raw, item]) => {
      const mapped = fromAws(raw);
      expect(mapped).toEqual(item);
      expect(schema.parse(mapped)).toEqual(item);
    });

    it.each(Object.entries(refuses))('refuses %s', (_, raw) => {
      expect(() => fromAws(raw)).toThrow(NotUnderstood);
    });
  });
};
