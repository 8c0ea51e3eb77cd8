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

/**
 * @public
 */
export type Partition = 'aws' | 'aws-cn' | 'aws-us-gov';

interface PartitionFacts {
  /** Where the partition's global services, Organizations among them, live. */
  homeRegion: string;
  dnsSuffix: string;
  /** On in every account, and impossible to switch off. */
  defaultRegions: string[];
  /** Off until the account opts in. */
  optInRegions: string[];
}

export const PARTITIONS: Record<Partition, PartitionFacts> = {
  aws: {
    homeRegion: 'us-east-1',
    dnsSuffix: 'amazonaws.com',
    defaultRegions: [
      'ap-northeast-1',
      'ap-northeast-2',
      'ap-northeast-3',
      'ap-south-1',
      'ap-southeast-1',
      'ap-southeast-2',
      'ca-central-1',
      'eu-central-1',
      'eu-north-1',
      'eu-west-1',
      'eu-west-2',
      'eu-west-3',
      'sa-east-1',
      'us-east-1',
      'us-east-2',
      'us-west-1',
      'us-west-2',
    ],
    optInRegions: [
      'af-south-1',
      'ap-east-1',
      'ap-south-2',
      'ap-southeast-3',
      'ap-southeast-4',
      'ca-west-1',
      'eu-central-2',
      'eu-south-1',
      'eu-south-2',
      'il-central-1',
      'me-central-1',
      'me-south-1',
    ],
  },
  'aws-cn': {
    homeRegion: 'cn-northwest-1',
    dnsSuffix: 'amazonaws.com.cn',
    defaultRegions: ['cn-north-1', 'cn-northwest-1'],
    optInRegions: [],
  },
  'aws-us-gov': {
    homeRegion: 'us-gov-west-1',
    dnsSuffix: 'amazonaws.com',
    defaultRegions: ['us-gov-east-1', 'us-gov-west-1'],
    optInRegions: [],
  },
};

export function isRegionOf(partition: Partition, region: string): boolean {
  const { defaultRegions, optInRegions } = PARTITIONS[partition];
  return defaultRegions.includes(region) || optInRegions.includes(region);
}

export function regionsOf(partition: Partition): string[] {
  const { defaultRegions, optInRegions } = PARTITIONS[partition];
  return [...defaultRegions, ...optInRegions].sort();
}
