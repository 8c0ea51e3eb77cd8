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

import {
  cloudWatchLogsUrl,
  containerInsightsUrl,
  eksConsoleUrl,
} from './awsLinks';

const SUBJECT = {
  partition: 'aws',
  accountId: '111122223333',
  region: 'eu-west-1',
  clusterName: 'orders_1',
};
const BUILDERS = { eksConsoleUrl, cloudWatchLogsUrl, containerInsightsUrl };

describe('links into the AWS console', () => {
  it('opens the cluster in its own account', () => {
    expect(eksConsoleUrl(SUBJECT)).toBe(
      'https://eu-west-1.console.aws.amazon.com/eks/clusters/orders_1?region=eu-west-1&accountId=111122223333',
    );
  });

  it('opens the log group of the control plane', () => {
    expect(cloudWatchLogsUrl(SUBJECT)).toBe(
      'https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1&accountId=111122223333#logsV2:log-groups/log-group/$252Faws$252Feks$252Forders_1$252Fcluster',
    );
  });

  it('opens Container Insights', () => {
    expect(containerInsightsUrl(SUBJECT)).toContain(
      "#container-insights:performance/EKS:Cluster?~(query~(controls~(CW*3a*3aEKS.cluster~(~'orders_1)",
    );
  });

  describe.each(Object.entries(BUILDERS))('%s', (_, build) => {
    it.each([
      ['aws', 'eu-west-1', 'eu-west-1.console.aws.amazon.com'],
      ['aws-cn', 'cn-north-1', 'cn-north-1.console.amazonaws.cn'],
      [
        'aws-us-gov',
        'us-gov-east-1',
        'us-gov-east-1.console.amazonaws-us-gov.com',
      ],
    ])('goes to the console of %s', (partition, region, host) => {
      expect(new URL(build({ ...SUBJECT, partition, region })).host).toBe(host);
    });

    it.each(['a/../../iam', 'a?x=1', 'a#b', '"><script>', 'a b', '%2f'])(
      'keeps the name %j where it belongs',
      clusterName => {
        const url = new URL(build({ ...SUBJECT, clusterName }));
        const plain = new URL(build(SUBJECT));
        expect(url.host).toBe(plain.host);
        expect(url.pathname.split('/')).toHaveLength(
          plain.pathname.split('/').length,
        );
        expect(url.search).toBe(plain.search);
        expect(url.href).not.toMatch(/[<>" ]/);
      },
    );
  });
});
