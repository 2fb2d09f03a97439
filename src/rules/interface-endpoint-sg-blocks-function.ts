import { defineRule } from './rule.ts';
import { targetEndpoint, targetGroupDraft } from './shared/target-group.ts';

export default defineRule({
  id: 'interface-endpoint-sg-blocks-function',
  severity: 'error',
  title: 'The security groups of the interface endpoint do not let the function in',
  symptom:
    'Calls to one AWS service hang until they time out since the VPC got an endpoint for it, while other services and the internet answer.',
  why: 'With private DNS the name of the service gives the addresses of the interfaces of the endpoint, everywhere in the VPC. Their security groups have to let tcp 443 in. An endpoint that was made without a group has the default one of the VPC, which lets in only interfaces that carry it.',
  fix: "Add an ingress rule for tcp 443 to a security group of the endpoint, with the function's security group as its source.",
  traps:
    'A NAT gateway does not help, since the name no longer gives public addresses. The rules of all groups of the endpoint count together. Without private DNS the function goes past the endpoint and its groups do not matter. One endpoint serves the subnets of all zones. Where its interfaces cannot be read, the groups that the endpoint itself names count.',
  references: [
    'https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
  ],
  raCode: 'ENI_SG_RULES_MISMATCH',
  needs: ['securityGroups'],
  onlyOfTrouble: true,
  *check(context) {
    for (const cause of context.causes('target-security-group')) {
      const { hostId, ofEndpoint } = cause.blocker;
      if (!ofEndpoint) continue;
      const endpoint = targetEndpoint(context, cause);
      const name =
        endpoint === undefined
          ? `endpoint interface ${hostId}`
          : `endpoint ${endpoint.id} for ${endpoint.serviceName ?? 'a service'}`;
      yield targetGroupDraft(context, cause, name);
    }
  },
});
