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

import { ListRegionsCommand } from '@aws-sdk/client-account';
import { DescribeRegionsCommand } from '@aws-sdk/client-ec2';
import {
  homeRegion,
  toObservationError,
  type AwsPartition,
  type EksFleetAwsService,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';

/**
 * The Regions that an account has enabled: by `account:ListRegions`, or where
 * that is not granted by `ec2:DescribeRegions`.
 */
export async function listEnabledRegions(
  aws: EksFleetAwsService,
  account: { partition: AwsPartition; accountId: string },
  abortSignal?: AbortSignal,
): Promise<string[]> {
  const target = { ...account, region: homeRegion(account.partition) };
  try {
    return await byAccountManagement(aws, target, abortSignal);
  } catch (error) {
    const { code } = toObservationError(error);
    if (code !== 'forbidden' && code !== 'notAllowed') {
      throw error;
    }
    const { Regions } = await aws
      .ec2(target)
      .send(new DescribeRegionsCommand({}), { abortSignal });
    return (Regions ?? []).flatMap(({ RegionName }) => RegionName ?? []);
  }
}

async function byAccountManagement(
  aws: EksFleetAwsService,
  target: { partition: AwsPartition; accountId: string; region: string },
  abortSignal?: AbortSignal,
): Promise<string[]> {
  const client = aws.account(target);
  const regions: string[] = [];
  let NextToken: string | undefined;
  do {
    const page = await client.send(
      new ListRegionsCommand({
        RegionOptStatusContains: ['ENABLED', 'ENABLED_BY_DEFAULT'],
        MaxResults: 50,
        NextToken,
      }),
      { abortSignal },
    );
    regions.push(...(page.Regions ?? []).flatMap(r => r.RegionName ?? []));
    NextToken = page.NextToken;
  } while (NextToken);
  return regions;
}
