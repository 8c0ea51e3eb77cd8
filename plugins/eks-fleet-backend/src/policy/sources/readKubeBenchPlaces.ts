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

import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  partitionOfRegion,
  problemOfObjectKey,
  type AwsPartition,
  type KubeBenchBucket,
  type KubeBenchConfigMaps,
  type KubeBenchPlaces,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { readClusterScope } from '../../config/readClusterScope';

const KEY = 'eksFleet.policies.kubeBench';
const NAMESPACE = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
/** What the API server is to judge has to be short, and text. */
const SELECTOR = /^[\w.\-/=!,() ]{1,500}$/;
const ENTRY = /^[-._A-Za-z0-9]{1,253}$/;
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/**
 * @returns nothing where no place is named
 * @throws InputError with one sentence that names the key
 */
export function readKubeBenchPlaces(
  config: Config,
): KubeBenchPlaces | undefined {
  const configMaps = config.has(`${KEY}.configMaps`)
    ? readConfigMaps(config.getConfig(`${KEY}.configMaps`), `${KEY}.configMaps`)
    : undefined;
  const buckets = (config.getOptionalConfigArray(`${KEY}.buckets`) ?? []).map(
    (bucket, index) => readBucket(bucket, `${KEY}.buckets[${index}]`),
  );
  return configMaps || buckets.length > 0 ? { configMaps, buckets } : undefined;
}

function readConfigMaps(config: Config, key: string): KubeBenchConfigMaps {
  const text = (field: string, form: RegExp, fallback: string, what: string) =>
    check(config.getOptionalString(field) ?? fallback, form, {
      key: `${key}.${field}`,
      what,
    });
  return {
    namespace: text('namespace', NAMESPACE, 'kube-bench', "namespace's name"),
    labelSelector: text(
      'labelSelector',
      SELECTOR,
      'app=kube-bench',
      'label selector',
    ),
    key: text('key', ENTRY, 'results.json', "key of a ConfigMap's entry"),
    match: readClusterScope(config.getOptionalConfig('match'), `${key}.match`),
  };
}

function readBucket(config: Config, key: string): KubeBenchBucket {
  const region = config.getString('region');
  const partition = partitionOfRegion(region);
  if (!partition) {
    throw new InputError(
      `${key}.region: ${JSON.stringify(region)} is no Region`,
    );
  }
  const match = readClusterScope(
    config.getOptionalConfig('match'),
    `${key}.match`,
  );
  const objectKey = config.getString('key');
  const problem = problemOfObjectKey(objectKey, match?.clusters?.length === 1);
  if (problem) {
    throw new InputError(`${key}.key: ${JSON.stringify(objectKey)} ${problem}`);
  }
  return {
    partition: partition as AwsPartition,
    accountId: check(config.getString('accountId'), /^\d{12}$/, {
      key: `${key}.accountId`,
      what: "account's id",
    }),
    region,
    bucket: check(config.getString('bucket'), BUCKET, {
      key: `${key}.bucket`,
      what: "bucket's name",
    }),
    key: objectKey,
    match,
  };
}

function check(
  value: string,
  form: RegExp,
  { key, what }: { key: string; what: string },
): string {
  if (!form.test(value)) {
    throw new InputError(`${key}: ${JSON.stringify(value)} is no ${what}`);
  }
  return value;
}
