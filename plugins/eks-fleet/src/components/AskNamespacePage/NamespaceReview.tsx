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

import { useCallback, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useApi } from '@backstage/core-plugin-api';
import { Alert, Button, Skeleton } from '@backstage/ui';
import { eksFleetRequestsApiRef } from '../../api';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { useRolloutAction } from '../../hooks/useRolloutAction';
import { useTranslation } from '../../hooks/useTranslation';
import { errorMessage, isConflict } from '../../lib/errors';
import {
  namespaceAskOf,
  namespaceSubmissionOf,
  type NamespaceDraft,
} from '../../lib/namespaceDraft';
import { newKey } from '../../lib/newKey';
import { QueryView } from '../QueryView';
import { ReviewContent } from '../RequestReview';
import styles from './AskNamespacePage.module.css';

/** What is asked for, whether it may be, what it costs and what is written, before it is sent. */
export function NamespaceReview(props: {
  draft: NamespaceDraft;
  clusterKey: string;
  onBack: () => void;
}) {
  const { clusterKey, draft, onBack } = props;
  const t = useTranslation();
  const api = useApi(eksFleetRequestsApiRef);
  const links = useFleetLinks();
  const navigate = useNavigate();
  const action = useRolloutAction();
  // Whoever presses twice, or again after an answer got lost, asks once.
  const [idempotencyKey] = useState(newKey);
  const [ask] = useState(() => namespaceAskOf(draft, clusterKey));
  const query = useFleetQuery(
    useCallback(async () => {
      const [preflight, preview] = await Promise.all([
        api.preflightRequest(ask),
        api.previewRequest(ask),
      ]);
      return { preflight, preview };
    }, [api, ask]),
  );
  const { value } = query;
  const conflict = action.error && isConflict(action.error);
  const send = async () => {
    const request = await action.run(
      async () => {
        try {
          return await api.createRequest(
            namespaceSubmissionOf(draft, clusterKey, idempotencyKey),
          );
        } catch (error) {
          if (isConflict(error)) {
            query.retry();
          }
          throw error;
        }
      },
      asked => ({
        message: t('askNamespace.sent'),
        link: { label: t('askNamespace.open'), href: links.request(asked.id) },
      }),
    );
    if (request) {
      navigate(links.request(request.id));
    }
  };
  return (
    <>
      {action.error && (
        <Alert
          status={conflict ? 'warning' : 'danger'}
          icon
          role="alert"
          title={
            conflict
              ? t('askNamespace.conflict')
              : t('askNamespace.failed', {
                  message: errorMessage(action.error),
                })
          }
          description={
            conflict
              ? t('askNamespace.conflictDetail', {
                  message: errorMessage(action.error),
                })
              : undefined
          }
          mb="3"
        />
      )}
      <QueryView
        query={query}
        what={t('askNamespace.review')}
        permission="eks-fleet.request.create"
        skeleton={<Skeleton height={400} />}
      >
        {({ preflight, preview }) => (
          <ReviewContent
            kind="namespace"
            spec={preflight.spec ?? ask.spec ?? {}}
            preflight={preflight}
            preview={preview}
          />
        )}
      </QueryView>
      <div className={styles.foot}>
        <Button
          variant="primary"
          isPending={action.pending}
          isDisabled={
            !value ||
            query.loading ||
            value.preflight.problems.length > 0 ||
            value.preview.problems.length > 0 ||
            value.preflight.verdict?.outcome === 'deny'
          }
          onPress={send}
        >
          {t('askNamespace.submit')}
        </Button>
        <Button variant="secondary" onPress={onBack}>
          {t('askNamespace.back')}
        </Button>
      </div>
    </>
  );
}
