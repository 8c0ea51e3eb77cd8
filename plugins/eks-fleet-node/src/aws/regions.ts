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

import { partition as sdkPartition } from '@aws-sdk/core/client';
import type { AwsPartition } from './types';

const HOME_REGIONS: Record<AwsPartition, string> = {
  aws: 'us-east-1',
  'aws-cn': 'cn-northwest-1',
  'aws-us-gov': 'us-gov-west-1',
};

/**
 * The Region that a partition's global services, such as AWS Organizations,
 * answer in.
 *
 * @public
 */
export function homeRegion(partition: AwsPartition): string {
  return HOME_REGIONS[partition];
}

/**
 * The partition of a Region, by the table that ships with the AWS SDK;
 * `undefined` for what is no Region.
 *
 * @public
 */
export function partitionOfRegion(region: string): string | undefined {
  const info = sdkPartition(region) as { name: string; description?: string };
  // The SDK guesses a partition from the shape of any name; only Regions that
  // it knows have a description, and so have its pseudo Regions.
  return info.description && !region.endsWith('-global')
    ? info.name
    : undefined;
}
