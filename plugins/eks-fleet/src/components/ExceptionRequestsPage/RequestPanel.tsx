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
import { eksFleetPoliciesApiRef } from '../../api';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { useTranslation } from '../../hooks/useTranslation';
import { isNotFound } from '../../lib/errors';
import { policyName } from '../../lib/policyText';
import { EmptyState, QueryView } from '../QueryView';
import { SidePanel } from '../SidePanel';
import { RequestDetails } from './RequestDetails';

const POLL_SECONDS = 15;

/** One request at the side. */
export function RequestPanel(props: {
  id: string;
  /** After something was done with it. */
  onChanged: () => void;
  onClose: () => void;
}) {
  const { id, onChanged, onClose } = props;
  const t = useTranslation();
  const api = useApi(eksFleetPoliciesApiRef);
  const query = useFleetQuery(
    useCallback(() => api.getExceptionRequest(id), [api, id]),
    { pollSeconds: POLL_SECONDS },
  );
  return (
    <SidePanel
      title={
        query.value
          ? policyName(query.value.policy)
          : t('exceptionRequests.whatOne')
      }
      onClose={onClose}
    >
      {query.error && isNotFound(query.error) ? (
        <EmptyState
          title={t('exceptionRequests.gone')}
          detail={t('exceptionRequests.goneDetail')}
        />
      ) : (
        <QueryView
          query={query}
          what={t('exceptionRequests.whatOne')}
          permission="eks-fleet.cluster.read"
          skeleton={<Skeleton height={320} />}
        >
          {request => (
            <RequestDetails
              request={request}
              onChanged={() => {
                query.retry();
                onChanged();
              }}
            />
          )}
        </QueryView>
      )}
    </SidePanel>
  );
}
