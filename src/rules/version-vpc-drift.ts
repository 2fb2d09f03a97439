import { allOf } from '../network/words.ts';
import { defineRule, fixBy, wholeFunction } from './rule.ts';
import { command } from './shared/command.ts';
import { networkDifferences, networkLine } from './shared/differing-network.ts';

export default defineRule({
  id: 'version-vpc-drift',
  severity: 'warning',
  title: 'A version that callers use has another VPC configuration than $LATEST',
  symptom: 'A test of the function works and calls through its alias time out, or the other way round.',
  why: 'A published version keeps the VPC configuration that it was published with. A later change reaches $LATEST only, and callers of an alias get it once a new version is published and the alias leads there.',
  fix: 'Ask about the alias itself. If the configuration of $LATEST is the one that is wanted, publish a version and let the alias lead to it.',
  traps:
    'It speaks where $LATEST was asked about, of versions to which an alias sends traffic, be it a part of it. A version that no alias uses can be called by its number all the same and is not compared. The order of subnets and security groups does not count, and code and other settings are not compared.',
  references: [
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-versions.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/configuring-alias-routing.html',
  ],
  raCode: null,
  needs: [],
  reads: ['aliases'],
  concerns: ({ qualifier, aliases }) => qualifier === null && aliases?.status === 'known' && aliases.value.length > 0,
  *check(context) {
    const { name, arn, network, aliases } = context.configuration();
    if (aliases?.status !== 'known') return;
    for (const alias of aliases.value)
      for (const [index, { version, network: published }] of alias.versions.entries()) {
        const differences = networkDifferences(network, published);
        if (differences.length === 0) continue;
        const asked = index === 0 ? alias.name : version;
        yield {
          resource: `${arn}:${alias.name}`,
          where: wholeFunction(context, 'warning', [
            { resource: arn, note: `$LATEST: ${networkLine(network)}` },
            { resource: `${arn}:${alias.name}`, note: `version ${version}: ${networkLine(published)}` },
          ]),
          message: `The alias ${alias.name} of ${name} sends traffic to version ${version}, which differs from $LATEST in ${allOf(differences)}: what is said here about $LATEST does not hold for its callers.`,
          fix: fixBy(
            `Ask about ${asked} itself. If the configuration of $LATEST is the one that is wanted, publish a version and let ${alias.name} lead to it.`,
            command`lambda-net-doctor ${`${name}:${asked}`}`,
          ),
        };
      }
  },
});
