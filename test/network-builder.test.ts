import { describe, expect, it } from 'vitest';
import { healthy, network } from './support/network.ts';
import { addNatInstance } from './support/resources.ts';

describe('the builder of changed networks', () => {
  it('refuses a change that changes nothing', () => {
    expect(() => network(() => undefined)).toThrow('the change leaves the network as it was');
  });

  it('refuses a lookup that finds nothing', () => {
    expect(() => network((n) => n.removeRoute('private-z'))).toThrow('0 × private-z, expected 1');
  });

  it('refuses a lookup that finds several', () => {
    const change = () =>
      network((n) => {
        for (const nat of n.all.natGateways) nat.name = 'nat-a';
        n.natGateway('nat-a').state = 'deleted';
      });
    expect(change).toThrow('3 × nat-a, expected 1');
  });

  it('refuses to remove what is not there', () => {
    const change = () =>
      network((n) => {
        const nat = n.natGateway('nat-a');
        n.remove(nat);
        n.remove(nat);
      });
    expect(change).toThrow('is in no section');
  });

  it('refuses a network that is no snapshot', () => {
    const change = () =>
      network((n) => {
        n.function().timeout = Number.NaN;
      });
    expect(change).toThrow();
  });

  it('leaves the correct network alone', () => {
    const before = JSON.stringify(healthy);
    network(addNatInstance);
    expect(JSON.stringify(healthy)).toBe(before);
  });

  it('makes a section unavailable with the action that reads it', () => {
    expect(network((n) => n.deny('natGateways')).sections.natGateways).toEqual({
      status: 'unavailable',
      action: 'ec2:DescribeNatGateways',
      reason: 'access denied',
    });
  });
});
