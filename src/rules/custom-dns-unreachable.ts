import { ownServers } from '../network/names.ts';
import { defineRule } from './rule.ts';
import { dnsServerFix } from './shared/dns-server-fix.ts';
import { unreachableServer } from './shared/dns-servers.ts';
import { namedTargets, vpcsOf } from './shared/named-targets.ts';
import { someOf } from './shared/words.ts';

export default defineRule({
  id: 'custom-dns-unreachable',
  severity: 'warning',
  title: 'A DNS server of the VPC cannot be reached from the subnets of the function',
  symptom: 'Names take seconds to resolve or are not resolved at all, while connections to addresses work.',
  why: 'The DHCP option set of a VPC can name DNS servers of your own. Queries to them are packets like any other: security groups, network ACLs and routes have to let udp 53 out and the answers back in. Only the resolver of Amazon needs no rule.',
  fix: 'Open udp and tcp 53 to the servers on the whole way, or let the VPC use the resolver of Amazon.',
  traps:
    "Amazon's resolver also has addresses, that of the VPC plus two and 169.254.169.253, to which neither groups nor network ACLs apply. A server behind a transit gateway or a VPN is out of sight and not meant. Only queries over UDP are followed. A target that was asked for by its address needs no name.",
  references: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_DHCP_Options.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html',
  ],
  raCode: null,
  needs: ['dhcpOptions', 'vpcs'],
  *check(context) {
    const targets = namedTargets(context);
    if (targets.length === 0) return;
    for (const vpc of vpcsOf(context.world, context))
      for (const server of ownServers(context.world, vpc)) {
        const found = unreachableServer(context, vpc.id, server);
        const [first] = found;
        if (first === undefined) continue;
        const subnetIds = found.map(({ subnet }) => subnet.id);
        const options = vpc.dhcpOptionsId ?? vpc.id;
        yield {
          resource: options,
          where: { subnetIds, targets, severity: 'warning', onlyByDefault: false, evidence: first.evidence, also: [] },
          message: `DNS server ${server}, which ${options} names for ${vpc.id}, cannot be asked over udp 53 from ${someOf(subnetIds)}: ${first.clause}.`,
          fix: dnsServerFix(context, server, vpc.id, found),
        };
      }
  },
});
