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

import { useCallback } from 'react';
import type { RequestCurrent } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { currentOf, thingKeyOf } from '../formFields/templateAsk';
import type { FormValues, TemplatePurpose } from '../formFields/types';
import { useFleetQuery, type FleetQuery } from './useFleetQuery';
import { useTemplateGround } from './useTemplateForm';

/** What Git says of what a day-two template is about; nothing for a new thing, or while nothing is chosen. */
export function useCurrentThing(
  { kind, operation }: TemplatePurpose,
  values: FormValues,
): FleetQuery<RequestCurrent | undefined> {
  const ground = useTemplateGround();
  const { environment, name, owner } = values;
  const thing = JSON.stringify(
    kind === 'application'
      ? { environment, name, owner }
      : { [kind]: values[kind] },
  );
  return useFleetQuery(
    useCallback(async () => {
      const key =
        operation === 'create'
          ? undefined
          : await thingKeyOf(kind, JSON.parse(thing), ground);
      return key ? currentOf(key, ground.requests) : undefined;
    }, [ground, kind, operation, thing]),
  );
}
