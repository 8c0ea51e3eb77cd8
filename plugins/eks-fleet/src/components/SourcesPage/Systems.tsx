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
import { useApi } from '@backstage/core-plugin-api';
import { eksFleetApiRef } from '../../api';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { useTranslation } from '../../hooks/useTranslation';
import { isForbidden } from '../../lib/errors';
import { Panel } from '../Panel';
import { QueryView } from '../QueryView';
import { SystemTable } from './SystemTable';

/**
 * Git hosts, Argo CD, Security Hub and sources of alerts. Not there while nobody knows
 * whether there are any, and for who may not know: the targets say which
 * permission that needs.
 */
export function Systems() {
  const t = useTranslation();
  const api = useApi(eksFleetApiRef);
  const query = useFleetQuery(
    useCallback(() => api.listSystems(), [api]),
    { pollSeconds: 30 },
  );
  const { error, value } = query;
  if (error ? isForbidden(error) : !value?.items.length) {
    return null;
  }
  return (
    <Panel title={t('systems.title')} hint={t('systems.hint')}>
      <QueryView
        query={query}
        what={t('systems.what')}
        permission="eks-fleet.target.read"
        skeleton={null}
      >
        {({ items }) => <SystemTable systems={items} />}
      </QueryView>
    </Panel>
  );
}
