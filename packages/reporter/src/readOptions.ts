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

import { parseClusterArn } from '@eks-fleet/backstage-plugin-eks-fleet-common';

/** What the environment says, checked. */
export interface ReporterOptions {
  /** Of the cluster that this runs in. */
  arn: string;
  /** Of the EKS Fleet backend, such as `https://portal.example.com/api/eks-fleet`. */
  portalUrl: URL;
  /** Holds the token for the portal. */
  tokenFile: string;
  ownerLabels?: string[];
  /** Whether it reports what policy engines say. */
  policies: boolean;
  api: {
    endpoint: string;
    /** Holds the token for the API server. */
    tokenFile: string;
    authorityFile: string;
  };
}

const SERVICE_ACCOUNT = '/var/run/secrets/kubernetes.io/serviceaccount';
const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/** @throws Error with one sentence that names the variable */
export function readOptions(env: NodeJS.ProcessEnv): ReporterOptions {
  const demand = (name: string) => {
    const value = env[name]?.trim();
    if (!value) {
      throw new Error(`${name} is not set`);
    }
    return value;
  };
  const arn = demand('FLEET_REPORTER_CLUSTER_ARN');
  if (!parseClusterArn(arn)) {
    throw new Error(
      `FLEET_REPORTER_CLUSTER_ARN: ${JSON.stringify(arn)} is no cluster's ARN`,
    );
  }
  const host = demand('KUBERNETES_SERVICE_HOST');
  const port = demand('KUBERNETES_SERVICE_PORT');
  const secrets = env.FLEET_REPORTER_SERVICE_ACCOUNT || SERVICE_ACCOUNT;
  const ownerLabels = (env.FLEET_REPORTER_OWNER_LABELS ?? '')
    .split(',')
    .map(label => label.trim())
    .filter(Boolean);
  return {
    arn,
    portalUrl: readPortalUrl(demand('FLEET_REPORTER_PORTAL_URL')),
    tokenFile: demand('FLEET_REPORTER_TOKEN_FILE'),
    ...(ownerLabels.length > 0 && { ownerLabels }),
    policies: readSwitch('FLEET_REPORTER_POLICIES', env),
    api: {
      endpoint: `https://${host.includes(':') ? `[${host}]` : host}:${port}`,
      tokenFile: `${secrets}/token`,
      authorityFile: `${secrets}/ca.crt`,
    },
  };
}

/** On unless it says otherwise. */
function readSwitch(name: string, env: NodeJS.ProcessEnv): boolean {
  const value = env[name]?.trim() || 'true';
  if (value !== 'true' && value !== 'false') {
    throw new Error(
      `${name}: ${JSON.stringify(value)} is neither true nor false`,
    );
  }
  return value === 'true';
}

function readPortalUrl(text: string): URL {
  const refuse = (why: string) =>
    new Error(`FLEET_REPORTER_PORTAL_URL: ${JSON.stringify(text)} ${why}`);
  if (!URL.canParse(text)) {
    throw refuse('is no URL');
  }
  const url = new URL(text);
  // The token must not be read on the way.
  const safe =
    url.protocol === 'https:' ||
    (url.protocol === 'http:' && LOOPBACK.includes(url.hostname));
  if (!safe || url.username || url.search || url.hash) {
    throw refuse('is no plain https URL');
  }
  return url;
}
