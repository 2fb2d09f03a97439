/**
 * Services of interface and gateway endpoints, each by what follows `com.amazonaws.<region>.` in the name of its endpoint
 * service. https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html, and for s3express
 * https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
 */
const names = `
  access-analyzer account acm acm-pca airflow.api airflow.env airflow.ops analytics-omics apigateway app-integrations
  appconfig appconfigdata application-autoscaling application-signals applicationinsights appmesh
  appmesh-envoy-management apprunner apprunner.requests appstream.api appstream.streaming appsync-api apptest aps
  aps-workspaces arsenal-discovery athena auditmanager autoscaling autoscaling-plans awsconnector b2bi backup
  backup-gateway batch bcm-pricing-calculator bedrock bedrock-agent bedrock-agent-runtime bedrock-data-automation
  bedrock-data-automation-runtime bedrock-runtime billing billingconductor braket cases cassandra ce cleanrooms
  cleanrooms-ml cloudcontrolapi clouddirectory cloudformation cloudhsmv2 cloudtrail codeartifact.api
  codeartifact.repositories codebuild codecommit codeconnections.api codedeploy codedeploy-commands-secure
  codeguru-profiler codeguru-reviewer codepipeline codestar-connections.api codewhisperer comprehend comprehendmedical
  compute-optimizer config connect-campaigns console control-storage-omics controlcatalog controltower
  cost-optimization-hub data-servicediscovery databrew dataexchange datasync datazone deadline.management
  deadline.scheduling detective deviceadvisor.iot devops-guru dicom-medical-imaging directconnect discovery dlm dms
  drs ds ds-data dsql dynamodb dynamodb-streams ebs ec2 ec2messages ecr.api ecr.dkr ecs ecs-agent ecs-telemetry eks
  eks-auth eks-proxy elasticache elasticbeanstalk elasticbeanstalk-health elasticfilesystem elasticloadbalancing
  elasticmapreduce email-smtp emr-containers emr-serverless emr-serverless-services.livy emr-serverless.dashboard
  emrwal.prod entityresolution events evs execute-api finspace finspace-api fis fms forecast forecastquery
  frauddetector freetier fsx gamelift gameliftstreams geo.geofencing geo.maps geo.metadata geo.places geo.routes
  geo.tracking git-codecommit glue glue.dashboard grafana grafana-workspace greengrass groundstation guardduty
  guardduty-data healthlake highlander identitystore imagebuilder inspector-scan inspector2 internetmonitor iot.api
  iot.credentials iot.data iot.tunneling.api iot.tunneling.data iotfleetwise iotmanagedintegrations.api iotroborunner
  iotsitewise.api iotsitewise.data iottwinmaker.api iottwinmaker.data iotwireless.api ivs.contribute kafka kendra
  kinesis-firehose kinesis-streams kinesisanalytics kms lakeformation lambda launchwizard license-manager
  license-manager-linux-subscriptions license-manager-user-subscriptions lightsail logs lookoutequipment lookoutvision
  lorawan.cups lorawan.lns m2 macie2 mail-manager managedblockchain-query managedblockchain.bitcoin.mainnet
  managedblockchain.bitcoin.testnet mediaconnect mediaconvert medical-imaging memory-db metering-marketplace mgn
  migrationhub-orchestrator migrationhub-strategy models-v2-lex monitoring mq neptune-graph neptune-graph-data
  network-firewall networkflowmonitor networkflowmonitorreports networkmanager networkmonitor notifications
  notifications-contacts oam observabilityadmin organizations osis outposts panorama payment-cryptography.controlplane
  payment-cryptography.dataplane pca-connector-ad pca-connector-scep pcs personalize personalize-events
  personalize-runtime pi pinpoint pinpoint-sms-voice-v2 pipes pipes-data polly pricing.api profile proton q qapps
  quicksight-website ram rbin rds rds-data redshift redshift-data redshift-serverless refactor-spaces rekognition
  repostspace resource-explorer-2 resource-groups rolesanywhere rum rum-dataplane runtime-medical-imaging
  runtime-v2-lex s3 s3-outposts s3express s3tables sagemaker-data-science-assistant sagemaker.api
  sagemaker.featurestore-runtime sagemaker.metrics sagemaker.runtime scheduler schemas scn secretsmanager securityhub
  securitylake serverlessrepo service.user-subscriptions servicecatalog servicecatalog-appregistry servicediscovery
  servicequotas signin simspaceweaver snow-device-management sns social-messaging sqs ssm ssm-contacts ssm-incidents
  ssm-quicksetup ssm-sap ssmmessages states storage-omics storagegateway streaming-rekognition sts swf sync-states
  synthetics tagging tags-omics tax textract thinclient.api timestream-influxdb timestream.ingest-cell
  timestream.query-cell tnb transcribe transcribestreaming transfer transfer.server transform transform-custom
  translate trustedadvisor verifiedpermissions voiceid vpc-lattice wafv2 wellarchitected wisdom workflows-omics
  workmail workmailmessageflow workspaces workspaces-web xray`;

/** The same services in their FIPS 140 editions. https://aws.amazon.com/compliance/fips/ */
const fipsNames = `
  access-analyzer-fips acm-fips acm-pca-fips airflow.api-fips airflow.env-fips analytics-omics-fips appconfig-fips
  appconfigdata-fips autoscaling-fips bedrock-data-automation-fips bedrock-data-automation-runtime-fips cassandra-fips
  cleanrooms-fips cloudcontrolapi-fips cloudformation-fips codebuild-fips codecommit-fips codedeploy-fips config-fips
  control-storage-omics-fips controltower-fips data-servicediscovery-fips databrew-fips datazone-fips detective-fips
  directconnect-fips dlm-fips dms-fips ds-data-fips dynamodb-fips ebs-fips ec2-fips eks-fips elasticache-fips
  elasticfilesystem-fips elasticmapreduce-fips entityresolution-fips events-fips evs-fips fis-fips fms-fips
  forecast-fips forecastquery-fips fsx-fips git-codecommit-fips groundstation-fips guardduty-data-fips guardduty-fips
  inspector-scan-fips inspector2-fips internetmonitor-fips iot-fips.api iot-fips.tunneling.api iot-fips.tunneling.data
  iotmanagedintegrations-fips.api kafka-fips kinesis-streams-fips kinesisanalytics-fips kms-fips license-manager-fips
  license-manager-linux-subscriptions-fips license-manager-user-subscriptions-fips macie2-fips mail-manager-fips
  mail-manager-smtp.auth.fips mail-manager-smtp.open.fips mediaconvert-fips memorydb-fips mq-fips neptune-graph-fips
  network-firewall-fips organizations-fips pcs-fips pi-fips pipes-fips polly-fips ram-fips rbin-fips rds-fips
  redshift-data-fips redshift-fips redshift-serverless-fips rekognition-fips resource-explorer-2-fips
  resource-groups-fips rolesanywhere-fips sagemaker.api-fips sagemaker.featurestore-runtime-fips
  sagemaker.runtime-fips securityhub-fips securitylake-fips servicediscovery-fips social-messaging-fips sqs-fips
  ssm-incidents-fips ssm-sap-fips streaming-rekognition-fips sts-fips swf-fips synthetics-fips tags-omics-fips
  textract-fips timestream-influxdb-fips transcribestreaming-fips verifiedpermissions-fips wafv2-fips
  workflows-omics-fips workspaces-web-fips`;

const wordsOf = (text: string): readonly string[] => text.trim().split(/\s+/);

/** All services, sorted. */
export const services: readonly string[] = [...wordsOf(names), ...wordsOf(fipsNames)].sort();

const known: ReadonlySet<string> = new Set(services);

export const isService = (name: string): boolean => known.has(name);
