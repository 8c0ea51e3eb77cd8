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
import type { ArgocdHub } from './types';

const KEY = 'eksFleet.argocd';
const ID = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const ARN =
  /^arn:aws(-cn|-us-gov)?:eks:[a-z0-9-]+:\d{12}:cluster\/[A-Za-z0-9][\w-]{0,99}$/;

/**
 * The Argo CDs whose applications are read.
 *
 * @throws InputError with one sentence that names the key
 */
export function readArgocdConfig(config: RootConfigService): ArgocdHub[] {
  const hubs = (config.getOptionalConfigArray(KEY) ?? []).map((hub, index) => {
    const text = (
      name: string,
      form: RegExp,
      what: string,
      fallback?: string,
    ) => {
      const value = hub.getOptionalString(name) ?? fallback;
      if (value === undefined || !form.test(value)) {
        throw new InputError(
          `${KEY}[${index}].${name}: ${JSON.stringify(
            value ?? '',
          )} is no ${what}`,
        );
      }
      return value;
    };
    return {
      id: text('id', ID, 'id: small letters, digits, hyphens'),
      cluster: text('cluster', ARN, 'ARN of an EKS cluster'),
      namespace: text('namespace', ID, 'namespace', 'argocd'),
      ...(hub.has('url') && {
        url: text('url', /^https?:\/\/[^\s?#]+$/, 'URL').replace(/\/+$/, ''),
      }),
      clusterSecrets: hub.getOptionalBoolean('clusterSecrets') ?? false,
    };
  });
  const twice = hubs.find(
    ({ id }, index) => hubs.findIndex(each => each.id === id) !== index,
  );
  if (twice) {
    throw new InputError(`${KEY}: there are two with the id ${twice.id}`);
  }
  return hubs;
}
