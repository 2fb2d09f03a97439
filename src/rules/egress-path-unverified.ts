import { doubtText } from '../network/doubt.ts';
import { type Draft, defineRule, fixBy, type RuleContext } from './rule.ts';
import { isNatInstance } from './shared/nat-instance.ts';
import { nextCheckOf } from './shared/next-checks.ts';
import { isUnseenAddress, unseenAddress } from './shared/unseen-address.ts';

type Context = RuleContext<never>;

const openEnds = (context: Context): Draft[] =>
  context.unanswered().flatMap((question): Draft[] => {
    const { fn } = context;
    const { doubt } = question;
    if (doubt.kind === 'unavailable') return [];
    if (isUnseenAddress(doubt)) return unseenAddress(context, question);
    return [
      {
        resource: doubt.resource,
        where: question,
        message: `The path of ${fn.name} cannot be followed to its end: ${doubtText(doubt)}.`,
        fix: { ...nextCheckOf(doubt), actor: 'you' },
      },
    ];
  });

/** A NAT instance on a path that is reachable as far as the API shows. */
const natInstances = (context: Context): Draft[] =>
  context.observations
    .filter(({ verdict }) => verdict === 'reachable')
    .flatMap(({ subnetId, target, resources }) =>
      [...resources]
        .filter((id) => isNatInstance(context, id))
        .map((eni) => ({
          resource: eni,
          where: {
            subnetIds: [subnetId],
            targets: [target],
            severity: 'note',
            onlyByDefault: false,
            evidence: [{ resource: eni, note: 'whether its operating system forwards is out of sight' }],
            also: [],
          },
          message: `NAT instance ${eni} looks right as far as the API shows, and whether its operating system forwards and translates packets is out of sight.`,
          fix: fixBy(
            'On the instance, IP forwarding has to be 1 and a MASQUERADE rule has to exist.',
            'sysctl net.ipv4.ip_forward',
            'sudo iptables -t nat -L POSTROUTING -n -v',
          ),
        })),
    );

export default defineRule({
  id: 'egress-path-unverified',
  severity: 'note',
  title: 'The path leaves what can be seen, or meets something that is not evaluated yet',
  symptom: 'The answer is unknown: it may all work.',
  why: 'Behind a transit gateway, a VPN, a firewall, an appliance or another account, other route tables and rules decide, and the API of this account does not show them. Nothing is guessed there.',
  fix: 'Check by hand what the finding names, from the place where the path leaves sight to the internet and back.',
  traps:
    'It never says that something is broken. Reads that were denied are not meant; missing-permission names them. What the owner of a shared VPC hides has a note of its own, shared-vpc-limited-visibility. A NAT instance stays a note although the answer is reachable, since its operating system cannot be read.',
  references: [
    'https://docs.aws.amazon.com/vpc/latest/reachability/how-reachability-analyzer-works.html',
    'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_NAT_Instance.html',
  ],
  raCode: null,
  needs: [],
  speaksLast: true,
  *check(context) {
    yield* openEnds(context);
    yield* natInstances(context);
  },
});
