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

import { parse } from 'yaml';
import { kubeBenchCommand, policyReporterValues } from './pushSnippets';

const OPTIONS = {
  token: 'eksfleet_0b1c_x-Y_z',
  portalUrl: 'https://portal.example.com/api/eks-fleet',
  arn: 'arn:aws:eks:eu-west-1:111122223333:cluster/prod',
};

describe('what tools are given to push', () => {
  it('are values of the webhook target of Policy Reporter', () => {
    expect(parse(policyReporterValues(OPTIONS))).toEqual({
      target: {
        webhook: {
          host: 'https://portal.example.com/api/eks-fleet/ingest/policy-reporter',
          headers: { Authorization: 'Bearer eksfleet_0b1c_x-Y_z' },
          skipExistingOnStartup: false,
          customFields: { clusterArn: OPTIONS.arn },
          keepalive: { interval: '15m' },
        },
      },
    });
  });

  it('is a command that sends what kube-bench prints', () => {
    expect(kubeBenchCommand(OPTIONS)).toBe(
      `kube-bench --json | curl --fail --silent --show-error \\
  --header 'Authorization: Bearer eksfleet_0b1c_x-Y_z' \\
  --header 'Content-Type: application/json' --data-binary @- \\
  "https://portal.example.com/api/eks-fleet/ingest/kube-bench?node=$NODE_NAME"`,
    );
  });
});
