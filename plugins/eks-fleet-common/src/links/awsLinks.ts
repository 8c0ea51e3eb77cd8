/*
 * Copyright 2026 The EKS Fleet Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

const CONSOLE_HOSTS: Record<string, string> = {
  aws: 'console.aws.amazon.com',
  'aws-cn': 'console.amazonaws.cn',
  'aws-us-gov': 'console.amazonaws-us-gov.com',
};

/**
 * What an AWS console link needs to know of a cluster.
 *
 * @public
 */
export interface AwsLinkSubject {
  partition: string;
  accountId: string;
  region: string;
  clusterName: string;
}

/**
 * The cluster in the EKS console. `account` makes a console with several
 * signed-in accounts switch to the cluster's own.
 *
 * @public
 */
export function eksConsoleUrl(subject: AwsLinkSubject): string {
  const { region, clusterName } = subject;
  return consoleUrl(
    subject,
    'eks/clusters',
    `/${encodeURIComponent(clusterName)}`,
    { region },
  );
}

/**
 * The control plane's log groups in CloudWatch.
 *
 * @public
 */
export function cloudWatchLogsUrl(subject: AwsLinkSubject): string {
  const group = `/aws/eks/${subject.clusterName}/cluster`;
  // The console decodes twice, with `$` in place of the second `%`.
  const escaped = encodeURIComponent(encodeURIComponent(group)).replace(
    /%/g,
    '$',
  );
  return consoleUrl(subject, 'cloudwatch/home', '', {
    region: subject.region,
    hash: `logsV2:log-groups/log-group/${escaped}`,
  });
}

/**
 * The cluster in CloudWatch Container Insights.
 *
 * @public
 */
export function containerInsightsUrl(subject: AwsLinkSubject): string {
  return consoleUrl(subject, 'cloudwatch/home', '', {
    region: subject.region,
    hash: `container-insights:performance/EKS:Cluster?~(query~(controls~(CW*3a*3aEKS.cluster~(~'${encodeURIComponent(
      subject.clusterName,
    )}))))`,
  });
}

/**
 * The account's console in a Region, through the multi-session redirect that
 * picks the account's own session.
 */
function consoleUrl(
  subject: AwsLinkSubject,
  service: string,
  path: string,
  options: { region: string; hash?: string },
): string {
  const host = CONSOLE_HOSTS[subject.partition] ?? CONSOLE_HOSTS.aws;
  const url = new URL(`https://${options.region}.${host}/${service}${path}`);
  url.searchParams.set('region', options.region);
  url.searchParams.set('accountId', subject.accountId);
  if (options.hash) {
    url.hash = options.hash;
  }
  return url.toString();
}
