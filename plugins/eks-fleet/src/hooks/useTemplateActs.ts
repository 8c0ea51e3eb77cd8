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
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef, useEntity } from '@backstage/plugin-catalog-react';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  eksFleetRequestCreatePermission,
  eksFleetRolloutPlanPermission,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { templatePath } from '../lib/taskPath';
import { TEMPLATE_ACTS, type TemplateAct } from '../lib/templateActs';
import { useFleetQuery } from './useFleetQuery';
import { usePortalLinks } from './usePortalLinks';

export interface TemplateActLink {
  word: TemplateAct['word'];
  href: string;
}

/**
 * Where the reader asks for changes of the entity that is looked at: templates
 * that the catalog has, opened with it filled in. Without its template an
 * upgrade is planned in the wizard. Empty until it is known, and for who may
 * not ask.
 */
export function useTemplateActs(
  thing: 'cluster' | 'namespace',
): TemplateActLink[] {
  const { entity } = useEntity();
  const catalogApi = useApi(catalogApiRef);
  const links = usePortalLinks();
  const mayAsk = usePermission({
    permission: eksFleetRequestCreatePermission,
  }).allowed;
  const mayPlan = usePermission({
    permission: eksFleetRolloutPlanPermission,
  }).allowed;
  const acts = TEMPLATE_ACTS[thing];
  const { value: templates, error } = useFleetQuery(
    useCallback(async () => {
      const { items } = await catalogApi.getEntities({
        filter: {
          kind: 'Template',
          'metadata.name': acts.map(({ template }) => template),
        },
        fields: ['kind', 'metadata.name', 'metadata.namespace'],
      });
      return items;
    }, [catalogApi, acts]),
    { wait: !mayAsk && !mayPlan },
  );
  if (!templates && !error) {
    return [];
  }
  const formData = { [thing]: stringifyEntityRef(entity) };
  return acts.flatMap(({ template, word }) => {
    const found = templates?.find(({ metadata }) => metadata.name === template);
    const allowed = word === 'upgrade' ? mayPlan : mayAsk;
    if (!allowed) {
      return [];
    }
    if (found) {
      return [{ word, href: templatePath(found.metadata, formData) }];
    }
    return word === 'upgrade' ? [{ word, href: links.planRollout() }] : [];
  });
}
