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
import type { PolicyReporterEndpoint } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { X509Certificate } from 'node:crypto';
import { checkUrl } from '../../endpoints/checkUrl';

const KEY = 'eksFleet.policies.policyReporters';
const ARN =
  /^arn:aws[a-z-]*:eks:[a-z0-9-]+:\d{12}:cluster\/[A-Za-z0-9][\w-]{0,99}$/;

/** @throws InputError with one sentence that names the key, and no credentials */
export function readPolicyReporters(config: Config): PolicyReporterEndpoint[] {
  const endpoints = (config.getOptionalConfigArray(KEY) ?? []).map(
    (endpoint, index) => readEndpoint(endpoint, `${KEY}[${index}]`),
  );
  endpoints.forEach(({ cluster }, index) => {
    if (endpoints.findIndex(each => each.cluster === cluster) !== index) {
      throw new InputError(
        `${KEY}[${index}].cluster: another one is for ${cluster} too`,
      );
    }
  });
  return endpoints;
}

function readEndpoint(config: Config, key: string): PolicyReporterEndpoint {
  const cluster = config.getOptionalString('cluster') ?? '';
  if (!ARN.test(cluster)) {
    throw new InputError(
      `${key}.cluster: ${JSON.stringify(
        cluster,
      )} is no cluster's ARN; each Policy Reporter has the reports of one cluster`,
    );
  }
  const allowLocalAddresses =
    config.getOptionalBoolean('dangerouslyAllowLoopback') ?? false;
  return {
    cluster,
    url: checkUrl(config.getString('url'), `${key}.url`, {
      allowLoopback: allowLocalAddresses,
    }),
    certificateAuthority: readAuthority(config, `${key}.ca`),
    basicAuth: readBasicAuth(config.getOptionalConfig('basicAuth'), key),
    allowLocalAddresses,
    readNamespaces: config.getOptionalBoolean('readNamespaces') ?? false,
  };
}

function readAuthority(config: Config, key: string): string | undefined {
  const ca = config.getOptionalString('ca');
  if (ca === undefined) {
    return undefined;
  }
  try {
    return new X509Certificate(ca) && ca;
  } catch {
    throw new InputError(
      `${key}: is no certificate in PEM; give its text, as by $file`,
    );
  }
}

function readBasicAuth(
  config: Config | undefined,
  key: string,
): PolicyReporterEndpoint['basicAuth'] {
  if (!config) {
    return undefined;
  }
  const username = config.getString('username');
  if (username.includes(':')) {
    throw new InputError(`${key}.basicAuth.username: must hold no colon`);
  }
  return { username, password: config.getString('password') };
}
