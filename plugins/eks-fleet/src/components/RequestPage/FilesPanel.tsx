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
import { Skeleton } from '@backstage/ui';
import type { FleetRequest } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetRequestsApiRef } from '../../api';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { useTranslation } from '../../hooks/useTranslation';
import { Panel } from '../Panel';
import { QueryView } from '../QueryView';
import { FilesView } from '../RequestFiles';

/** What a request changes in the fleet repository; read again when it asks for something else. */
export function FilesPanel(props: { request: FleetRequest }) {
  const { id, links, specHash } = props.request;
  const pullRequest = links?.pullRequest?.state;
  const t = useTranslation();
  const api = useApi(eksFleetRequestsApiRef);
  // Another spec, or another state of its pull request, is another diff.
  const key = `${specHash} ${pullRequest}`;
  const query = useFleetQuery(
    // eslint-disable-next-line react-hooks/exhaustive-deps
    useCallback(() => api.getRequestDiff(id), [api, id, key]),
  );
  return (
    <Panel
      title={t('request.files')}
      hint={t(
        query.value?.isMerged ? 'request.filesMerged' : 'request.filesHint',
      )}
    >
      <QueryView
        query={query}
        what={t('request.filesWhat')}
        permission="eks-fleet.request.read"
        skeleton={<Skeleton height={200} />}
      >
        {diff => <FilesView diff={diff} />}
      </QueryView>
    </Panel>
  );
}
