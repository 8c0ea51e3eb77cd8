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

import type { UnavailableApiService } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ListReducer } from '../client/types';
import type { ApiService } from '../objects/types';
import { definedOnly } from './definedOnly';

const MAX_TEXT_LENGTH = 1000;

/** APIs of other servers that the API server cannot pass requests on to. */
export const reduceApiServices: ListReducer<
  ApiService,
  UnavailableApiService[]
> = {
  start: () => [],
  add: (services, items) => {
    for (const { metadata, spec, status } of items) {
      const available = status?.conditions?.find(
        ({ type }) => type === 'Available',
      );
      if (spec?.service && available?.status !== 'True') {
        const { namespace, name } = spec.service;
        services.push(
          definedOnly({
            name: metadata?.name ?? '',
            service: `${namespace}/${name}`,
            reason: available?.reason?.slice(0, MAX_TEXT_LENGTH),
            message: available?.message?.slice(0, MAX_TEXT_LENGTH),
            since: isoTime(available?.lastTransitionTime),
          }),
        );
      }
    }
    return services;
  },
};

function isoTime(text: string | undefined): string | undefined {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
