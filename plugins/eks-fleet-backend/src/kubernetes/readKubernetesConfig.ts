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

import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { readProxies, type ConfiguredProxy } from './readProxies';

/** What `eksFleet.kubernetes` says, checked. */
export interface KubernetesConfig {
  /** Whether clusters' APIs are called from here. */
  enabled: boolean;
  roleName: string;
  externalId?: string;
  /** Whether endpoints that are private only can be reached from here. */
  privateEndpoints: boolean;
  /** The first that is for a cluster is used; without one the way is direct. */
  proxies: ConfiguredProxy[];
  dangerouslyAllowHosts: string[];
  /** The first one first. */
  ownerLabels: string[];
  reporter: ReporterConfig;
}

/** How clusters' reporters prove themselves. */
export interface ReporterConfig {
  enabled: boolean;
  audience: string;
  subject: string;
}

const KEY = 'eksFleet.kubernetes';
const ROLE_NAME = /^[\w+=,.@-]{1,64}$/;
const LABEL =
  /^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?\/)?[A-Za-z0-9]([\w.-]{0,61}[A-Za-z0-9])?$/;
const HOST = /^(\[[0-9a-f:]+\]|[a-z0-9]([a-z0-9.-]*[a-z0-9])?)(:\d{1,5})?$/;
const SUBJECT = /^system:serviceaccount:[a-z0-9-]{1,63}:[a-z0-9.-]{1,253}$/;

/** @throws InputError with one sentence that names the key */
export function readKubernetesConfig(
  config: RootConfigService,
): KubernetesConfig {
  const text = (key: string, form: RegExp, what: string) => {
    const value = config.getOptionalString(`${KEY}.${key}`);
    return value === undefined
      ? undefined
      : check(`${KEY}.${key}`, value, form, what);
  };
  const privateEndpoints =
    config.getOptionalBoolean(`${KEY}.privateEndpoints`) ?? false;
  const ownerLabel = text('ownerLabel', LABEL, "label's key");
  return {
    enabled: config.getOptionalBoolean(`${KEY}.enabled`) ?? false,
    roleName:
      text('roleName', ROLE_NAME, "role's name") ?? 'eks-fleet-kubernetes',
    externalId: config.getOptionalString(`${KEY}.externalId`),
    privateEndpoints,
    proxies: readProxies(config, `${KEY}.proxies`, { privateEndpoints }),
    dangerouslyAllowHosts: (
      config.getOptionalStringArray(`${KEY}.dangerouslyAllowHosts`) ?? []
    ).map(host =>
      check(
        `${KEY}.dangerouslyAllowHosts`,
        host,
        HOST,
        'host, with or without a port',
      ),
    ),
    ownerLabels: ownerLabel ? [ownerLabel] : ['backstage.io/owner', 'team'],
    reporter: {
      enabled: config.getOptionalBoolean(`${KEY}.reporter.enabled`) ?? false,
      audience:
        text('reporter.audience', /^\S{1,200}$/, 'audience') ?? 'eks-fleet',
      subject:
        text('reporter.subject', SUBJECT, "service account's subject") ??
        'system:serviceaccount:eks-fleet:fleet-reporter',
    },
  };
}

function check(key: string, value: string, form: RegExp, what: string): string {
  if (!form.test(value)) {
    throw new InputError(`${key}: ${JSON.stringify(value)} is no ${what}`);
  }
  return value;
}
